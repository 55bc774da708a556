import JSONText
import SchemaRules
import Vectors

/// Members that the page does not name.
enum UnknownFields {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "unknown-fields/\(target).json", title: "Unknown members in the \(target)",
        about: "The page does not forbid them. None of them is a known field under another name.",
        drafts: extra(target) + lookAlikes(target) + values(target))
    }
  }

  private static let names = [
    "foo", "", " ", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "length",
    "id", "data",
    "usage", "authMode", "$schema", "$ref", "a/b", "a~b", "~1", "name/", "/name", "0", "null",
    "\u{E9}", "e\u{301}",
    "\u{1F600}", "\u{0}", "a\nb", "credentials.accessKey", "sessionToken", "error", "extra-field",
    "comment", "//",
    "createdAt", "updatedAt", "description", "name", "accessKey", "Name", "DESCRIPTION",
    "description ", "descriptionn", "descriptio", "name2", "names",
    "createdat", "created_at",
  ]

  private static func places(_ target: Target) -> [String] {
    let credentials = Body.pointer("/credentials", in: target)
    return target == .request ? ["", credentials] : ["", "/data", credentials]
  }

  private static func isKnown(_ name: String, at place: String, in target: Target) -> Bool {
    target.schema.rules.contains { $0.pointer == JSONPointer(place)?.appending(name) }
  }

  private static func extra(_ target: Target) -> [Draft] {
    places(target).flatMap { place in
      names.enumerated().filter { !isKnown($1, at: place, in: target) }.map { index, name in
        Draft(
          "unknown/\(target)\(place)/\(index)", target,
          "An unknown member \(JSONValue.string(name).text) in \(place.isEmpty ? "the document" : place).",
          Body(target).adding(name, .string("x"), to: place, atStart: index % 2 == 0).value,
          rules: [Finding(place, "additionalProperties")], axis: Choices.unknownFields)
      }
    }
  }

  /// Names that take the place of a known one.
  private static func lookAlikes(_ target: Target) -> [Draft] {
    let fields = Fields.required(target) + ["/description"]
    return fields.flatMap { field -> [Draft] in
      let tokens = field.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
      let name = tokens.last ?? ""
      let parent = Body.pointer(tokens.count > 1 ? "/credentials" : "", in: target)
      let value = Body(target).setting("/description", .string("abc")).value(at: field, in: target)
      let snake = name.unicodeScalars.map { scalar in
        scalar.properties.isUppercase ? "_" + String(scalar).lowercased() : String(scalar)
      }.joined()
      let spellings = [
        ("capitals", name.uppercased()),
        ("a capital first", name.prefix(1).uppercased() + name.dropFirst()),
        ("small letters", name.lowercased()), ("a space behind", name + " "),
        ("a space before", " " + name),
        ("snake case", snake), ("kebab case", String(snake.map { $0 == "_" ? "-" : $0 })),
        ("a null character behind", name + "\u{0}"), ("a look-alike letter", name.withCyrillic),
        ("fullwidth letters", name.fullwidth), ("a combining mark behind", name + "\u{301}"),
        ("a zero-width space behind", name + "\u{200B}"),
        ("a byte order mark before", "\u{FEFF}" + name),
        ("its last letter missing", String(name.dropLast())), ("a letter more", name + "s"),
        ("a line feed behind", name + "\n"), ("an underscore before", "_" + name),
        ("a dot before", "." + name),
      ]
      return spellings.filter { !$0.1.utf8.elementsEqual(name.utf8) }.map { spelling, other in
        Draft(
          "look-alike/\(target)\(field)/\(spelling)", target,
          "\(name) spelt with \(spelling) is not \(name).",
          Body(target).setting(field, nil)
            .adding(other, field == "/description" ? .number("1") : value, to: parent).value,
          rules: field == "/description"
            ? [] : [Finding(Body.pointer(field, in: target), "required")],
          axis: Choices.unknownFields)
      }
    }
  }

  /// Values of unknown members, which are nobody's business.
  private static func values(_ target: Target) -> [Draft] {
    let values: [(String, JSONValue)] = [
      ("null", .null), ("false", .boolean(false)), ("a number", .number("-1.5e-7")),
      ("an empty array", .array([])),
      ("an empty object", .object([])),
      ("a text with characters that no pattern has", .string("#\u{0}")),
      ("a body", Body(target).value),
      ("an array of bodies", .array([Body(target).value, Body(target).value])),
      ("a name that is wrong", .members([("name", .string("!"))])),
    ]
    let polluted = places(target).map { place in
      Draft(
        "unknown/\(target)\(place)/pollution", target,
        "Fields inside a member called __proto__ do not count as those of the object around it.",
        JSONValue.members([("__proto__", Body(target).value)])
          .inside(place, of: target), axis: Choices.unknownFields)
    }
    let nested = places(target).flatMap { place in
      ["__proto__", "foo"].map { name in
        Draft(
          "unknown/\(target)\(place)/\(name)/with-name", target,
          "A name inside the unknown member \(name) is not that of the object around it.",
          Body(target).setting("/name", nil).setting("/credentials/region", nil)
            .adding(
              name, .members([("name", .string("abc")), ("region", .string("r"))]), to: place
            ).value,
          axis: Choices.unknownFields)
      }
    }
    return places(target).flatMap { place in
      values.map { why, value in
        Draft(
          "unknown/\(target)\(place)/value/\(why)", target,
          "An unknown member in \(place.isEmpty ? "the document" : place) whose value is \(why).",
          Body(target).adding("more", value, to: place).value,
          rules: [Finding(place, "additionalProperties")], axis: Choices.unknownFields)
      }
    } + polluted + nested
      + places(target).map { place in
        let body = Body(target)
        let known = names.filter { !isKnown($0, at: place, in: target) }
        return Draft(
          "unknown/\(target)\(place)/all", target,
          "All of these unknown members at once, before the others.",
          known.reduce(body) { $0.adding($1, .string("y"), to: place, atStart: true) }.value,
          axis: Choices.unknownFields)
      }
      + [
        Draft(
          "unknown/\(target)/two", target, "Two unknown members in each object, with other errors.",
          places(target).reduce(
            Body(target).setting("/type", .string("gcs")).setting("/prefix", nil)
          ) {
            $0.adding("x", .null, to: $1).adding("y", .null, to: $1, atStart: true)
          }.value, axis: Choices.unknownFields)
      ]
  }
}

extension Body {
  /// The value of a field of the destination.
  fileprivate func value(at field: String, in target: Target) -> JSONValue {
    Body.pointer(field, in: target).utf8.split(separator: UInt8(ascii: "/"))
      .reduce(value) { $0[String(Substring($1))] ?? .null }
  }
}

extension JSONValue {
  /// The value as that of an object of a body.
  fileprivate func inside(_ place: String, of target: Target) -> JSONValue {
    place.isEmpty ? self : Body(target).settingInDocument(place, self).value
  }
}

extension String {
  fileprivate var withCyrillic: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0 == "e" ? "\u{435}" : $0 == "a" ? "\u{430}" : $0 }))
  }

  fileprivate var fullwidth: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { Unicode.Scalar($0.value - 0x20 + 0xFF00) ?? $0 }))
  }
}
