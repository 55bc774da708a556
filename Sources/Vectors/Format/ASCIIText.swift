import JSONText

/// JSON text in ASCII alone, which every editor and every diff shows.
enum ASCIIText {
  /// The compact text of a value, with all other characters escaped.
  static func encoding(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(value)
    var text = writer.bytes
    text.escapeCharacters { _ in true }
    return text
  }
}
