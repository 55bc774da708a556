import SchemaRules

/// The section of a field in Markdown.
struct MarkdownField {
  private let field: FieldReference
  private let diagrams: String

  init(_ field: FieldReference, _ diagrams: String) {
    self.field = field
    self.diagrams = diagrams
  }

  var text: String {
    var text = "### <a id=\"\(Anchor.field(field))\"></a>"
    text += "\(MarkdownText.code(field.displayName))\n\n"
    text += MarkdownText.escaped(field.summary)
    if let place = field.place { text += " On the page: \(MarkdownText.escaped(place))." }
    if field.isSecret { text += " **Secret**: its value is never shown." }
    text += "\n\n"
    for rule in field.rules { text += self.rule(rule) }
    return text + "\n"
  }

  private func rule(_ reference: RuleReference) -> String {
    let rule = reference.rule
    var text = "- <a id=\"\(Anchor.rule(rule.id))\"></a>**\(rule.keyword.rawValue)**"
    if !reference.parameterText.isEmpty { text += " \(MarkdownText.code(reference.parameterText))" }
    text += ": \(MarkdownText.escaped(reference.statement))\n"
    text += "  Rule `\(rule.id)`. \(MarkdownText.escaped(rule.provenance.sentence))\n"
    if let place = reference.place { text += "  Place: \(MarkdownText.escaped(place)).\n" }
    if let pattern = reference.pattern { text += self.pattern(pattern, rule) }
    text += vectors(reference)
    return text
  }

  private func pattern(_ pattern: PatternReference, _ rule: Rule) -> String {
    var text = "\n  > \(MarkdownText.escaped(pattern.reading.text))\n\n"
    for note in pattern.reading.notes { text += "  \(MarkdownText.escaped(note))\n" }
    if pattern.syntax != nil {
      let description = MarkdownText.escaped(pattern.reading.text)
      text += "\n  ![\(description)](\(diagrams)/\(MarkdownReference.diagramName(rule)))\n"
    }
    return text + "\n"
  }

  private func vectors(_ reference: RuleReference) -> String {
    let vectors = reference.vectors
    var text = ""
    if !vectors.accepted.isEmpty || !vectors.rejected.isEmpty {
      text += "\n  " + MarkdownText.row(["", "value", "vector", "why"])
      text += "  |---|---|---|---|\n"
      for (mark, examples) in [("✓", vectors.accepted), ("✗", vectors.rejected)] {
        for example in examples {
          text +=
            "  "
            + MarkdownText.row([
              mark, MarkdownText.code(example.value, inTable: true), example.vector,
              MarkdownText.escaped(example.why),
            ])
        }
      }
      text += "\n"
    }
    if !vectors.accepting.isEmpty || !vectors.rejecting.isEmpty {
      text += "  Vectors that accept: \(Self.list(vectors.accepting))\n"
      text += "  Vectors that reject: \(Self.list(vectors.rejecting))\n"
    }
    return text
  }

  private static func list(_ ids: [String]) -> String {
    ids.isEmpty ? "none." : "\(ids.count) (\(IdentifierRanges.text(ids)))."
  }
}
