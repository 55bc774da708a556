public import APIOperations
public import SchemaRules

/// Everything that the documents say about an operation, in the order in which they say it.
public struct OperationReference: Sendable {
  /// The operation.
  public let operation: APIOperation
  /// Facts about the operation as a whole.
  public let facts: [Fact]
  /// The request's and the response's body.
  public private(set) var bodies: [BodyReference]
  /// The body of error responses; nil if nothing is known about them.
  public let failureBody: BodyReference?
  /// The vectors that show what the rules mean.
  public let vectors: VectorIndex

  /// The reference of an operation.
  public init(_ operation: APIOperation, vectors: VectorIndex = .empty) {
    self.operation = operation
    self.vectors = vectors
    facts = Fact.facts(of: operation)
    bodies = operation.schemas.map { BodyReference($0, operation, vectors) }
    failureBody = operation.failures?.body.map { BodyReference($0, operation, vectors) }
    // Fields refer to the first one with the same rules.
    var known: [[String]: FieldReference] = [:]
    for body in bodies.indices {
      for (index, field) in bodies[body].fields.enumerated() {
        guard let likeness = field.likeness else { continue }
        bodies[body].fields[index].twin = known[likeness].map { ($0.displayName, Anchor.field($0)) }
        known[likeness] = known[likeness] ?? field
      }
    }
  }

  /// Every field of the bodies.
  public var fields: [FieldReference] { bodies.flatMap(\.fields) }

  /// Every rule of the bodies.
  public var rules: [RuleReference] { fields.flatMap(\.rules) }

  /// The diagrams that the reference in Markdown shows, by their file names.
  public var diagrams: [(name: String, diagram: RailroadDiagram)] {
    fields.filter { $0.twin == nil }.flatMap(\.rules).compactMap { rule in
      rule.diagram.map { (rule.diagramName, $0) }
    }
  }

  /// How many rules have a provenance.
  func count(_ status: Provenance.Status) -> Int {
    rules.count { $0.rule.provenance.status == status }
  }
}

/// One body of the operation.
public struct BodyReference: Sendable {
  /// The body's schema.
  public let schema: Schema
  /// The fields, each before those inside it.
  public fileprivate(set) var fields: [FieldReference]

  init(_ schema: Schema, _ operation: APIOperation?, _ vectors: VectorIndex) {
    self.schema = schema
    fields = FieldReference.fields(of: schema, operation, vectors)
  }
}
