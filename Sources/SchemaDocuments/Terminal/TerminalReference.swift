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

  /// The operation and a line a field.
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
        text += "\((words + [field.bounds]).joined(separator: "  "))\n".trimmingSpaces
      }
    }
    text += "\nconform spec FIELD shows a field, conform explain RULE-ID a rule.\n"
    return text
  }

  /// What a name stands for: a rule's id, a field's id, its pointer or its last name.
  ///
  /// Returns nil if it is none of them.
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
    // Some nodes only dynamic references lead to.
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
    let (accepting, rejecting) = (reference.vectors.accepting.count, reference.vectors.rejecting.count)
    if accepting + rejecting > 0 {
      text += "Vectors     \(accepting) accept, \(rejecting) reject; conform vectors list has them\n"
    }
    return text
  }

  /// The rules with a keyword: their number and the first five. Empty without any.
  public func rules(with keyword: String) -> String {
    let ids = bodies.flatMap(\.schema.rules).filter { $0.keyword.rawValue == keyword }.map(\.id)
    guard !ids.isEmpty else { return "" }
    let rest = ids.count > Self.mostListedRules ? ["  and \(ids.count - Self.mostListedRules) more"] : []
    let lines = ids.prefix(Self.mostListedRules).map { "  \($0)" } + rest
    return "\n\(ids.count == 1 ? "1 rule has" : "\(ids.count) rules have") it:\n"
      + lines.joined(separator: "\n") + "\n"
  }

  private static let mostListedRules = 5

  private func line(_ name: String, _ example: VectorIndex.Example) -> String {
    "\(padded(name, 10))  \(example.value)  (\(example.vector): \(example.why))\n"
  }
}

extension FieldReference {
  /// The rules beside type and requirement in a few words.
  fileprivate var bounds: String {
    var words = rules.compactMap { reference -> String? in
      switch reference.rule.parameter {
      case .count, .number, .format: "\(reference.rule.keyword.rawValue) \(reference.parameterText)"
      case .flag: reference.rule.keyword.rawValue
      case .pattern(let source): source
      case .values(let values): values.map(\.compactText).joined(separator: " | ")
      default: nil
      }
    }
    if isSecret { words.append("secret") }
    if isRepeated { words.append("as above") }
    return words.joined(separator: ", ")
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
