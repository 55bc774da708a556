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
    /// What the value shows.
    var why: String
  }

  /// A few values from which a reader understands the field: valid ones, then invalid ones; in each group
  /// telling values come before those next to a bound.
  var samples: [Sample] {
    // A rule with a bound adds one value on each side of it.
    let ordered = rules.filter { !$0.isBound } + rules.filter(\.isBound)
    let valid = examples + ordered.flatMap { $0.vectors.accepted.prefix($0.isBound ? 1 : 2) }
    var samples = valid.map { Sample(value: $0.value, violated: nil, why: $0.why) }
    samples = Self.distinct(samples, 4)
    let invalid = ordered.filter { $0.rule.keyword != .type }.flatMap { rule in
      rule.vectors.rejected.prefix(rule.isBound ? 1 : 2).map {
        Sample(value: $0.value, violated: rule.rule.keyword, why: $0.why)
      }
    }
    return samples + Self.distinct(invalid, 5)
  }

  private static func distinct(_ samples: [Sample], _ most: Int) -> [Sample] {
    var values = Set<String>()
    return Array(samples.filter { values.insert($0.value).inserted }.prefix(most))
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
  /// The valid documents of a schema, with where they come from.
  func trees(of schema: Schema) -> [(place: String, value: JSONValue)] {
    compactMap { example -> (place: String, value: JSONValue)? in
      guard example.schemaID == schema.id, example.caveat.isEmpty else { return nil }
      return (try? JSONValue(parsing: [UInt8](example.json.utf8))).map { (example.place, $0) }
    }
  }
}

extension [(place: String, value: JSONValue)] {
  /// The values of some kinds at a place of documents; objects and arrays are left out, which the documents show
  /// better.
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
