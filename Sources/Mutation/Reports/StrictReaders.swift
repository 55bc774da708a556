import Vectors

/// Readers that refuse what RFC 8259 has.
enum StrictReaders {
  static var all: [(String, ReportMutants.Change)] {
    let spellings: [(String, String)] = [
      ("escaped slashes", #"\/"#), ("\\b", #"\b"#), ("\\f", #"\f"#), ("\\n", #"\n"#),
      ("\\r", #"\r"#), ("\\t", #"\t"#), ("escaped quotes", #"\""#), ("\\u escapes", #"\u"#),
      ("\\u0000", #"\u0000"#), ("escaped surrogates", #"\ud8"#), ("doubled backslashes", #"\\"#),
      ("tabs", "\t"), ("CR", "\r"), ("line feeds", "\n"), ("DEL", "\u{7F}"),
      ("spaces before colons", " :"), ("spaces before commas", " ,"), ("empty objects", "{}"),
      ("empty arrays", "[]"), ("arrays", "["), ("true", "true"), ("false", "false"),
      ("null", "null"), ("empty strings", "\"\""), ("noncharacters", "\u{FFFF}"),
      ("replacement characters", "\u{FFFD}"), ("U+2028", "\u{2028}"), ("U+10FFFF", "\u{10FFFF}"),
      ("private use", "\u{E000}"), ("marks inside", "\u{FEFF}"),
    ]
    let beginnings: [(String, @Sendable ([UInt8]) -> Bool)] = [
      ("white space at the start", { [0x20, 0x09, 0x0A, 0x0D].contains($0.first ?? 0) }),
      ("white space at the end", { [0x20, 0x09, 0x0A, 0x0D].contains($0.last ?? 0) }),
      ("bytes beyond ASCII", { $0.contains { $0 >= 0x80 } }),
      ("sequences of four", { $0.contains { $0 >= 0xF0 } }),
      ("sequences of three", { $0.contains { $0 >= 0xE0 } }),
      (
        "capitals in escapes",
        { bytes in
          zip(bytes, bytes.dropFirst(2)).contains { $0 == 0x5C && 0x41...0x46 ~= $1 }
        }
      ),
    ]
    return spellings.map { name, text -> (String, ReportMutants.Change) in
      let text = Array(text.utf8)
      return (
        "\(name) refused",
        { answer, subject in contains(subject.bytes, text) ? Answer(.malformed) : answer }
      )
    }
      + beginnings.map { name, isRefused -> (String, ReportMutants.Change) in
        (
          "\(name) refused",
          { answer, subject in isRefused(subject.bytes) ? Answer(.malformed) : answer }
        )
      }
  }

  private static func contains(_ bytes: [UInt8], _ text: [UInt8]) -> Bool {
    guard let first = text.first else { return false }
    return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: text) }
  }
}
