import ECMARegex
public import SchemaRules

/// The losses of one export: rules that it omits, and rules whose meaning depends on the reader.
///
/// It omits losses that affect none of the schemas: the ledger of an operation without patterns does not mention
/// patterns.
public struct LossLedger: Hashable, Sendable {
  /// The losses; those that concern rules come first.
  public private(set) var losses: [Loss] = []

  /// Creates the ledger of one export of schemas, either those of an operation or independent ones.
  public init(_ format: ExportFormat, of schemas: [Schema], inOperation: Bool = true) {
    let rules = schemas.flatMap(\.rules)
    switch format {
    case .jsonSchema:
      addPatternEngines(rules)
      addLengthUnits(rules)
      addPolicies(rules)
      addSecrets(rules, isMarked: true)
      addNumbers(rules)
      addText()
      addProvenance(rules, carrier: "the `$comment` of the field")
    case .openAPI31, .openAPI30:
      addPatternEngines(rules)
      addLengthUnits(rules)
      addPolicies(rules)
      addSecrets(rules, isMarked: true)
      addNumbers(rules)
      addText()
      addProvenance(rules, carrier: "the extension `x-rules`")
      if format == .openAPI30 { addOlderSchemaDialect() }
      if inOperation, rules.contains(where: { $0.graph.isDeclared }) { addPermission() }
    case .swift:
      addUnvalidatedValues()
      addPoliciesOfTypes(rules, format)
      addNumbers(rules, format)
      addProvenance(rules, carrier: "the comment above the field")
      if inOperation { addOperation() }
    case .typeScript:
      addUncheckedStrings(rules)
      addPoliciesOfTypes(rules, format)
      addSecrets(rules, isMarked: false)
      addNumbers(rules, format)
      addText()
      addProvenance(rules, carrier: "the comment above the field")
      if inOperation { addOperation() }
    }
    addDiscriminators(schemas)
    addKeywords(of: schemas, format)
  }

  /// The ids of the affected rules; a rule appears once for each loss that affects it.
  public var rules: [String] { losses.flatMap(\.rules) }

  mutating func add(
    _ id: String, _ summary: String, _ consequence: String, rules: [Rule]
  ) {
    guard !rules.isEmpty else { return }
    losses.append(
      Loss(id: id, summary: summary, consequence: consequence, rules: rules.map(\.id)))
  }

  mutating func addAlways(
    _ id: String, _ summary: String, _ consequence: String, rules: [String] = []
  ) {
    losses.append(Loss(id: id, summary: summary, consequence: consequence, rules: rules))
  }
}
