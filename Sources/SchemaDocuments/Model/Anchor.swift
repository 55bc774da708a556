import JSONText
import SchemaRules

/// The names by which a document's parts are linked.
enum Anchor {
  /// The anchor of a rule: its id, as in reports.
  static func rule(_ id: String) -> String { encoded(id) }

  /// The anchor of a field; the prefix sets it apart from a rule's id.
  static func field(_ field: FieldReference) -> String { "field:" + encoded(field.id) }

  /// The anchor of a decision.
  static func decision(_ id: String) -> String { "decision:" + encoded(id) }

  /// The text with every byte escaped that has a meaning in a URL or an HTML attribute.
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "*"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}

extension Anchor {
  /// The anchor of a body's section.
  static func body(_ body: BodyReference) -> String { "body:" + encoded(body.schema.id) }
}
