public import APIOperations
public import SchemaRules

/// Everything that the documents say of an operation, in the order in which they say it.
///
/// The renderers lay it out and add nothing, so that Markdown, HTML and the terminal cannot differ in
/// what they say.
public struct OperationReference: Sendable {
  /// The operation.
  public let operation: APIOperation
  /// What is to say of the operation as a whole.
  public let facts: [Fact]
  /// The request's and the response's body.
  public let bodies: [BodyReference]
  /// The answers other than success, which the page may not mention.
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
  }

  /// Every field of the bodies.
  public var fields: [FieldReference] { bodies.flatMap(\.fields) }

  /// Every rule of the bodies.
  public var rules: [RuleReference] { fields.flatMap(\.rules) }

  /// How many rules have each relation to the page.
  func count(_ status: Provenance.Status) -> Int {
    rules.count { $0.rule.provenance.status == status }
  }
}

/// One body of the operation.
public struct BodyReference: Sendable {
  /// The body's schema.
  public let schema: Schema
  /// The fields, each before those inside it.
  public let fields: [FieldReference]

  init(_ schema: Schema, _ operation: APIOperation?, _ vectors: VectorIndex) {
    self.schema = schema
    fields = FieldReference.fields(of: schema, operation, vectors)
  }
}
