import JSONText
import SchemaRules

extension SchemaCheck {
  /// Finds lower bounds above upper ones.
  static func ranges(_ schema: Conjunction) -> [Finding] {
    var findings: [Finding] = []
    for (lowers, uppers) in bounds {
      for lower in lowers.flatMap(schema.parts) {
        for upper in uppers.flatMap(schema.parts) where lower.meets(upper) {
          // These bounds count the elements that match `contains` of the same schema.
          if lower.use.keyword == .minContains, lower.node != upper.node { continue }
          if isEmpty(lower.use, upper.use) {
            findings.append(
              range(lower.use, upper.use, upper.path.isEmpty ? lower.path : upper.path))
          }
        }
      }
    }
    for upper in schema.parts(.maxContains) where upper.branch == 0 {
      // Without `minContains`, one element must satisfy `contains`.
      let lower = KeywordUse(.minContains, .count(1))
      if schema.graph.nodes[schema.node][.minContains] == nil, upper.use.parameter == .count(0) {
        findings.append(range(lower, upper.use, upper.path))
      }
    }
    return findings
  }

  private static let bounds: [([Keyword], [Keyword])] = [
    ([.minLength], [.maxLength]), ([.minItems], [.maxItems]), ([.minProperties], [.maxProperties]),
    ([.minContains], [.maxContains]),
    ([.minimum, .exclusiveMinimum], [.maximum, .exclusiveMaximum]),
  ]

  private static func isEmpty(_ lower: KeywordUse, _ upper: KeywordUse) -> Bool {
    switch (lower.parameter, upper.parameter) {
    case (.count(let minimum), .count(let maximum)): return minimum > maximum
    case (.number(let minimum), .number(let maximum)):
      let order = ExactNumber(minimum).compare(with: ExactNumber(maximum))
      // Equal bounds allow one number if both are inclusive.
      let isClosed = lower.keyword == .minimum && upper.keyword == .maximum
      return order > 0 || (order == 0 && !isClosed)
    default: return false
    }
  }

  private static func range(_ lower: KeywordUse, _ upper: KeywordUse, _ path: [String]) -> Finding {
    func text(_ use: KeywordUse) -> String { "`\(use.keyword.rawValue)` \(use.parameter.text)" }
    return Finding(
      .emptyRange, path, "no value satisfies both \(text(lower)) and \(text(upper))")
  }

  /// Finds listed values that other assertions reject.
  static func values(_ schema: Conjunction) -> [Finding] {
    var findings: [Finding] = []
    for part in schema.parts {
      guard case .values(let values) = part.use.parameter, !values.isEmpty,
        !schema.validator.isExhausted
      else { continue }
      let rejected = values.indices.compactMap { index in
        schema.validator.errors(in: values[index].compactText, of: .values, by: part, schema).first
          .map { (index, $0) }
      }
      if rejected.count == values.count, let error = rejected.first?.1 {
        findings.append(
          Finding(
            .impossibleEnumeration, part.path,
            "no value of `\(part.use.keyword.rawValue)` is valid: "
              + "\(values.count == 1 ? "it" : "the first one") \(error.requirement)"))
      } else if part.branch == 0 {
        findings += rejected.map { index, error in
          Finding(
            .impossibleValue, part.path + [String(index)],
            "the value can never be valid: it \(error.requirement)")
        }
      }
    }
    return findings
  }

  /// The maximum number of elements in an instance.
  private static let triedElements = 1000

  /// Finds members and elements that are both required and forbidden.
  static func required(_ schema: Conjunction) -> [Finding] {
    schema.parts.flatMap { part -> [Finding] in
      guard let instance = instance(part.use.parameter, part.use.keyword) else { return [] }
      return schema.validator.errors(in: instance, of: .shapes, by: part, schema).map { error in
        let name = error.pointer.tokens.first ?? ""
        let what =
          part.use.keyword == .required
          ? "member \(JSONValue.string(name).compactText)" : "element \(name)"
        return Finding(
          .forbiddenMember, part.path,
          error.pointer == .root
            ? "contradicts `\(error.keyword.rawValue)`: the value \(error.requirement)"
            : "the \(what) is both required and forbidden")
      }
    }
  }

  /// The smallest value that satisfies a keyword. Returns nil for other keywords.
  private static func instance(_ parameter: Parameter, _ keyword: Keyword) -> String? {
    switch (keyword, parameter) {
    case (.required, .names(let names)) where !names.isEmpty:
      var seen: Set<[UInt8]> = []
      let members = names.filter { seen.insert(Array($0.utf8)).inserted }
        .map { JSONValue.Member(name: $0, value: .null) }
      return JSONValue.object(members).compactText
    case (.minItems, .count(let count)) where 1...triedElements ~= count:
      return JSONValue.array([JSONValue](repeating: .null, count: count)).compactText
    default: return nil
    }
  }
}

extension FieldError {
  /// The requirement that the value violates, without the pointer of the value.
  fileprivate var requirement: String { rule.statement(of: actual, withholdsName: false) }
}
