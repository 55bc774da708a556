import APIOperations
import JSONText
import SchemaRules

/// The content of a reference, section by section.
struct ReferenceContent {
  let reference: Reference
  /// Whether the document is complete in itself instead of referring to companion documents.
  let standsAlone: Bool

  var sections: [Block] {
    reference.bodies.map(table) + [samples, facts].compactMap(\.self)
      + reference.bodies.map(cards)
      + [otherAnswers, decisions, losses, origin].compactMap(\.self)
  }

  // MARK: Fields

  private func table(_ body: BodyReference) -> Block {
    let label = body.schema.title
    var blocks: [Block] = []
    if reference.operation != nil {
      var paragraphs = Phrase.paragraphs(body.schema.summary)
      let last = paragraphs.popLast().map { "\($0) " as Phrase } ?? ""
      blocks = (paragraphs + ["\(last)Schema \(code: body.schema.id)."]).map(Block.paragraph)
    }
    if body.fields.count > 1, let whole = body.fields.first, !whole.bounds.isEmpty {
      let bounds = whole.bounds.map { Phrase([.code($0)]) }
      blocks.append(.paragraph("\(whole.displayName): \(.joined(bounds, by: ", "))"))
    }
    if body.isLong {
      blocks.append(Self.table(body.groups.compactMap(\.first), label, name: Self.linked))
      for group in body.groups where group.count > 1 && group.first?.depth == 1 {
        blocks.append(.details(Self.title(group), [Self.table(group, label, name: Self.linked)]))
      }
    } else {
      blocks.append(Self.table(body.fields, label, name: Self.linked))
    }
    return .section(anchor: Anchor.body(body), title: title(body), blocks)
  }

  private static func linked(_ field: FieldReference) -> Phrase {
    Phrase([.link(field.displayName, isCode: true, to: "#\(field.anchor)")])
  }

  /// The name of a group's first field, with the number of fields inside it.
  private static func title(_ group: ArraySlice<FieldReference>) -> Phrase {
    let name: Phrase = "\(code: group.first?.displayName ?? "")"
    let count = group.count - 1
    return count == 0 ? name : "\(name) with \(count) field\(count == 1 ? "" : "s")"
  }

  /// The table of the given fields. A body has its own row only if it has no fields.
  private static func table(
    _ all: some Collection<FieldReference>, _ label: String, name: (FieldReference) -> Phrase
  ) -> Block {
    let fields = all.filter { $0.depth > 0 }
    return .table(
      label: label, columns: ["Field", "Type", "Required", "Bounds and pattern"],
      rows: (fields.isEmpty ? Array(all) : fields).map { field in
        Block.Row(
          name(field), "\(field.type)",
          field.isRequired.map { $0 ? "yes" : "no" } ?? "",
          .joined(
            field.bounds.map { Phrase([.code($0)]) } + field.marks.map { "\(.muted($0))" }, by: ", "
          ))
      })
  }

  private func cards(_ body: BodyReference) -> Block {
    func cards(_ fields: some Collection<FieldReference>) -> Block {
      .grid(fields.map { FieldContent(field: $0, reference: reference).card })
    }
    let blocks =
      body.isLong
      ? body.groups.map { .details(Self.title($0), [cards($0)]) } : [cards(body.fields)]
    return .section(
      anchor: "fields:\(Anchor.encoded(body.schema.id))", title: "\(title(body)): fields", blocks)
  }

  /// The title of a body without that of the operation, which is the title of the document.
  private func title(_ body: BodyReference) -> String {
    guard let operation = reference.operation else { return "Document" }
    let title = body.schema.title
    let prefix = "\(operation.title): "
    guard title.hasPrefix(prefix) else { return title }
    let rest = title.dropFirst(prefix.count)
    return rest.prefix(1).uppercased() + rest.dropFirst()
  }

  // MARK: The operation

  private var facts: Block? {
    guard reference.operation != nil else { return nil }
    return .section(
      anchor: "operation", title: "Operation",
      [
        .table(
          label: "Operation", columns: ["Fact", "Value", "On the page"],
          rows: reference.facts.map {
            Block.Row(
              "\($0.name)", $0.isSentence ? Phrase(prose: $0.value) : "\(code: $0.value)",
              "\($0.place ?? "")")
          })
      ])
  }

  private var samples: Block? {
    let valid = reference.examples.filter(\.caveat.isEmpty)
    let body = reference.operation?.request.flatMap { Self.shortEnough(valid, of: $0) }
    let call = reference.operation.map {
      Block.sample(
        curl($0, body?.json), language: "sh",
        caption: $0.authentication == nil
          ? "Call the operation." : "Call the operation; set \(code: "TOKEN") first.")
    }
    let invalid = reference.examples.filter { !$0.caveat.isEmpty }.flatMap {
      [sample($0), .list(errors($0))]
    }
    let blocks =
      [call].compactMap(\.self) + valid.filter { $0 != body }.map(sample)
      + (invalid.isEmpty ? [] : [.stack(invalid)])
    return blocks.isEmpty
      ? nil : .section(anchor: "samples", title: "Samples", [.grid(blocks)])
  }

  /// The maximum number of lines of a document in a sample call.
  private static let maximumLines = 40

