import ECMARegex
import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// Members that the schema does not declare, and members of duplicate names.
enum Members {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    [
      body.file(
        "unknown-fields",
        body.objects.prefix(20).enumerated().flatMap { undeclared($1, body, ordinal: $0) }
          + lookAlikes(body) + everywhere(body)),
      body.file("duplicate-keys", duplicates(body) + alike(body)),
    ]
  }

  // MARK: Undeclared members

  private static func undeclared(_ object: Place, _ body: BodyPlaces, ordinal: Int) -> [Draft] {
    func draft(_ why: String, _ document: JSONValue) -> Draft {
      Draft(
        "\(object.label) \(why).", document, rules: object.rules(of: [.additionalProperties]),
        axis: "unknown-fields")
    }
    // All names in the first object, some in turn in the others; names that other objects declare in each.
    let names = Table.names.texts("undeclared").enumerated().filter {
      ordinal == 0 || $0.offset % 4 == ordinal % 4
    }.map(\.element)
    let elsewhere = Set(body.objects.flatMap(\.properties)).sorted()
    let others = (names + elsewhere.filter { !names.contains($0) }.prefix(12)).filter {
      !object.properties.contains($0) && object.value[$0] == nil
    }
    let single = others.enumerated().map { index, name in
      draft(
        "has the undeclared member \(name.quoted)",
        object.base.adding(name, .string("x"), to: object.path, atStart: index % 2 == 0))
    }
    let values = Table.values.values("undeclared") + [("a whole document", body.example)]
    let valued = values.map { why, value in
      draft(
        "has an undeclared member whose value is \(why)",
        object.base.adding("more", value, to: object.path))
    }
    let all = others.reduce(object.base) {
      $0.adding($1, .string("y"), to: object.path, atStart: true)
    }
    return single + valued + [
      draft("has many undeclared members before those that are declared", all)
    ]
      + ["__proto__", "foo"].map { name in
        draft(
          "has its members inside the undeclared member \(name), where they do not count",
          object.document(.members([(name, object.value)])))
      }
  }

  /// Undeclared members in every object at once, beside other faults.
  private static func everywhere(_ body: BodyPlaces) -> [Draft] {
    guard body.required.count > 1 else { return [] }
    let (wrong, missing) = (body.required[0], body.required[1])
    let document = body.objects.filter { $0.base == body.example }.reduce(body.example) {
      $0.adding("x", .null, to: $1.path).adding("y", .null, to: $1.path, atStart: true)
    }
    return [
      Draft(
        "Every object has two undeclared members; \(wrong.label) is null and \(missing.label) is missing.",
        document.setting(.null, at: wrong.path).setting(nil, at: missing.path),
        axis: "unknown-fields")
    ]
  }

  /// Names that look like declared ones, in their place.
  private static func lookAlikes(_ body: BodyPlaces) -> [Draft] {
    body.places.filter(\.isDeclaredMember).prefix(60).enumerated().flatMap {
      ordinal, place -> [Draft] in
      let name = place.name ?? ""
      var seen: Set<[UInt8]> = [Array(name.utf8)]
      let spellings = spellings(of: name).filter { seen.insert(Array($0.name.utf8)).inserted }
      // All spellings of the first names, some in turn of the others.
      return spellings.enumerated().filter {
        ordinal < 2 && body.isFirst || ($0.offset + ordinal) % 3 == 0
      }.map { _, spelling in
        Draft(
          "The name \(name.quoted) is spelled \(spelling.how), which makes it a different name: \(spelling.name.quoted).",
          place.document(nil).adding(
            spelling.name, place.isRequired == true ? place.value : .number("1"),
            to: place.parent),
          rules: place.requirements, axis: "unknown-fields")
      }
    }
  }

  private static func spellings(of name: String) -> [(how: String, name: String)] {
    let snake = name.unicodeScalars.map {
      $0.properties.isUppercase ? "_\($0.properties.lowercaseMapping)" : String($0)
    }.joined()
    let words = snake.split(separator: "_", omittingEmptySubsequences: false)
    let camel =
      words.prefix(1) + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return [
      ("in capitals", name.uppercased()),
      ("with a capital first", name.prefix(1).uppercased() + name.dropFirst()),
      ("in lower case", name.lowercased()), ("in snake case", snake),
      ("in kebab case", words.joined(separator: "-")), ("in camel case", camel.joined()),
      ("with a space after it", name + " "), ("with a space before it", " " + name),
      ("with a null character after it", name + "\u{0}"),
      ("with letters of other scripts", name.replacingLookAlikes),
      ("with a Cyrillic letter", name.replacing("e", with: "\u{435}")),
      ("with a different last letter", name.dropLast() + "x"),
      ("in fullwidth letters", name.fullwidth), ("with a combining mark", name + "\u{301}"),
      ("with a zero-width space", name + "\u{200B}"),
      ("with a byte order mark", "\u{FEFF}" + name),
      ("without its last letter", String(name.dropLast())),
      ("with one more letter", name + "s"), ("with a line feed after it", name + "\n"),
      ("with an underscore before it", "_" + name), ("with a dot before it", "." + name),
      ("with a digit after it", name + "2"), ("without its first letter", String(name.dropFirst())),
    ]
  }

  // MARK: Duplicate names

  private static func duplicates(_ body: BodyPlaces) -> [Draft] {
    func draft(_ why: String, _ document: JSONValue) -> Draft {
      Draft("\(why).", document, axis: "duplicate-keys")
    }
    let members = body.places.filter(\.isDeclaredMember).prefix(body.isFirst ? 40 : 4)
    let single = members.flatMap { place in
      let (name, parent) = (place.name ?? "", place.parent)
      let wrong: JSONValue = place.value.kind == .number ? .string("x") : .number("1")
      return [
        draft(
          "\(place.label) appears twice with the same value",
          place.base.adding(name, place.value, to: parent)),
        draft(
          "\(place.label) appears twice, first with a valid value, then with one of the wrong type: what is validated may not be what is used",
          place.base.adding(name, wrong, to: parent)),
        draft(
          "\(place.label) appears twice, first with a value of the wrong type, then with a valid one",
          place.base.adding(name, wrong, to: parent, atStart: true)),
        draft(
          "\(place.label) appears twice, the second time null",
          place.base.adding(name, .null, to: parent)),
      ]
    }
    let objects = body.objects.prefix(8).flatMap { object in
      let (name, value) =
        object.value.objectValue?.first.map { ($0.name, $0.value) } ?? ("a", .null)
      return [
        draft(
          "\(object.label) has the same undeclared name twice",
          object.base.adding("foo", .null, to: object.path).adding("foo", .null, to: object.path)),
        draft(
          "\(object.label) has the same name three times",
          object.base.adding(name, value, to: object.path).adding(name, value, to: object.path)),
      ]
    }
    guard let place = body.wrongTypePlace else { return single + objects }
    let twice = JSONValue.members([("a", .null), ("a", .null)])
    let inside: [(String, JSONValue)] = [
      ("an object with a duplicate name", twice),
      ("arrays around an object with a duplicate name", .array([.array([twice])])),
      ("an object with the empty name twice", .members([("", .null), ("", .null)])),
      (
        "an object of 200 members, two of them far apart with the same name",
        .object((0..<200).map { .init(name: "k\($0 % 199)", value: .null) })
      ),
      (
        "two levels of objects around an object with a duplicate name",
        .members([("x", .members([("y", twice)]))])
      ),
    ]
    let spelled = Table.names.entries("duplicates").compactMap { entry -> Draft? in
      guard let row = entry.arrayValue?.compactMap(\.stringValue), row.count == 3 else {
        return nil
      }
      return Draft(
        "A duplicate name in two spellings: \(row[0]).", parts: place.spelled("{\(row[1])}"),
        .value(place.document(.members([(row[2], .number("1")), (row[2], .number("2"))]))),
        tags: ["escapes"], axis: "duplicate-keys")
    }
    return single + objects
      + inside.map { draft("\(place.label) is of the wrong type: \($0)", place.document($1)) }
      + [draft("The document is an array around an object with a duplicate name", .array([twice]))]
      + spelled
  }

  /// Names that differ, if only just, and names of different objects.
  private static func alike(_ body: BodyPlaces) -> [Draft] {
    guard let place = body.wrongTypePlace else { return [] }
    let object = JSONValue.members([("name", .null)])
    return Table.names.pairs("different").map { why, one, other in
      let names = [one, other].compactMap(\.stringValue)
      return place.draft(
        .members(names.map { ($0, .null) }), "Two names that are not duplicates: \(why).")
    }
      + [
        ("next to each other in an array", .array([object, object])),
        ("one inside the other", .members([("name", object)])),
      ].map { why, value in
        place.draft(value, "The same name in two objects, \(why), is not a duplicate.")
      }
  }
}
