import APIOperations
public import SchemaRules

/// The reference of an operation in Markdown.
public struct MarkdownReference {
  private let reference: OperationReference
  private var operation: APIOperation { reference.operation }

  /// A renderer of a reference.
  public init(_ reference: OperationReference) {
    self.reference = reference
  }

  /// The document.
  ///
  /// `diagrams` is the folder beside the document with the SVG files, which have the names that
  /// `diagramName` gives.
  public func text(diagrams: String = "diagrams") -> String {
    var text = "# \(MarkdownText.escaped(operation.title))\n\n"
    text += MarkdownText.escaped(operation.summary) + "\n\n"
    text += origin
    text += overview
    for body in reference.bodies { text += self.body(body, diagrams) }
    text += failures
    text += examples
    return text
  }

  /// The name of the file that holds a rule's diagram: the rule's id with hyphens for slashes.
  public static func diagramName(_ rule: Rule) -> String {
    fileName(rule.id) + ".svg"
  }

  /// A name for a file about something with an id: letters, digits, dots and hyphens, at most 200 of them.
  public static func fileName(_ id: String) -> String {
    let name = id.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "." ? $0 : "-" }
    guard name.count > 200 else { return String(name) }
    // The end tells places in a document apart; the sum tells apart what has the same end.
    let sum = id.utf8.reduce(UInt32(5381)) { $0 &* 33 ^ UInt32($1) }
    return String(name.suffix(190)) + "-" + String(sum, radix: 16)
  }

  // MARK: The operation

  private var origin: String {
    let source = operation.source
    guard let sha256 = source.sha256 else {
      return "Rendered from \(MarkdownText.escaped(source.title)) "
        + "(\(MarkdownText.escaped(source.edition))), \(reference.rules.count) rules.\n\n"
    }
    return """
      Rendered from the declared rules; `make docs-generate` writes it anew. The source is the page \
      "\(MarkdownText.escaped(source.title))" (\(MarkdownText.escaped(source.edition)), SHA-256 \
      `\(sha256)`), the only normative text. Of \(reference.rules.count) rules it states \(reference.count(.documented)), \
      contradicts \(reference.count(.contradicted)) by its own examples, and is silent about \
      \(reference.count(.chosen)); [decisions.md](decisions.md) says what was chosen there, and why.


      """
  }

  private var overview: String {
    var text = "## The operation\n\n" + MarkdownText.head(["", "", "place on the page"])
    for fact in reference.facts {
      let value =
        fact.isCode
        ? MarkdownText.code(fact.value, inTable: true) : MarkdownText.escaped(fact.value)
      text += MarkdownText.row([fact.name, value, MarkdownText.escaped(fact.place ?? "")])
    }
    return text + "\n"
  }

  private func body(_ body: BodyReference, _ diagrams: String) -> String {
    var text = "## \(MarkdownText.escaped(body.schema.title))\n\n"
    text += "Schema `\(body.schema.id)`. \(MarkdownText.escaped(body.schema.summary))\n\n"
    text += MarkdownText.head(["field", "type", "required", "rules", "meaning"])
    for field in body.fields {
      let rules = field.rules.filter { ![.type, .required].contains($0.rule.keyword) }
      text += MarkdownText.row([
        "[\(MarkdownText.code(field.displayName, inTable: true))](#\(Anchor.field(field)))",
        field.type + (field.isSecret ? ", secret" : ""),
        field.isRequired.map { $0 ? "yes" : "no" } ?? "",
        rules.map { "[\($0.rule.keyword.rawValue)](#\(Anchor.rule($0.rule.id)))" }
          .joined(separator: ", "),
        MarkdownText.escaped(field.summary),
      ])
    }
    text += "\n"
    for field in body.fields { text += MarkdownField(field, diagrams).text }
    return text
  }

  private var failures: String {
    guard let failures = operation.failures else { return "" }
    var text = "## Other answers\n\n"
    text += MarkdownText.head(["status", "meaning", "provenance"])
    for failure in failures.answers {
      text += MarkdownText.row([
        failure.status, MarkdownText.escaped(failure.summary),
        MarkdownText.escaped(failure.provenance.sentence),
      ])
    }
    guard let body = reference.failureBody else { return text + "\n" }
    text += "\nTheir body:\n\n" + MarkdownText.head(["field", "type", "required", "meaning"])
    for field in body.fields {
      text += MarkdownText.row([
        MarkdownText.code(field.displayName, inTable: true), field.type,
        field.isRequired.map { $0 ? "yes" : "no" } ?? "", MarkdownText.escaped(field.summary),
      ])
    }
    return text + "\n"
  }

  private var examples: String {
    var text = "## Examples\n\n"
    for example in operation.examples + operation.completedExamples {
      text += "### \(MarkdownText.escaped(example.place))\n\n"
      text += "`\(example.name)`, of `\(example.schemaID)`. "
      text += example.caveat.isEmpty ? "Valid.\n\n" : "\(MarkdownText.escaped(example.caveat))\n\n"
      text += "```json\n\(example.json)\(example.json.hasSuffix("\n") ? "" : "\n")```\n\n"
    }
    return String(text.dropLast())
  }
}
