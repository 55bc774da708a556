import APIOperations
import JSONText
import SchemaRules

/// The reference of an operation, or of a schema on its own, as plain text for a terminal.
public struct TerminalReference {
  private let reference: Reference
  private var operation: APIOperation? { reference.operation }
  private var bodies: [BodyReference] { reference.bodies }

  /// Creates a renderer of a reference.
  public init(_ reference: Reference) {
    self.reference = reference
  }

  private var fields: [FieldReference] { bodies.flatMap(\.fields) }

  /// The operation, and one line per field.
  public var overview: String {
    let head = operation.map { [$0.title, $0.summary].filter { !$0.isEmpty } } ?? []
    var text = head.isEmpty ? "" : head.joined(separator: "\n") + "\n\n"
    let width = reference.facts.map(\.name.count).max() ?? 0
    for fact in reference.facts { text += "\(padded(fact.name, width))  \(fact.value)\n" }
    for body in bodies {
      text += (text.isEmpty ? "" : "\n") + "\(body.schema.title) (\(body.schema.id))\n"
      // A body has a row if it has rules that no field shows, or if it has no fields.
      let fields = body.fields.filter {
        operation == nil || $0.depth > 0 || body.fields.count == 1 || !$0.bounds.isEmpty
      }
      let names = fields.map {
        String(repeating: "  ", count: $0.depth) + $0.name
      }
      let width = names.map(\.count).max() ?? 0
      let typeWidth = max(fields.map(\.type.count).max() ?? 0, 7)
      for (name, field) in zip(names, fields) {
        let presence = field.isRequired.map { $0 ? "required" : "optional" } ?? ""
        let words = [
          padded(name, width), padded(field.type, typeWidth), padded(presence, 8),
          (field.bounds + field.marks).joined(separator: ", "),
        ]
        text += trimmed(words.joined(separator: "  ")) + "\n"
      }
    }
    text += "\nconform spec FIELD shows a field, conform explain RULE-ID a rule.\n"
    return text
  }

  /// Describes the rule or the fields with the given name: the id of a rule, schema or field, or a field's pointer or last
  /// name.
  ///
  /// Returns nil if there are none.
  public func text(for name: String) -> String? {
    if let rule = rule(name) { return rule }
    func isName(_ text: String?) -> Bool { text?.utf8.elementsEqual(name.utf8) ?? false }
    let bodies = bodies.filter { isName($0.schema.id) }
    let fields =
      bodies.isEmpty
      ? fields.filter { field in
        isName(field.id) || isName(field.pointer.description) || isName(field.displayName)
          || field.depth > 0 && isName(field.pointer.tokens.last)
      } : bodies.flatMap(\.fields)
    return fields.isEmpty ? nil : fields.map(text(of:)).joined(separator: "\n")
  }

  /// Every name that `text(for:)` accepts.
  public var names: [String] {
    bodies.map(\.schema.id) + fields.map(\.id) + fields.compactMap(\.pointer.tokens.last)
      + bodies.flatMap(\.schema.rules).map(\.id)
  }

  /// Describes one rule, with its place, provenance and vectors. Returns nil if there is no such rule.
  public func rule(_ id: String) -> String? {
    func isNamed(_ rule: Rule) -> Bool { rule.id.utf8.elementsEqual(id.utf8) }
    if let rule = fields.lazy.flatMap(\.rules).first(where: { isNamed($0.rule) }) {
      return text(of: rule)
    }
    // Some nodes can be reached only by dynamic references.
    return bodies.flatMap(\.schema.rules).first(where: isNamed)
      .map { text(of: RuleReference($0, of: operation, .init())) }
  }

  /// Lists the rules with the given keyword: their number and the first five. Empty if there are none.
  public func rules(with keyword: String) -> String {
    let ids = bodies.flatMap(\.schema.rules).filter { $0.keyword.rawValue == keyword }.map(\.id)
    guard !ids.isEmpty else { return "" }
    let (shown, count) = (ids.prefix(5), ids.count)
    return "\n\(count == 1 ? "1 rule has" : "\(count) rules have") it:\n"
      + shown.map { "  \($0)\n" }.joined()
      + (count > shown.count ? "  and \(count - shown.count) more\n" : "")
  }

  // MARK: Parts

  private func text(of field: FieldReference) -> String {
    let presence = field.isRequired.map { $0 ? "required" : "optional" }
    let kind = [field.type, presence, field.isSecret ? "secret" : nil].compactMap(\.self)
    var text = "\(field.id)\n  \(kind.joined(separator: ", "))\n"
    if !field.summary.isEmpty { text += "  \(field.summary)\n" }
    for rule in field.rules {
      let name = [rule.rule.keyword.rawValue, rule.parameterText].filter { !$0.isEmpty }
      text += "\n  \(name.joined(separator: " "))\n"
      let reading = rule.pattern?.reading
      for line in [reading?.text ?? rule.statement] + (reading?.notes ?? [])
        + [rule.origin, rule.rule.id] where !line.isEmpty
      {
        text += "    \(line)\n"
      }
    }
    return text
  }

  private func text(of reference: RuleReference) -> String {
    let rule = reference.rule
    let vectors = reference.vectors
    var rows: [(name: String, text: String)] = []
    if let place = reference.place { rows.append(("Place", place)) }
    if rule.graph.isDeclared {
      let note = rule.provenance.note
      rows.append(
        ("Provenance", rule.provenance.status.rawValue + (note.isEmpty ? "" : ": \(note)")))
    }
    rows.append(("Field", "\(rule.summary)\(rule.isSecret ? " Secret." : "")"))
    for decision in operation?.decisions ?? [] where decision.rules.contains(rule.id) {
      rows.append(("Decision", "\(decision.question) \(decision.choice) (\(decision.id))"))
    }
    for (name, examples) in [("Accepted", vectors.accepted), ("Rejected", vectors.rejected)] {
      rows += examples.map { (name, "\($0.value)  (\($0.vector): \($0.why))") }
    }
    if let (path, others) = vectors.files.mainFile {
      let counts = "\(vectors.accepting) accept, \(vectors.rejecting) reject"
      rows.append(("Vectors", "\(counts): \(path)\(others)"))
    }
    let pattern = reference.pattern.map { [$0.source, $0.reading.text] + $0.reading.notes } ?? []
    return "\(rule.id)\n"
      + ([reference.statement] + pattern).map { "  \($0)\n" }.joined() + "\n"
      + rows.map { trimmed("\(padded($0.name, 10))  \($0.text)") + "\n" }.joined()
  }
}

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

private func trimmed(_ text: String) -> String {
  String(text.prefix(text.count - text.reversed().prefix { $0 == " " }.count))
}
