import APIOperations
import JSONText
import SchemaRules

/// The reference of an operation as plain text for a terminal.
public struct TerminalReference {
  private let reference: OperationReference

  /// A renderer of a reference.
  public init(_ reference: OperationReference) {
    self.reference = reference
  }

  /// The operation and a line a field.
  public var overview: String {
    let operation = reference.operation
    var text = "\(operation.title)\n\(operation.summary)\n\n"
    let width = reference.facts.map(\.name.count).max() ?? 0
    for fact in reference.facts { text += "\(padded(fact.name, width))  \(fact.value)\n" }
    for body in reference.bodies {
      text += "\n\(body.schema.title) (\(body.schema.id))\n"
      let fields = body.fields.filter { $0.depth > 0 }
      let names = fields.map { String(repeating: "  ", count: $0.depth) + $0.name }
      let width = names.map(\.count).max() ?? 0
      for (name, field) in zip(names, fields) {
        let presence = field.isRequired.map { $0 ? "required" : "optional" } ?? ""
        text += "\(padded(name, width))  \(padded(field.field.type.rawValue, 7))  "
        text += "\(padded(presence, 8))  \(field.bounds)\n".trimmingSpaces
      }
    }
    text += "\nconform spec FIELD shows a field, conform explain RULE-ID a rule.\n"
    return text
  }

  /// What a name stands for: a rule's id, a field's id, its pointer or its last name.
  ///
  /// Returns nil if it is none of them.
  public func text(for name: String) -> String? {
    if let rule = reference.rules.first(where: { $0.rule.id == name }) { return text(of: rule) }
    let bodies = reference.bodies.filter { $0.schema.id == name }
    let fields =
      bodies.isEmpty
      ? reference.fields.filter { field in
        field.id == name || field.pointer.description == name
          || field.depth > 0 && field.pointer.tokens.last == name
      } : bodies.flatMap(\.fields)
    return fields.isEmpty ? nil : fields.map(text(of:)).joined(separator: "\n")
  }

  /// Every name that `text(for:)` knows.
  public var names: [String] {
    reference.bodies.map(\.schema.id) + reference.fields.map(\.id) + reference.rules.map(\.rule.id)
  }

  /// One rule, with its place, its provenance and its vectors. Returns nil if there is no such rule.
  public func rule(_ id: String) -> String? {
    reference.rules.first { $0.rule.id == id }.map(text(of:))
  }

  // MARK: Parts

  private func text(of field: FieldReference) -> String {
    var text = "\(field.id)\n  \(field.field.type.rawValue)"
    if let isRequired = field.isRequired { text += isRequired ? ", required" : ", optional" }
    if field.isSecret { text += ", secret" }
    text += "\n  \(field.field.summary)\n"
    for rule in field.rules {
      text += "\n  \(rule.rule.keyword.rawValue)"
      if !rule.parameterText.isEmpty { text += " \(rule.parameterText)" }
      text += "\n    \(rule.pattern?.reading.text ?? rule.statement)\n"
      for note in rule.pattern?.reading.notes ?? [] { text += "    \(note)\n" }
      text += "    \(rule.rule.provenance.sentence)\n"
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
    text += "Provenance  \(provenance.status.rawValue)"
    text += provenance.note.isEmpty ? "\n" : ": \(provenance.note)\n"
    text += "Field       \(rule.summary)\(rule.isSecret ? " Secret." : "")\n"
    let decisions = self.reference.operation.decisions.filter { $0.rules.contains(rule.id) }
    for decision in decisions {
      text += "Decision    \(decision.question) \(decision.choice) (\(decision.id))\n"
    }
    for example in reference.vectors.accepted { text += line("Accepted", example) }
    for example in reference.vectors.rejected { text += line("Rejected", example) }
    for (name, ids) in [
      ("Vectors that accept", reference.vectors.accepting),
      ("Vectors that reject", reference.vectors.rejecting),
    ] where !ids.isEmpty {
      text += "\(name): \(ids.count) (\(IdentifierRanges.text(ids)))\n"
    }
    return text
  }

  private func line(_ name: String, _ example: VectorIndex.Example) -> String {
    "\(padded(name, 10))  \(example.value)  (\(example.vector): \(example.why))\n"
  }
}

extension FieldReference {
  /// The rules beside type and requirement in a few words.
  fileprivate var bounds: String {
    var words = rules.compactMap { reference -> String? in
      switch reference.rule.parameter {
      case .count(let bound): "\(reference.rule.keyword.rawValue) \(bound)"
      case .pattern(let source): source
      case .values(let values): values.map(\.compactText).joined(separator: " | ")
      default: nil
      }
    }
    if isSecret { words.append("secret") }
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
