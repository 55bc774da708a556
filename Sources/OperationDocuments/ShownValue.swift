import JSONText

/// A value of a document as JSON text in ASCII, shortened to fit in a table.
struct ShownValue {
  private static let maximumCharacters = 48
  private static let ends = (first: 24, last: 12)

  /// The text. An ellipsis, which ASCII does not have, replaces the omitted part.
  let text: String
  /// The length of a string; nil for any other value.
  let lengthInCodePoints: Int?

  /// The usefulness of the value to a reader: legible values with many different letters are best.
  let clarity: Int

  init?(_ document: [UInt8], at pointer: JSONPointer) {
    guard document.count < 1 << 16, var value = try? JSONValue(parsing: document) else {
      return nil
    }
    for token in pointer.tokens {
      guard let member = value[token] else { return nil }
      value = member
    }
    lengthInCodePoints = value.stringValue?.unicodeScalars.count
    var writer = JSONWriter()
    writer.value(value)
    let text = Self.escaped(writer.text)
    clarity = Self.clarity(of: text)
    self.text =
      text.utf8.count <= Self.maximumCharacters
      ? text : "\(text.prefix(Self.ends.first))…\(text.suffix(Self.ends.last))"
  }

  private static func clarity(of text: String) -> Int {
    (text.contains("\\") ? 0 : 8) + (text.utf8.count > maximumCharacters ? 0 : 4)
      + min(8, Set(text.filter { $0.isLetter || $0.isNumber }).count)
  }

  private static func escaped(_ json: String) -> String {
    var text = ""
    for scalar in json.unicodeScalars {
      if scalar.isASCII {
        text.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return text
  }
}
