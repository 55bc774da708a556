import JSONText
import SchemaRules

/// Members that the schema does not declare, and members of duplicate names.
enum Members {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    [
      DraftFile(
        "unknown-fields/\(body.name).json", "Undeclared members in the \(body.name)",
        "None of them is a declared member under another name.",
        body.objects.prefix(20).flatMap { undeclared($0, body) } + lookAlikes(body)
          + everywhere(body)),
      DraftFile(
        "duplicate-keys/\(body.name).json", "Duplicate member names in the \(body.name)",
        "Names are compared after unescaping, code point by code point.",
        duplicates(body) + spelled(body) + different(body)),
    ]
  }

  // MARK: Undeclared members

  private static let names = [
    "foo", "", " ", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "length",
    "$schema", "$ref", "a/b", "a~b", "~1", "name/", "/name", "0", "null", "\u{E9}", "e\u{301}",
    "\u{1F600}", "\u{0}", "a\nb", "a.b", "error", "extra-field", "comment", "//", "id", "data",
    "usage", "authMode", "sessionToken", "createdAt", "updatedAt", "created_at", "type", "value",
  ]

  private static let values: [(String, JSONValue)] = [
    ("null", .null), ("false", .boolean(false)), ("a number", .number("-1.5e-7")),
    ("an empty array", .array([])), ("an empty object", .object([])),
    ("a string that no pattern allows", .string("#\u{0}")),
  ]

  private static func undeclared(_ object: Place, _ body: BodyPlaces) -> [Draft] {
    func draft(_ why: String, _ document: JSONValue) -> Draft {
      Draft(
        body.name, why, document,
        rules: object.rules(of: [.additionalProperties]),
        axis: "unknown-fields")
    }
    let others = names.filter { !object.properties.contains($0) && object.value[$0] == nil }
    // Names that other objects declare.
    let elsewhere = Set(body.objects.flatMap(\.properties)).subtracting(object.properties).sorted()
      .filter { !others.contains($0) }
    let single = (others + elsewhere.prefix(12)).enumerated().map { index, name in
      draft(
        "\(object.label) has the undeclared member \(name.quoted).",
        object.base.adding(
          name, .string("x"), to: object.path[...], atStart: index % 2 == 0))
    }
    let valued = (values + [("a whole document", body.example)]).map { why, value in
      draft(
        "\(object.label) has an undeclared member with \(why) as its value.",
        object.base.adding("more", value, to: object.path[...]))
    }
    let all = draft(
      "\(object.label) has many undeclared members, before the others.",
      others.reduce(object.base) {
        $0.adding($1, .string("y"), to: object.path[...], atStart: true)
      })
    let polluted = ["__proto__", "foo"].map { name in
      draft(
        "\(object.label) has its members inside the undeclared member \(name), where they do not count.",
        object.document(.members([(name, object.value)])))
    }
    return single + valued + [all] + polluted
  }

  /// Undeclared members in every object at once, beside other faults.
  private static func everywhere(_ body: BodyPlaces) -> [Draft] {
    let faults = body.places.filter { $0.isRequired == true }
    guard let wrong = faults.first, let missing = faults.dropFirst().first else { return [] }
    let document = body.objects.filter { $0.base == body.example }.reduce(body.example) {
      $0.adding("x", .null, to: $1.path[...]).adding("y", .null, to: $1.path[...], atStart: true)
    }
    return [
      Draft(
        body.name,
        "Every object has two undeclared members; \(wrong.label) is null and \(missing.label) is missing.",
        document.setting(wrong.path[...], .null).setting(missing.path[...], nil),
        axis: "unknown-fields")
    ]
  }

  /// Names that look like declared ones, in their place.
  private static func lookAlikes(_ body: BodyPlaces) -> [Draft] {
    body.places.filter { $0.name != nil && $0.isRequired != nil }.prefix(60).flatMap {
      place -> [Draft] in
      let name = place.name ?? ""
      let snake = name.unicodeScalars.map {
        $0.properties.isUppercase ? "_\($0.properties.lowercaseMapping)" : String($0)
      }.joined()
      let kebab = String(snake.map { $0 == "_" ? "-" : $0 })
      let camel = snake.split(separator: "_", omittingEmptySubsequences: false).enumerated().map {
        $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst()
      }.joined()
      let spellings: [(String, String)] = [
        ("in capitals", name.uppercased()),
        ("with a capital first", name.prefix(1).uppercased() + name.dropFirst()),
        ("in small letters", name.lowercased()), ("in snake case", snake),
        ("in kebab case", kebab), ("in camel case", camel), ("with a space behind it", name + " "),
        ("with a space before it", " " + name), ("with a null character behind it", name + "\u{0}"),
        ("with letters of another script", name.replacingLookAlikes),
        ("in fullwidth letters", name.fullwidth), ("with a combining mark", name + "\u{301}"),
        ("with a zero-width space", name + "\u{200B}"),
        ("with a byte order mark", "\u{FEFF}" + name),
        ("without its last letter", String(name.dropLast())),
        ("with a letter more", name + "s"), ("with a line feed behind it", name + "\n"),
        ("with an underscore before it", "_" + name), ("with a dot before it", "." + name),
        ("with a digit behind it", name + "2"),
        ("without its first letter", String(name.dropFirst())),
      ]
      var seen: Set<[UInt8]> = [Array(name.utf8)]
      return spellings.filter { seen.insert(Array($0.1.utf8)).inserted }.map { spelling, other in
        Draft(
          place.target,
          "The name \(name.quoted) is spelled \(spelling), and so another name: \(other.quoted).",
          place.document(nil).adding(
            other, place.isRequired == true ? place.value : .number("1"),
            to: place.path.dropLast()),
          rules: place.requirements,
          axis: "unknown-fields")
      }
    }
  }

  // MARK: Duplicate names

  private static func duplicates(_ body: BodyPlaces) -> [Draft] {
    func draft(_ why: String, _ document: JSONValue) -> Draft {
      Draft(body.name, why, document, axis: "duplicate-keys")
    }
    let members = body.places.filter { $0.name != nil && $0.isRequired != nil }.prefix(40)
    let single = members.flatMap { place in
      let (name, parent) = (place.name ?? "", place.path.dropLast())
      let wrong: JSONValue = place.value.isNumber ? .string("x") : .number("1")
      return [
        draft(
          "\(place.label) is there twice with the same value.",
          place.base.adding(name, place.value, to: parent)),
        draft(
          "\(place.label) is there twice, first right, then of the wrong type: what is validated may not be what is used.",
          place.base.adding(name, wrong, to: parent)),
        draft(
          "\(place.label) is there twice, first of the wrong type, then right.",
          place.base.adding(name, wrong, to: parent, atStart: true)),
        draft(
          "\(place.label) is there twice, the second time null.",
          place.base.adding(name, .null, to: parent)),
      ]
    }
    let objects = body.objects.prefix(8).flatMap { object in
      let path = object.path[...]
      let name = object.value.objectValue?.first?.name ?? "a"
      let value = object.value.objectValue?.first?.value ?? .null
      return [
        draft(
          "\(object.label) has an undeclared name twice.",
          object.base.adding("foo", .null, to: path).adding("foo", .null, to: path)),
        draft(
          "\(object.label) has a name three times.",
          object.base.adding(name, value, to: path).adding(name, value, to: path)),
      ]
    }
    guard let place = body.wrongTypePlace else { return single + objects }
    let twice = JSONValue.members([("a", .null), ("a", .null)])
    let inside: [(String, JSONValue)] = [
      ("an object with a duplicate name", twice),
      ("arrays around an object with a duplicate name", .array([.array([twice])])),
      ("an object with the empty name twice", .members([("", .null), ("", .null)])),
      (
        "an object of 200 members, two of them of one name and far apart",
        .object((0..<200).map { .init(name: "k\($0 % 199)", value: .null) })
      ),
      (
        "objects two deep around an object with a duplicate name",
        .members([("x", .members([("y", twice)]))])
      ),
    ]
    return single + objects
      + inside.map { why, value in
        draft("\(place.label) is of the wrong type: \(why).", place.document(value))
      } + [
        draft("The document is an array around an object with a duplicate name.", .array([twice]))
      ]
  }

  /// The same name in two spellings.
  private static func spelled(_ body: BodyPlaces) -> [Draft] {
    guard let place = body.wrongTypePlace else { return [] }
    let members: [(String, String, String)] = [
      ("one of them escaped", #""name":1,"n\u0061me":2"#, "name"),
      ("both of them escaped", #""\u006eame":1,"n\u0061me":2"#, "name"),
      ("hexadecimal digits in capitals", #""\u006a":1,"\u006A":2"#, "j"),
      (
        "a pair of surrogates and the character", "\"\\ud83d\\ude00\":1,\"\u{1F600}\":2",
        "\u{1F600}"
      ),
      ("an escaped slash", #""a\/b":1,"a/b":2"#, "a/b"),
      ("two escapes of a tab", #""\t":1,"\u0009":2"#, "\t"),
      ("beyond ASCII", "\"\\u00e9\":1,\"\u{E9}\":2", "\u{E9}"),
      ("a null character", #""a\u0000b":1,"a\u0000b":2"#, "a\u{0}b"),
    ]
    return members.map { why, text, name in
      Draft(
        body.name, "A duplicate name in two spellings: \(why).",
        parts: place.slot.filled("{\(text)}"),
        .value(place.document(.members([(name, .number("1")), (name, .number("2"))]))),
        tags: ["escapes"], axis: "duplicate-keys")
    }
  }

  /// Names that differ, if only just.
  private static func different(_ body: BodyPlaces) -> [Draft] {
    guard let place = body.wrongTypePlace else { return [] }
    let pairs = [
      ("precomposed and decomposed", "\u{E9}", "e\u{301}"),
      ("the Angstrom sign and the letter", "\u{212B}", "\u{C5}"),
      ("small and capital", "name", "Name"),
      ("without and with a space", "name", "name "),
      ("without and with a null character", "a", "a\u{0}"),
      ("different behind a null character", "a\u{0}b", "a\u{0}c"),
      ("a fullwidth letter", "a", "\u{FF41}"),
      ("a ligature", "\u{FB01}", "fi"), ("sharp s", "\u{DF}", "ss"), ("empty and a space", "", " "),
      ("digits", "1", "01"), ("a soft hyphen", "ab", "a\u{AD}b"),
      ("a variation selector", "a", "a\u{FE0F}"),
      ("a Hangul syllable and its letters", "\u{AC00}", "\u{1100}\u{1161}"),
      ("__proto__ and another", "__proto__", "__proto"),
      ("a character and its replacement", "\u{1F600}", "\u{FFFD}"),
      ("the Greek question mark and a semicolon", "\u{37E}", ";"),
    ]
    let objects: [(String, JSONValue)] = [
      (
        "neighbours in an array",
        .array([.members([("name", .null)]), .members([("name", .null)])])
      ),
      ("one inside the other", .members([("name", .members([("name", .null)]))])),
    ]
    return pairs.map { why, one, other in
      place.draft(
        .members([(one, .null), (other, .null)]), "Two names that are not duplicates: \(why).")
    }
      + objects.map { why, value in
        place.draft(value, "The same name in two objects, \(why), is not a duplicate.")
      }
  }
}

extension BodyPlaces {
  /// A place where neither objects nor arrays are allowed, so that nothing but their type matters; one with
  /// a rule on its type alone does best.
  var wrongTypePlace: Place? {
    let places = places.filter { $0.kinds.isDisjoint(with: [.object, .array]) && $0.listed == nil }
    return places.first { $0.isRequired == true } ?? places.first
  }
}
