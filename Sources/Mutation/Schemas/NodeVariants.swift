import JSONText
import SchemaRules

/// Mistakes in one node of a schema: one of its keywords is wrong, or it has one too many.
struct NodeVariants {
  let schema: Schema
  let node: NodeID
  private let spares: SchemaChange.SpareNodes
  private let keywords: [KeywordUse]

  init(_ schema: Schema, _ node: NodeID) {
    self.schema = schema
    self.node = node
    spares = SchemaChange.SpareNodes(schema.graph)
    keywords = schema.graph.nodes[node].keywords
  }

  /// Every variant: a name that starts with the keyword, and the node's keywords.
  var all: [(label: String, keywords: [KeywordUse])] {
    var variants: [(label: String, keywords: [KeywordUse])] = []
    for (index, use) in keywords.enumerated() {
      for variant in KeywordVariants(use: use, graph: schema.graph).all {
        var name = use.keyword.rawValue
        // In a declaration, each required member is a keyword of its own.
        if use.keyword == .required, schema.graph.isDeclared { name += "/\(use.parameter.text)" }
        var changed = keywords
        if let replacement = variant.use {
          changed[index] = replacement
        } else {
          changed.remove(at: index)
        }
        if use.keyword == .type, schema.graph.isDeclared,
          case .types(let types)? = variant.use?.parameter,
          types.count == 1
        {
          changed = Self.declared(types[0], changed[index])
        }
        if use.keyword == .properties { changed = Self.requiring(changed, as: variant.use, use) }
        variants.append(("\(name)/\(variant.label)", changed))
      }
    }
    return variants + additions.map { label, use in (label, Self.adding(use, to: keywords)) }
  }

  /// The keywords of a declared node of a type: another type's keywords do not apply to it.
  private static func declared(_ type: ValueType, _ use: KeywordUse) -> [KeywordUse] {
    type == .object ? [use, KeywordUse(.additionalProperties, .unknownFields(.allow))] : [use]
  }

  /// Keywords among which a required member has the name that `properties` gives it, if that was changed.
  private static func requiring(
    _ keywords: [KeywordUse], as changed: KeywordUse?, _ right: KeywordUse
  ) -> [KeywordUse] {
    guard case .schemasByName(let old) = right.parameter,
      case .schemasByName(let new)? = changed?.parameter
    else { return keywords }
    let names = old.map(\.name).filter { name in !new.contains { $0.name == name } }
    let others = new.map(\.name).filter { name in !old.contains { $0.name == name } }
    guard let name = names.first, names.count == 1 else { return keywords }
    return keywords.compactMap { use in
      guard use.keyword == .required, case .names(let required) = use.parameter,
        required.contains(name)
      else { return use }
      let replaced = others.first.map { other in required.map { $0 == name ? other : $0 } }
      let rest = replaced ?? required.filter { $0 != name }
      return rest.isEmpty ? nil : KeywordUse(.required, .names(rest), provenance: use.provenance)
    }
  }

  /// The keywords with one more, in the order in which a node reports.
  private static func adding(_ use: KeywordUse, to keywords: [KeywordUse]) -> [KeywordUse] {
    let index = keywords.firstIndex { rank($0.keyword) > rank(use.keyword) } ?? keywords.endIndex
    var changed = keywords
    changed.insert(use, at: index)
    return changed
  }

  private static func rank(_ keyword: Keyword) -> Int {
    Keyword.allCases.firstIndex(of: keyword) ?? 0
  }

  // MARK: Keywords that the node does not have

  private var additions: [(String, KeywordUse)] {
    guard !schema.graph.nodes[node].isFalse else { return [] }
    var additions: [(String, KeywordUse)] = []
    func add(_ keyword: Keyword, _ parameters: [Parameter]) {
      guard !keywords.contains(where: { $0.keyword == keyword }) else { return }
      additions += parameters.map { ("\(keyword.rawValue)/\($0.text)", KeywordUse(keyword, $0)) }
    }
    // Of any type: what is added would be about values that nobody has in mind.
    guard case .types(let types) = schema.graph.nodes[node][.type] else { return [] }
    if types.contains(.string) {
      add(.minLength, (1...5).map { .count($0) })
      add(
        .maxLength,
        ([2, 16, 20, 40, 50, 63, 100, 200] + KeywordVariants.usualMaxima).map { .count($0) })
      add(.pattern, RewritingTable.patterns.cells("added").map { .pattern($0[0]) })
      if types == [.string], !keywords.contains(where: { $0.keyword == .const }) {
        add(.enum, [.values([.string("abc")])])
      }
    }
    if types.contains(.number) || types.contains(.integer) {
      add(.minimum, ["0", "1", "-2147483648"].map { .number($0) })
      add(.maximum, ["0", "100", "255", "2147483647", "9007199254740991"].map { .number($0) })
      add(
        .multipleOf,
        ["1", "2", "0.01"].filter { $0 == "2" || types.contains(.number) }.map { .number($0) })
    }
    if types.contains(.array) {
      add(.minItems, [1, 2].map { .count($0) })
      add(.maxItems, [0, 1, 2, 10].map { .count($0) })
      add(.uniqueItems, [.flag(true)])
    }
    if types.contains(.object) { additions += additionsForObjects }
    return additions
  }

  private var additionsForObjects: [(String, KeywordUse)] {
    var properties: [Named<NodeID>] = []
    if case .schemasByName(let named) = schema.graph.nodes[node][.properties] { properties = named }
    let required = keywords.flatMap { use in
      if case .names(let names) = use.parameter { names } else { [] as [String] }
    }
    let optional = properties.map(\.name).filter { !required.contains($0) }.prefix(24)
    let count = properties.count
    var parameters: [(Keyword, Parameter)] = optional.map { (.required, .names([$0])) }
    parameters.append((.additionalProperties, .schema(spares.nothing)))
    parameters += [1, count + 1].map { (.minProperties, .count($0)) }
    parameters += Set([0, count / 2, count, 10]).sorted().map { (.maxProperties, .count($0)) }
    let present = Set(keywords.map(\.keyword))
    // In a declaration, each required member is a keyword of its own.
    return parameters.filter { keyword, _ in
      !present.contains(keyword) || keyword == .required && schema.graph.isDeclared
    }.map { keyword, parameter in
      ("\(keyword.rawValue)/\(parameter.text)", KeywordUse(keyword, parameter))
    }
  }
}