  /// The first document of a schema that is short enough for a call, or else the shortest.
  private static func shortEnough(
    _ examples: [APIOperation.Example], of schema: Schema
  ) -> APIOperation.Example? {
    let bodies = examples.filter { $0.schemaID == schema.id }
    return bodies.first { $0.json.split(whereSeparator: \.isNewline).count <= maximumLines }
      ?? bodies.min { $0.json.utf8.count < $1.json.utf8.count }
  }

  private func curl(_ operation: APIOperation, _ body: String?) -> String {
    let path = operation.path.split(separator: "/").map {
      $0.hasPrefix("{") ? $0.dropFirst().dropLast().uppercased() : String($0)
    }
    var lines = [
      "curl -X \(operation.method) \(operation.server ?? "https://SERVER")/"
        + path.joined(separator: "/")
    ]
    if operation.authentication == .bearer { lines.append(#"-H "Authorization: Bearer $TOKEN""#) }
    if let body {
      lines.append("-H 'Content-Type: application/json'")
      let escaped = body.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: #"'\''"#)
      lines.append("-d '\(escaped.hasSuffix("\n") ? String(escaped.dropLast()) : escaped)'")
    }
    return lines.joined(separator: " \\\n  ")
  }

  private func sample(_ example: APIOperation.Example) -> Block {
    let mark: Phrase = example.caveat.isEmpty ? "\(badge: "valid")" : "\(badge: "invalid")"
    return .sample(
      example.json, language: "json", caption: "\(example.place) \(mark) \(example.caveat)")
  }

  /// The errors that conform reports for an example.
  private func errors(_ example: APIOperation.Example) -> [Phrase] {
    guard let schema = reference.bodies.map(\.schema).first(where: { $0.id == example.schemaID })
    else { return [] }
    do throws(SchemaError) {
      return try Validator(schema).validate(example.json).errors.map {
        let anchor = "#\(Anchor.rule($0.rule.id))"
        return "\($0.message) [\(.link($0.keyword.rawValue, isCode: true, to: anchor))]"
      }
    } catch {
      return ["\(error.description)"]
    }
  }

  private var otherAnswers: Block? {
    guard let operation = reference.operation, let failures = operation.failures else { return nil }
    let isDeclared = operation.schemas.contains(where: \.graph.isDeclared)
    let table = Block.table(
      label: "Error responses", columns: ["Status", "Meaning", "Provenance"],
      rows: failures.answers.map {
        Block.Row(
          "\(code: $0.status)", Phrase(prose: $0.summary),
          isDeclared ? "\(badge: $0.provenance.status.rawValue) \($0.provenance.note)" : "")
      })
    let body = reference.failureBody.map { body -> [Block] in
      [
        .paragraph("Every error response has this body:"),
        Self.table(body.fields, body.schema.title) { "\(code: $0.displayName) \($0.summary)" },
      ]
    }
    return .section(anchor: "answers", title: "Error responses", [table] + (body ?? []))
  }

  // MARK: Decisions, exports, source

  private var decisions: Block? {
    let all = reference.operation?.decisions ?? []
    if all.isEmpty { return nil }
    let table = Block.table(
      label: "Decisions", columns: ["Question", "Decision"],
      rows: all.map {
        Block.Row(
          anchor: Anchor.decision($0.id), Phrase(prose: $0.question), Phrase(prose: $0.choice))
      })
    let reasons = all.map {
      Block.stack(
        [.quote(Phrase(prose: $0.question)), .paragraph(Phrase(prose: $0.why))]
          + evidence($0))
    }
    return .section(
      anchor: "decisions", title: "Decisions",
      [
        .paragraph(
          "This table lists what conform does where the page is silent or contradicts itself.")
      ]
        + (standsAlone
          ? [table, .details("Reasons, and what other implementations do", reasons)]
          : [.paragraph(Phrase(prose: "docs/decisions.md lists them with their reasons."))])
    )
  }

  private var losses: Block {
    .section(
      anchor: "exports", title: "Exports",
      [
        .paragraph(
          """
          The same rules as JSON Schema, \(reference.operation == nil ? "" : "OpenAPI, ")TypeScript \
          and Swift.
          """),
        standsAlone
          ? .details("What these formats cannot express", [lossTable])
          : .paragraph(Phrase(prose: "docs/losses.md lists what they cannot express.")),
      ])
  }

  private var origin: Block {
    guard let source = reference.operation?.source, let hash = source.sha256 else {
      return .section(
        anchor: "source", title: "Source", [.paragraph("\(reference.origin)")])
    }
    return .section(
      anchor: "source", title: "Source",
      [
        .paragraph(
          """
          The rules are taken from the page “\(source.title)” (\(source.edition), SHA-256 \
          \(code: hash)). This reference is generated from the declared rules. Each rule \
          has one of three provenances:
          """),
        .table(
          label: "Provenance", columns: ["Provenance", "Rules", "Meaning"],
          rows: [
            (Provenance.Status.documented, "The page states the rule."),
            (.contradicted, "The page states the rule, but its own examples violate it."),
            (.chosen, "The page is silent; a decision explains the choice."),
          ].map {
            Block.Row("\(badge: $0.rawValue)", "\(reference.count($0))", "\($1)")
          }),
      ])
  }
}
