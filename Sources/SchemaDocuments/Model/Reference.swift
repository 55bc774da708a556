public import APIOperations
public import SchemaRules

/// The content of the documents about an operation, or about a schema on its own, in their order.
public struct Reference: Sendable {
  /// The operation; nil for a schema on its own.
  public let operation: APIOperation?
  /// The title of the operation or schema.
  public let title: String
  /// The purpose of the operation, or the description of the schema; empty if unknown.
  public let summary: String
  /// Facts about the operation as a whole.
  public let facts: [Fact]
  /// The bodies of the request and the response, or the documents of the schema.
  public private(set) var bodies: [BodyReference]
  /// The body of error responses; nil if nothing is known about them.
  public let failureBody: BodyReference?
  /// The examples: valid documents, and documents with a caveat.
  public let examples: [APIOperation.Example]
  /// The vectors that illustrate the rules.
  public let vectors: VectorIndex

  /// Creates the reference of an operation.
  public init(_ operation: APIOperation, vectors: VectorIndex = .empty) {
    self.operation = operation
    title = operation.title
    summary = operation.summary
    facts = Fact.facts(of: operation)
    examples = operation.completedExamples + operation.examples
    self.vectors = vectors
    bodies = operation.schemas.map { BodyReference($0, operation, vectors) }
    failureBody = operation.failures?.body.map { BodyReference($0, operation, vectors) }
    link()
  }

  /// Creates the reference of a schema on its own.
  public init(_ schema: Schema, examples: [APIOperation.Example] = []) {
    operation = nil
    title = schema.title
    summary = schema.summary == schema.title ? "" : schema.summary
    facts = []
    self.examples = examples
    vectors = .empty
    bodies = [BodyReference(schema, nil, .empty, examples)]
    failureBody = nil
    link()
  }

  /// Links fields to the first one with the same rules, and assigns each anchor to one field or rule.
  private mutating func link() {
    var known: [[String]: FieldReference] = [:]
    var anchors: [String: Int] = [:]  // strings: percent-encoded
    for body in bodies.indices {
      for index in bodies[body].fields.indices {
        bodies[body].fields[index].takeAnchors(notIn: &anchors)
        let field = bodies[body].fields[index]
        guard let likeness = field.likeness else { continue }
        bodies[body].fields[index].twin = known[likeness].map { ($0.displayName, $0.anchor) }
        known[likeness] = known[likeness] ?? field
      }
    }
  }

  /// Every field of the bodies.
  public var fields: [FieldReference] { bodies.flatMap(\.fields) }

  /// Every rule of the bodies.
  public var rules: [RuleReference] { fields.flatMap(\.rules) }

  /// The diagrams of the Markdown reference, with their file names.
  public var diagrams: [(name: String, diagram: RailroadDiagram)] {
    fields.filter { $0.twin == nil }.flatMap(\.rules).compactMap { rule in
      rule.diagram.map { (rule.diagramName, $0) }
    }
  }

  /// The number of rules with a provenance.
  func count(_ status: Provenance.Status) -> Int {
    rules.count { $0.rule.provenance.status == status }
  }

  /// The source of the documents, in a sentence.
  var origin: String {
    guard let source = operation?.source else {
      // The folder of the schema's file has no meaning elsewhere.
      let name = bodies.first?.schema.id.split(separator: "/").last ?? "without a name"
      return "This reference is generated from the schema \(name)."
    }
    return source.sha256 == nil
      ? "This reference is generated from “\(source.title)” (\(source.edition))."
      : "Generated from the declared rules of API version \(source.apiVersion)."
  }
}

/// One body of the operation, or the documents of a schema on its own.
public struct BodyReference: Sendable {
  /// The body's schema.
  public let schema: Schema
  /// The fields; outer fields come before inner ones.
  public fileprivate(set) var fields: [FieldReference]

  init(
    _ schema: Schema, _ operation: APIOperation?, _ vectors: VectorIndex,
    _ examples: [APIOperation.Example]? = nil
  ) {
    self.schema = schema
    let examples = examples ?? operation.map { $0.completedExamples + $0.examples } ?? []
    fields = FieldReference.fields(of: schema, operation, vectors, examples)
  }

  /// The minimum number of fields for which the reference hides nested fields until the reader opens them.
  private static let manyFields = 80

  /// Whether there are so many fields that readers should see the outer ones first.
  var isLong: Bool { fields.count > Self.manyFields }

  /// The fields in groups, one group for each member of the body with the fields inside it.
  var groups: [ArraySlice<FieldReference>] {
    var groups: [ArraySlice<FieldReference>] = []
    var start = fields.startIndex
    for index in fields.indices.dropFirst() where fields[index].depth <= 1 {
      groups.append(fields[start..<index])
      start = index
    }
    return groups + [fields[start...]]
  }
}
