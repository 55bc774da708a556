import JSONText

/// JSON text in ASCII alone, so that what a vector says shows in any editor and any diff.
enum ASCIIText {
  /// The compact text of a value, other characters escaped.
  static func encoding(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(value)
    return escaping(writer.bytes)
  }

  /// JSON text with each character beyond ASCII as `\uXXXX`, a pair of them above U+FFFF.
  ///
  /// Outside strings JSON has none, so that every place where one stands takes an escape.
  static func escaping(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return text }
    var escaped: [UInt8] = []
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      if unit < 0x80 {
        escaped.append(UInt8(truncatingIfNeeded: unit))
      } else {
        let digits = String(unit, radix: 16)
        let padding = String(repeating: "0", count: 4 - digits.utf8.count)
        escaped += "\\u\(padding)\(digits)".utf8
      }
    }
    return escaped
  }
}
