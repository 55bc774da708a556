import JSONText
import SchemaRules

/// The anchors of a document's parts, for links.
enum Anchor {
  /// The anchor of a rule: its id, as in reports.
  static func rule(_ id: String) -> String { encoded(id) }

  /// The anchor of a field. The prefix distinguishes it from a rule's id.
  static func field(_ id: String) -> String { "field:" + encoded(id) }

  /// The anchor of a decision.
  static func decision(_ id: String) -> String { "decision:" + encoded(id) }

  /// The anchor of a body's section.
  static func body(_ body: BodyReference) -> String { "body:" + encoded(body.schema.id) }

  /// The text with escapes for the bytes that have a meaning in a URL or an HTML attribute.
  static func encoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII,
        scalar.properties.isAlphabetic || "0123456789-._~/*".contains(Character(scalar))
      {
        result.unicodeScalars.append(scalar)
      } else {
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
