import JSONText
import Vectors

/// Implementations that count lengths in other units.
enum LengthUnits {
  static var all: [(String, ReportMutants.Change)] {
    let units: [(String, @Sendable (String) -> Int)] = [
      ("UTF-16 code units", { $0.utf16.count }), ("bytes of UTF-8", { $0.utf8.count }),
      ("grapheme clusters", { $0.count }),
      ("bytes of UTF-16", { $0.utf16.count * 2 }),
      ("bytes of UTF-32", { $0.unicodeScalars.count * 4 }),
      (
        "characters that are no white space",
        { $0.filteringScalars { !ValueMutants.isSpace($0) }.unicodeScalars.count }
      ),
      (
        "trimmed characters",
        { $0.trimmingScalars { ValueMutants.isSpace($0) }.unicodeScalars.count }
      ),
      (
        "characters without a final LF",
        { $0.unicodeScalars.count - ($0.unicodeScalars.last == "\n" ? 1 : 0) }
      ),
      ("code points and one", { $0.unicodeScalars.count + 1 }),
      ("words", { $0.split(separator: " ").count }),
      (
        "columns",
        {
          $0.unicodeScalars.reduce(0) {
            $0 + ($1.value >= 0x1100 && $1.properties.isIdeographic ? 2 : 1)
          }
        }
      ),
      (
        "base characters",
        { $0.filteringScalars { !(0x300...0x36F).contains($0.value) }.unicodeScalars.count }
      ),
      (
        "characters up to a null character",
        { $0.prefixScalars { $0 != "\u{0}" }.unicodeScalars.count }
      ),
      (
        "lines and characters, CRLF as one", { $0.unicodeScalars.count - $0.count { $0 == "\r\n" } }
      ),
      (
        "letters and digits",
        { $0.filteringScalars { ClassText.alphanumerics.contains($0) }.unicodeScalars.count }
      ),
      (
        "escaped text",
        { text in
          var writer = JSONWriter()
          writer.string(text)
          return writer.text.unicodeScalars.count - 2
        }
      ),
      ("escaped ASCII", { $0.utf16.reduce(0) { $0 + ($1 < 0x80 ? 1 : 6) } }),
      (
        "characters above U+FFFF as none",
        { $0.filteringScalars { $0.value <= 0xFFFF }.unicodeScalars.count }
      ),
      (
        "characters beyond ASCII as two",
        { $0.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? 1 : 2) } }
      ), ("256 as none", { $0.unicodeScalars.count % 256 }),
    ]
    return units.flatMap { name, length -> [(String, ReportMutants.Change)] in
      [
        ("lengths in \(name)", { recounted($0, $1, ["name", "description"], length) }),
        ("name's length in \(name)", { recounted($0, $1, ["name"], length) }),
        ("description's length in \(name)", { recounted($0, $1, ["description"], length) }),
        (
          "least length in \(name)",
          { recounted($0, $1, ["name"], length, keywords: ["minLength"]) }
        ),
      ]
    }
  }

  /// The answer with the findings on length that another unit leads to.
  private static func recounted(
    _ answer: Answer, _ subject: Subject, _ fields: [String], _ length: (String) -> Int,
    keywords: [String] = ["minLength", "maxLength"]
  ) -> Answer {
    guard let value = subject.value, answer.outcome == .valid || answer.outcome == .invalid else {
      return answer
    }
    let (body, place) = subject.target == .request ? (value, "") : (value["data"] ?? .null, "/data")
    var findings = answer.findings
    for field in fields {
      guard let text = body[field]?.stringValue else { continue }
      let pointer = "\(place)/\(field)"
      let count = length(text)
      for keyword in keywords {
        findings.removeAll { $0 == Finding(pointer, keyword) }
      }
      let (least, most) = field == "name" ? (3, 100) : (0, 200)
      if count < least, keywords.contains("minLength") {
        findings.append(Finding(pointer, "minLength"))
      }
      if count > most, keywords.contains("maxLength") {
        findings.append(Finding(pointer, "maxLength"))
      }
    }
    return findings.isEmpty ? Answer(.valid) : Answer(.invalid, findings)
  }
}
