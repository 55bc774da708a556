import JSONText
import Vectors

/// The text of a body with a hole in it, for values that are no JSON.
struct Template {
  /// The text before the hole.
  let before: String
  /// The text behind it.
  let after: String

  /// The text of a target's body with a hole in place of a field's value.
  init(_ target: Target, _ field: String) {
    // No body has this character elsewhere.
    let parts = Body(target).setting(field, .string("@")).text.utf8
      .split(separator: UInt8(ascii: "@")).map { String(Substring($0)) }
    before = String((parts.first ?? "").dropLast())
    after = String((parts.last ?? "").dropFirst())
  }

  /// The hole filled with a text.
  func filled(_ text: String) -> [RecipePart] { [.text(before + text + after)] }

  /// The hole filled with a string whose inside is given as parts.
  func filledWithString(_ parts: RecipePart...) -> [RecipePart] {
    [.text(before + "\"")] + parts + [.text("\"" + after)]
  }
}
