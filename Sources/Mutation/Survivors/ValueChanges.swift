import ECMARegex
import JSONText
import SchemaRules
import Vectors

/// Values like one that is there, each with one thing changed that careless programs do not see.
struct ValueChanges {
  let values: NodeValues
  /// How many elements and members are more than any program reports at once.
  private static let many = 12
  /// How many documents are changed, how many places of each, how many documents that makes at most, of which some
  /// are left out evenly beyond it, and how long they may become.
  private static let (documentLimit, placeLimit, limit, byteLimit) = (8, 40, 3_000, 4_000)

  /// The texts of some documents with the value of one place changed, none of them twice.
  func documents(changing documents: [JSONValue]) -> [[UInt8]] {
    var seen: Set<[String]> = []
    let changed = documents.withoutRepetitions(Self.documentLimit).flatMap { document in
      document.allPlaces.prefix(Self.placeLimit).flatMap { place -> [JSONValue] in
        guard let value = document.value(at: place) else { return [] }
        // Elements of an array, and objects with the same members, are much alike.
        let names = value.objectValue?.map(\.name) ?? ["\(KindSet(value.kind).rawValue)"]
        guard seen.insert(place.map { Int($0) == nil ? $0 : "*" } + [""] + names).inserted else {
          return []
        }
        return changes(of: value, named: place.last ?? "value", about: [])
          .map { document.setting($0, at: place) }
      }
    }
    let step = max(1, changed.count / Self.limit)
    var texts: Set<[UInt8]> = []
    return stride(from: 0, to: changed.count, by: step)
      .map { Array(changed[$0].compactText.utf8) }
      .filter { $0.count < Self.byteLimit && texts.insert($0).inserted }
  }

  /// - Parameters:
  ///   - name: The name that the value has.
  ///   - uses: Keywords that apply to the value, those of most interest first.
  func changes(of value: JSONValue, named name: String, about uses: [KeywordUse]) -> [JSONValue] {
    let counts = Set(
      uses.flatMap { use -> [Int] in
        guard case .count(let bound) = use.parameter, bound < 10_000 else { return [] }
        return [bound - 1, bound, bound + 1].filter { $0 >= 0 }
      } + [0, 1, 2]
    ).sorted()
    let inside = [name, "value", "foo", "__proto__"].map { Self.object($0, value) }
    let arrays: [JSONValue] = [[value], [value, value], [.null, value], [value, .null]]
      .map { .array($0) }
    let own: [JSONValue] =
      switch value {
      case .string(let text): changes(of: text, counts)
      case .number(let text): [.string(text), .number("\(text)e0"), .number("\(text).5")]
      case .object(let members): changes(of: members, counts, uses) + around(members, name)
      case .array(let elements): changes(of: elements, counts, uses)
      case .boolean, .null: []
      }
    return own + NodeValues.usual + inside + arrays
      + [.object(Self.more), .array(Array(repeating: value, count: Self.many))]
  }

  /// What programs leave out of texts, or take for another character.
  private static let unseen = [
    "\"", "<", "\\", "//", "  ", "\r\n", "\u{0}", "\u{AD}", "\u{200B}", "\u{301}", "\u{FFFD}",
    "\u{1F600}",
    "\u{FF21}", "\u{FF11}", "\u{661}", "\u{E9}", "\u{430}", "\u{2013}", "\u{212A}", "\u{17F}",
  ]

  private static let more = (0..<many).map { JSONValue.Member(name: "x\($0)", value: .null) }

  private static func object(_ name: String, _ value: JSONValue) -> JSONValue {
    .object([.init(name: name, value: value)])
  }

  private func changes(of text: String, _ counts: [Int]) -> [JSONValue] {
    let scalars = Array(text.unicodeScalars)
    let sized = counts.map { count in
      String(
        scalars: (scalars + Array(repeating: scalars.last ?? "a", count: count)).prefix(count))
    }
    let others = [
      text + " ", " " + text, text + "\n", text + text, text.uppercased(),
      text + "\u{FFFF}\u{E000}\u{FFFD}",
      "null", "undefined", "true", "{}", " ",
    ]
    let halves = [scalars.prefix(scalars.count / 2), scalars.dropFirst(scalars.count / 2)]
      .map { String(scalars: $0) }
    let inserted = Self.unseen.map { halves[0] + $0 + halves[1] }
    return (sized + others + inserted).map { .string($0) }
  }

