import JSONText
import SchemaRules

/// Values of the wrong type, chosen so that a lenient conversion would make them right.
enum Types {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    [
      DraftFile(
        "types/\(body.name).json", "Wrong types in the \(body.name)",
        "A value of the wrong type is rejected, whatever it could be converted to.",
        body.places.flatMap(drafts))
    ]
  }

  private static func drafts(_ place: Place) -> [Draft] {
    candidates(place).map { name, value in
      place.draft(value, "\(place.label) is \(name).", about: [.type])
    }
  }

  private static func candidates(_ place: Place) -> [(String, JSONValue)] {
    let right = place.value
    let wraps: [(String, JSONValue)] = [
      ("an array of the right value", .array([right])),
      ("an object around the right value", .members([("value", right)])),
    ]
    let scalars: [(String, JSONValue)] = [
      ("null", .null), ("true", .boolean(true)), ("false", .boolean(false)),
      ("a number", .number("12345")), ("0", .number("0")), ("1", .number("1")),
      ("a fraction", .number("1.5")), ("a number with an exponent", .number("1e3")),
      ("an empty array", .array([])), ("an empty object", .object([])),
      ("an array of null", .array([.null])),
    ]
    switch right {
    case .string:
      return scalars + wraps + [
        ("an array of letters", .array([.string("a"), .string("b"), .string("c")]))
      ]
    case .object(let members):
      return scalars + [
        wraps[0], ("a string", .string("abc")), ("an empty string", .string("")),
        ("the text of an object", .string("{}")),
        ("an array of an empty object", .array([.object([])])),
        ("the text of the right object", .string(right.text)),
        ("an array of two right objects", .array([right, right])),
        ("an array of the member values", .array(right.children)),
        (
          "an array of names and values",
          .array(members.map { .array([.string($0.name), $0.value]) })
        ),
      ]
    case .array(let elements):
      return scalars + wraps + [
        ("its only element", elements.first ?? .string("a")), ("a string", .string("abc")),
        ("the text of the right array", .string(right.text)),
        (
          "an object with indices as names",
          .members(elements.enumerated().map { (String($0), $1) } + [("length", .number("1"))])
        ),
      ]
    case .number(let text):
      return scalars + wraps + [
        ("the number as a string", .string(text)), ("an empty string", .string("")),
        ("a string", .string("abc")), ("a whole number with a fraction of zero", .number("1.0")),
        ("a whole number with an exponent", .number("1e0")), ("minus zero", .number("-0")),
        ("minus one half", .number("-0.5")), ("a huge number", .number("1e400")),
        ("a fraction next to a whole number", .number("1.0000000000000000001")),
      ]
    case .boolean:
      return scalars + wraps + [
        ("the string true", .string("true")), ("the string false", .string("false")),
        ("the string yes", .string("yes")), ("an empty string", .string("")),
      ]
    case .null:
      return scalars + wraps + [
        ("the string null", .string("null")), ("an empty string", .string("")),
      ]
    }
  }
}
