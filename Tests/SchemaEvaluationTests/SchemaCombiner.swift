import JSONText
import SchemaRules

/// Combines schemas of the suite, because keywords interact in more ways than the suite tests.
struct SchemaCombiner {
  private var random: SeededRandom
  private let dialect: Dialect
  private let groups: [OfficialSuite.Group]

  init(seed: UInt64, dialect: Dialect, groups: [OfficialSuite.Group]) {
    random = SeededRandom(seed: seed)
    self.dialect = dialect
    // A schema gets an identifier, so its references still lead into it.
    self.groups = groups.filter { group in
      guard let members = group.schema.objectValue else { return false }
      return !members.contains { ["$id", "id", "$recursiveAnchor"].contains($0.name) }
        && (dialect >= .draft2019 || !members.contains { $0.name == "$ref" })
    }
  }

  /// A combination of two or three schemas, with the suite's instances for them.
  mutating func next() -> (schema: JSONValue, instances: [JSONValue]) {
    let chosen = (0..<(2 + random.below(2))).map { _ in random.pick(groups) }
    var parts = chosen.enumerated().map { place, group in
      identified(group.schema, "http://example.com/\(place)")
    }
    var members: [JSONValue.Member] = []
    var keywords = [
      "allOf", "anyOf", "oneOf", "not", "if", "properties", "additionalProperties", "items",
    ]
    while let part = parts.popLast() {
      let keyword = keywords.remove(at: random.below(keywords.count))
      switch keyword {
      case "allOf", "anyOf", "oneOf":
        let others = random.oneIn(2) ? parts : []
        if !others.isEmpty { parts = [] }
        members.append(.init(name: keyword, value: .array([part] + others)))
      case "if":
        let then = parts.popLast() ?? .object([])
        members.append(.init(name: "if", value: part))
        members.append(.init(name: random.oneIn(2) ? "then" : "else", value: then))
      case "properties":
        members.append(.init(name: keyword, value: .object([.init(name: "foo", value: part)])))
      default:
        members.append(.init(name: keyword, value: part))
      }
    }
    if dialect >= .draft2019, random.oneIn(2) {
      let keyword = random.pick(["unevaluatedProperties", "unevaluatedItems"])
      members.append(.init(name: keyword, value: .boolean(false)))
    }
    return (.object(members), chosen.flatMap { $0.tests.map(\.instance) })
  }

  private func identified(_ schema: JSONValue, _ uri: String) -> JSONValue {
    let name = dialect == .draft4 ? "id" : "$id"
    return .object([.init(name: name, value: .string(uri))] + (schema.objectValue ?? []))
  }
}