  private func changes(
    of elements: [JSONValue], _ counts: [Int], _ uses: [KeywordUse]
  ) -> [JSONValue] {
    let inner = uses.filter { $0.keyword.description.appliesTo == .array }
      .flatMap(\.parameter.nodes).flatMap { values.values(of: $0).prefix(40) }
    let filler = elements.last ?? .null
    let sized = (counts + [elements.count + 1]).map { count in
      JSONValue.array(
        Array((elements + Array(repeating: filler, count: count)).prefix(count)))
    }
    let longer = ([.null, .object([])] + inner).flatMap {
      [JSONValue.array(elements + [$0]), .array([$0]), .array([$0, $0])]
    }
    return sized + longer + elements.prefix(1) + [
      .array([.number("1"), .number("2")]), .array(elements + elements),
      .array(elements + Array(repeating: .null, count: Self.many)),
    ]
  }

  /// An object with a member more, less or of another value.
  private func changes(
    of members: [JSONValue.Member], _ counts: [Int], _ uses: [KeywordUse]
  ) -> [JSONValue] {
    var changes: [JSONValue] = []
    func add(_ name: String, _ values: some Sequence<JSONValue>) {
      let others = members.filter { !$0.name.utf8.elementsEqual(name.utf8) }
      changes += values.map { .object(others + [JSONValue.Member(name: name, value: $0)]) }
    }
    for use in uses {
      switch use.parameter {
      case .schemasByName(let named) where use.keyword == .patternProperties:
        for pattern in named.prefix(20) {
          let names = values.around(KeywordUse(.pattern, .pattern(pattern.name)), among: [])
          for name in names.compactMap(\.stringValue) {
            add(name, values.values(of: pattern.value).prefix(20))
          }
        }
      case .schemasByName(let named):
        for property in named {
          add(
            property.name, NodeValues.usual.prefix(9) + values.values(of: property.value).prefix(12)
          )
        }
      case .names(let names): for name in names { add(name, [.null]) }
      case .namesByName(let named):
        for name in named.flatMap({ [$0.name] + $0.value }) { add(name, [.string("x")]) }
      case .dependencies(let named): for one in named { add(one.name, [.string("x")]) }
      case .schema(let node) where use.keyword.description.appliesTo == .object:
        add("other", values.values(of: node).prefix(40))
      default: break
      }
    }
    for name in ["x", "foo"] { add(name, NodeValues.usual) }
    changes += members.indices.prefix(80).map { index in
      .object(members.enumerated().filter { $0.0 != index }.map(\.1))
    }
    for count in counts + [members.count + 1, members.count + 10] {
      let more = (0..<count).map { JSONValue.Member(name: "x\($0)", value: .null) }
      changes.append(.object(Array((members + more).prefix(count))))
    }
    return changes
  }

  /// An object with members in another one, after many others, or of the wrong type.
  private func around(_ members: [JSONValue.Member], _ name: String) -> [JSONValue] {
    let wrong = JSONValue.object(members.map { .init(name: $0.name, value: .null) })
    var changes: [JSONValue] = [
      .object(members + Self.more), Self.object(name, wrong), .array([wrong]),
    ]
    for member in members.prefix(8) {
      let rest = members.filter { $0 != member }
      for value in [member.value, .null, .number("1.5")] {
        let inner = Self.object(member.name, value)
        for strange in ["__proto__", "foo"] {
          changes.append(.object(rest + [JSONValue.Member(name: strange, value: inner)]))
        }
        let changed = JSONValue.Member(name: member.name, value: value)
        changes.append(.object(Self.more + rest + [changed]))
      }
    }
    return changes
  }
}
