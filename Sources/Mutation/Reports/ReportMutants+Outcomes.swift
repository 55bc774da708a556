import JSONText
import Vectors

/// Outcomes taken for others, and limits that others have.
extension ReportMutants {
  static let outcomes: [Row] = {
    let answers: [(String, Answer)] = [
      ("valid", Answer(.valid)), ("invalid", Answer(.invalid, [Finding("", "type")])),
      ("malformed", Answer(.malformed)), ("not validated", Answer(.unsupported)),
    ]
    let whole = Finding("", "type")
    return answers.map { name, answer in ("every document is \(name)", { _, _ in answer }) }
      + answers.flatMap { one, right in
        answers.filter { $0.0 != one }.map { other, wrong -> Row in
          ("\(one) is \(other)", { answer, _ in answer.outcome == right.outcome ? wrong : answer })
        }
      } + [
        ("invalid without findings", { answer, _ in answer.outcome == .invalid ? Answer(.invalid) : answer }),
        ("a document of the wrong type is malformed", { answer, _ in answer.findings == [whole] ? Answer(.malformed) : answer }),
        ("half of the documents are valid", { answer, subject in subject.bytes.count % 2 == 0 ? Answer(.valid) : answer }),
      ]
  }()

  /// Documents that others refuse.
  static let refusals: [Row] = {
    func refusing(_ name: String, _ isRefused: @escaping @Sendable (Subject) -> Bool) -> Row {
      (name, { answer, subject in isRefused(subject) ? Answer(.malformed) : answer })
    }
    let depths = [2, 3, 4, 8, 16, 32, 64, 100, 128, 256, 300, 400, 500].map { bound in
      refusing("depth \(bound) at most") { ($0.value?.depth ?? 0) > bound }
    }
    let sizes = [1, 4, 16, 32, 64, 100, 128, 256, 512, 1024].map { bound -> Row in
      (
        "\(bound) KiB at most",
        { answer, subject in subject.bytes.count > bound << 10 ? Answer(.unsupported) : answer }
      )
    }
    let numbers: [(String, @Sendable (String) -> Bool)] = [
      ("numbers of a double", { Double($0)?.isInfinite ?? false }),
      ("numbers of 64 bits", { !$0.contains { ".eE".contains($0) } && Int64($0) == nil }),
      ("whole numbers", { $0.contains(".") }), ("no exponents", { $0.contains("e") || $0.contains("E") }),
      ("no capital E", { $0.contains("E") }), ("no negative zero", { $0.hasPrefix("-0") }),
      ("no plus sign in exponents", { $0.contains("+") }),
      ("exponents without leading zeros", { $0.lowercased().contains("e0") }),
    ]
    let texts: [(String, String)] = [
      ("escaped slashes", #"\/"#), ("\\b", #"\b"#), ("\\f", #"\f"#), ("\\n", #"\n"#), ("\\r", #"\r"#),
      ("\\t", #"\t"#), ("escaped quotes", #"\""#), ("\\u escapes", #"\u"#), ("\\u0000", #"\u0000"#),
      ("escaped surrogates", #"\ud8"#), ("doubled backslashes", #"\\"#), ("tabs", "\t"), ("CR", "\r"),
      ("line feeds", "\n"), ("DEL", "\u{7F}"), ("spaces before colons", " :"), ("spaces before commas", " ,"),
      ("empty objects", "{}"), ("empty arrays", "[]"), ("arrays", "["), ("true", "true"), ("false", "false"),
      ("null", "null"), ("empty strings", "\"\""), ("noncharacters", "\u{FFFF}"),
      ("replacement characters", "\u{FFFD}"), ("U+2028", "\u{2028}"), ("U+10FFFF", "\u{10FFFF}"),
      ("private use", "\u{E000}"), ("byte order marks inside", "\u{FEFF}"),
    ]
    let bytes: [(String, @Sendable ([UInt8]) -> Bool)] = [
      ("white space at the start", { [0x20, 0x09, 0x0A, 0x0D].contains($0.first ?? 0) }),
      ("white space at the end", { [0x20, 0x09, 0x0A, 0x0D].contains($0.last ?? 0) }),
      ("bytes beyond ASCII", { $0.contains { $0 >= 0x80 } }), ("sequences of four", { $0.contains { $0 >= 0xF0 } }),
      ("sequences of three", { $0.contains { $0 >= 0xE0 } }),
      ("capitals in escapes", { zip($0, $0.dropFirst(2)).contains { $0 == 0x5C && 0x41...0x46 ~= $1 } }),
    ]
    return depths + sizes
      + numbers.map { name, isRefused in refusing(name) { $0.value?.numbers.contains(where: isRefused) ?? false } }
      + [refusing("documents that are objects or arrays") { $0.value.map { ![.object, .array].contains($0.kind) } ?? false }]
      + texts.map { name, text in refusing("\(name) refused") { $0.bytes.contains(Array(text.utf8)) } }
      + bytes.map { name, isRefused in refusing("\(name) refused") { isRefused($0.bytes) } }
  }()
}

extension JSONValue {
  /// How many containers are inside one another.
  fileprivate var depth: Int {
    switch self {
    case .object(let members): 1 + (members.map(\.value.depth).max() ?? 0)
    case .array(let elements): 1 + (elements.map(\.depth).max() ?? 0)
    default: 0
    }
  }

  /// The numbers inside, as they are spelt.
  fileprivate var numbers: [String] {
    switch self {
    case .number(let text): [text]
    case .object(let members): members.flatMap(\.value.numbers)
    case .array(let elements): elements.flatMap(\.numbers)
    default: []
    }
  }
}

extension [UInt8] {
  /// Whether some bytes are in these, in one piece.
  fileprivate func contains(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return false }
    return indices.contains { self[$0] == first && self[$0...].starts(with: text) }
  }
}
