import APIOperations
import JSONText
public import SchemaRules

/// The reference of an operation, or of a schema on its own, as plain text for a terminal.
public struct TerminalReference {
  private let operation: APIOperation?
  private let facts: [Fact]
  private let bodies: [BodyReference]

  /// A renderer of a reference.
  public init(_ reference: OperationReference) {
    operation = reference.operation
    facts = reference.facts
    bodies = reference.bodies
  }

  /// A renderer of a schema.
  public init(_ schema: Schema) {
    operation = nil
    facts = []
    bodies = [BodyReference(schema, nil, .empty)]
  }

  private var fields: [FieldReference] { bodies.flatMap(\.fields) }

  /// The operation, and one line per field.
  public var overview: String {
    var text = operation.map { "\($0.title)\n\($0.summary)\n\n" } ?? ""
    let width = facts.map(\.name.count).max() ?? 0
    for fact in facts { text += "\(padded(fact.name, width))  \(fact.value)\n" }
    for body in bodies {
      text += (text.isEmpty ? "" : "\n") + "\(body.schema.title) (\(body.schema.id))\n"
      let fields = operation == nil ? body.fields : body.fields.filter { $0.depth > 0 }
      let names = fields.map {
        $0.depth == 0 ? "(the document)" : String(repeating: "  ", count: $0.depth) + $0.name
      }
      let width = names.map(\.count).max() ?? 0
      let typeWidth = max(fields.map(\.type.count).max() ?? 0, 7)
      for (name, field) in zip(names, fields) {
        let presence = field.isRequired.map { $0 ? "required" : "optional" } ?? ""
        let words = [padded(name, width), padded(field.type, typeWidth), padded(presence, 8)]
        text += "\((words + [field.boundsText]).joined(separator: "  "))\n".trimmingSpaces
      }
    }
    text += "\nconform spec FIELD shows a field, conform explain RULE-ID a rule.\n"
    return text
  }

  /// The rule or the fields with a name: a rule's id, a schema's id, a field's id, its pointer or its last
  /// name.
  ///
  /// Returns nil if there are none.
  public func text(for name: String) -> String? {
    if let rule = rule(name) { return rule }
    let bodies = bodies.filter { $0.schema.id == name }
    let fields =
      bodies.isEmpty
      ? fields.filter { field in
        field.id == name || field.pointer.description == name
          || field.depth > 0 && field.pointer.tokens.last == name
      } : bodies.flatMap(\.fields)
    return fields.isEmpty ? nil : fields.map(text(of:)).joined(separator: "\n")
  }

  /// Every name that `text(for:)` knows.
  public var names: [String] {
    bodies.map(\.schema.id) + fields.map(\.id) + bodies.flatMap(\.schema.rules).map(\.id)
  }

  /// One rule, with its place, its provenance and its vectors. Returns nil if there is no such rule.
  public func rule(_ id: String) -> String? {
    if let rule = fields.lazy.flatMap(\.rules).first(where: { $0.rule.id == id }) {
      return text(of: rule)
    }
    // Only dynamic references lead to some nodes.
    return bodies.flatMap(\.schema.rules).first { $0.id == id }
      .map { text(of: RuleReference($0, of: operation, .init())) }
  }

  // MARK: Parts

  private func text(of field: FieldReference) -> String {
    var text = "\(field.id)\n  \(field.type)"
    if let isRequired = field.isRequired { text += isRequired ? ", required" : ", optional" }
    if field.isSecret { text += ", secret" }
    text += field.summary.isEmpty ? "\n" : "\n  \(field.summary)\n"
    for rule in field.rules {
      text += "\n  \(rule.rule.keyword.rawValue)"
      if !rule.parameterText.isEmpty { text += " \(rule.parameterText)" }
      text += "\n    \(rule.pattern?.reading.text ?? rule.statement)\n"
      for note in rule.pattern?.reading.notes ?? [] { text += "    \(note)\n" }
      text += "    \(rule.origin)\n"
      text += "    \(rule.rule.id)\n"
    }
    return text
  }

  private func text(of reference: RuleReference) -> String {
    let rule = reference.rule
    var text = "\(rule.id)\n  \(reference.statement)\n"
    if let pattern = reference.pattern {
      text += "  \(pattern.source)\n  \(pattern.reading.text)\n"
      for note in pattern.reading.notes { text += "  \(note)\n" }
    }
    let provenance = rule.provenance
    text += "\n"
    if let place = reference.place { text += "Place       \(place)\n" }
    if rule.graph.isDeclared {
      text += "Provenance  \(provenance.status.rawValue)"
      text += provenance.note.isEmpty ? "\n" : ": \(provenance.note)\n"
    }
    text += "Field       \(rule.summary)\(rule.isSecret ? " Secret." : "")\n".trimmingSpaces
    for decision in operation?.decisions ?? [] where decision.rules.contains(rule.id) {
      text += "Decision    \(decision.question) \(decision.choice) (\(decision.id))\n"
    }
    for example in reference.vectors.accepted { text += line("Accepted", example) }
    for example in reference.vectors.rejected { text += line("Rejected", example) }
    let vectors = reference.vectors
    if let file = vectors.files.first {
      text += "Vectors     \(vectors.accepting) accept, \(vectors.rejecting) reject (\(file.path)"
      text += vectors.files.count == 1 ? ")\n" : " and \(vectors.files.count - 1) more)\n"
    }
    return text
  }

  private func line(_ name: String, _ example: VectorIndex.Example) -> String {
    "\(padded(name, 10))  \(example.value)  (\(example.vector): \(example.why))\n"
  }
}

extension FieldReference {
  /// The bounds in a few words.
  fileprivate var boundsText: String {
    (bounds + (isSecret ? ["secret"] : []) + (isRepeated ? ["as above"] : []))
      .joined(separator: ", ")
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let isOnLine = hasSuffix("\n")
    var text = isOnLine ? self[..<index(before: endIndex)] : self[...]
    while text.last == " " { text.removeLast() }
    return text + (isOnLine ? "\n" : "")
  }
}

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
