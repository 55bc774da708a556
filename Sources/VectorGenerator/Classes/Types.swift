import JSONText
import Vectors

/// Each field with a value of each wrong type, chosen so that a lenient conversion would do.
enum Types {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "types/\(target).json", title: "Wrong types in the \(target)",
        about: "A value of the wrong type breaks the rule \"type\" and no other.",
        drafts: root(target) + objects(target) + texts(target))
    }
  }

  /// Values that are no text, by name; conversions to text, or out of an array, would be right.
  private static func wrongTexts(_ right: String) -> [(String, JSONValue)] {
    [
      ("null", .null), ("true", .boolean(true)), ("false", .boolean(false)),
      ("number", .number("12345")), ("zero", .number("0")), ("fraction", .number("1.5")),
      ("exponent", .number("1e3")),
      ("empty array", .array([])), ("array of the right text", .array([.string(right)])),
      ("array of letters", .array([.string("a"), .string("b"), .string("c")])),
      ("empty object", .object([])), ("object", .members([("value", .string(right))])),
      ("array of null", .array([.null])),
    ]
  }

  private static func texts(_ target: Target) -> [Draft] {
    Fields.allTexts(target).flatMap { field in
      let right = field == "/type" ? "s3" : field == "/prefix" ? "p/" : "abc"
      return wrongTexts(right).map { name, value in
        Draft.field(
          "types/\(target)\(field)/\(name)", target, field, value,
          "\(field) is \(name.withArticle) instead of a string.", about: ["type"])
      }
    }
  }

  private static let wrongObjects: [(String, JSONValue)] = [
    ("null", .null), ("true", .boolean(true)), ("false", .boolean(false)), ("number", .number("1")),
    ("zero", .number("0")), ("text", .string("abc")), ("empty text", .string("")),
    ("empty array", .array([])), ("text of an object", .string("{}")),
    ("array of an empty object", .array([.object([])])), ("array of null", .array([.null])),
  ]

  private static func objects(_ target: Target) -> [Draft] {
    let credentials = Body(.request).value["credentials"] ?? .null
    var places = [("/credentials", credentials)]
    if target == .response {
      places.append(("", Body(.response).value["data"] ?? .null))
    }
    return places.flatMap { field, right in
      let more: [(String, JSONValue)] = [
        ("array of the right object", .array([right])),
        ("text of the right object", .string(right.text)),
        (
          "array of its values",
          .array(PageModel.children(of: right))
        ),
        (
          "array of its names and values",
          .array((right.objectValue ?? []).map { .array([.string($0.name), $0.value]) })
        ),
      ]
      let pointer = Body.pointer(field, in: target)
      return (wrongObjects + more).map { name, value in
        Draft(
          "types/\(target)\(pointer)/\(name)", target,
          "\(pointer) is \(name.withArticle) instead of an object.",
          Body(target).settingInDocument(pointer, value).value, rules: [Finding(pointer, "type")])
      }
    }
  }

  private static func root(_ target: Target) -> [Draft] {
    let right = Body(target).value
    let more: [(String, JSONValue)] = [
      ("array of the right object", .array([right])),
      ("text of the right object", .string(right.text)),
      ("array of two right objects", .array([right, right])),
    ]
    return (wrongObjects + more).map { name, value in
      Draft(
        "types/\(target)/root/\(name)", target,
        "The document is \(name.withArticle), not an object.",
        value, rules: [Finding("", "type")])
    }
  }
}

extension String {
  /// The noun in a sentence.
  fileprivate var withArticle: String {
    switch self {
    case "null", "true", "false", "zero": self
    case _ where "aeio".contains(prefix(1)): "an \(self)"
    default: "a \(self)"
    }
  }
}
