import APIOperations
import JSONText
import SchemaRules

extension FieldReference {
  /// A value of the field with its verdict.
  struct Sample: Hashable {
    /// The value as JSON text.
    var value: String
    /// The keyword that the value violates; nil if it is valid.
    var violated: Keyword?
    /// The reason for showing the value.
    var why: String
  }

  /// A few values that help a reader to understand the field: valid ones, then invalid ones. In each group, the
  /// examples and their variations come first, then values next to a bound, then others.
  var samples: [Sample] {
    let variations = variations
    let accepted = variations.filter { $0.violated == nil }
    let rejected = variations.filter { $0.violated != nil }.prefix(2)
    // A rule with a bound adds one value on each side of it. Another rule adds values only if no variation shows it.
    let bounds = rules.filter(\.isBound)
    let others = rules.filter { !$0.isBound }
    let vectors =
      bounds.flatMap { $0.vectors.accepted.prefix(1) }
      + (accepted.isEmpty ? others.flatMap { $0.vectors.accepted.prefix(2) } : [])
    let valid =
      examples.map { Sample(value: $0.value, violated: nil, why: $0.why) } + accepted.prefix(1)
      + vectors.map { Sample(value: $0.value, violated: nil, why: $0.why) } + accepted.dropFirst()
    let invalid = (bounds + (rejected.isEmpty ? others : [])).filter { $0.rule.keyword != .type }
      .flatMap { rule in
        rule.vectors.rejected.prefix(rule.isBound ? 1 : 2).map {
          Sample(value: $0.value, violated: rule.rule.keyword, why: $0.why)
        }
      }
    return Self.distinct(valid, 4) + Self.distinct(rejected + invalid, 5)
  }

  /// Variations of the first example, if a pattern restricts the field: those that violate at most one rule.
  private var variations: [Sample] {
    guard let graph = rules.first?.rule.graph, rules.contains(where: { $0.pattern != nil }),
      let example = examples.first,
      let text = (try? JSONValue(parsing: Array(example.value.utf8)))?.stringValue,
      let validator = try? Validator(
        Schema(
          id: id, title: name,
          graph: SchemaGraph(
            origin: graph.origin, nodes: graph.nodes, root: node, resources: graph.resources,
            documents: graph.documents)))
    else { return [] }
    return StringVariation.all(of: text).compactMap { variation in
      let value = JSONValue.string(variation.text).compactText
      let result = validator.validate(value)
      guard result.outcome == .valid || result.errors.count == 1 else { return nil }
      return Sample(value: value, violated: result.errors.first?.keyword, why: variation.why)
    }
  }

  private static func distinct(_ samples: [Sample], _ most: Int) -> [Sample] {
    var values: Set<[UInt8]> = []
    return Array(samples.filter { values.insert(Array($0.value.utf8)).inserted }.prefix(most))
  }
}

extension RuleReference {
  fileprivate var isBound: Bool {
    switch rule.parameter {
    case .count, .number: true
    default: false
    }
  }
}

extension [APIOperation.Example] {
  /// The valid documents of a schema, with their sources.
  func trees(of schema: Schema) -> [(place: String, value: JSONValue)] {
    compactMap { example -> (place: String, value: JSONValue)? in
      guard example.schemaID == schema.id, example.caveat.isEmpty else { return nil }
      return (try? JSONValue(parsing: [UInt8](example.json.utf8))).map { (example.place, $0) }
    }
  }
}

extension [(place: String, value: JSONValue)] {
  /// The values of the given kinds at a path in the documents, except objects and arrays, which the documents show better.
  func values(at pointer: JSONPointer, _ kinds: KindSet) -> [VectorIndex.Example] {
    compactMap { place, value -> VectorIndex.Example? in
      var value = value
      for token in pointer.tokens {
        guard let member = token == "*" ? value.arrayValue?.first : value[token] else { return nil }
        value = member
      }
      let kind = KindSet(of: value)
      guard kinds.isSuperset(of: kind), kind.isDisjoint(with: [.object, .array]) else { return nil }
      return .init(value: value.compactText, why: place + ".")
    }
  }
}
