import APIOperations
import JSONText
import SchemaRules

/// What the reference of an operation says, section by section.
struct ReferenceContent {
  let reference: OperationReference
  /// Whether the document says everything itself, or leaves some of it to the documents beside it.
  let standsAlone: Bool
  private var operation: APIOperation { reference.operation }

  var sections: [Block] {
    reference.bodies.map(table) + [samples, facts] + reference.bodies.map(cards)
      + [otherAnswers, decisions, losses, origin].compactMap(\.self)
  }

  // MARK: Fields

  private func table(_ body: BodyReference) -> Block {
    .section(
      anchor: Anchor.body(body), title: title(body),
      [
        .paragraph("\(body.schema.summary) Schema \(code: body.schema.id)."),
        Self.table(body) {
          Phrase([.link($0.displayName, isCode: true, to: "#\(Anchor.field($0))")])
        },
      ])
  }

  /// The table of a body's fields; the body itself is a row only where it has no fields.
  private static func table(_ body: BodyReference, name: (FieldReference) -> Phrase) -> Block {
    let fields = body.fields.filter { $0.depth > 0 }
    return .table(
      label: body.schema.title, columns: ["Field", "Type", "Required", "Bounds and pattern"],
      rows: (fields.isEmpty ? body.fields : fields).map { field in
        Block.Row(
          name(field), "\(field.type)",
          field.isRequired.map { $0 ? "yes" : "no" } ?? "",
          .joined(
            field.bounds.map { Phrase([.code($0)]) } + field.marks.map { "\(.muted($0))" }, by: ", "
          ))
      })
  }

  private func cards(_ body: BodyReference) -> Block {
    .section(
      anchor: "fields:\(Anchor.encoded(body.schema.id))", title: "\(title(body)): fields",
      [.grid(body.fields.map { FieldContent(field: $0, reference: reference).card })])
  }

  /// The title of a body without the operation's, which is the title of the document.
  private func title(_ body: BodyReference) -> String {
    let title = body.schema.title
    let prefix = "\(operation.title): "
    guard title.hasPrefix(prefix) else { return title }
    let rest = title.dropFirst(prefix.count)
    return rest.prefix(1).uppercased() + rest.dropFirst()
  }

  // MARK: The operation

  private var facts: Block {
    .section(
      anchor: "operation", title: "Operation",
      [
        .table(
          label: "Operation", columns: ["Fact", "Value", "On the page"],
          rows: reference.facts.map {
            Block.Row(
              "\($0.name)", $0.isSentence ? "\($0.value)" : "\(code: $0.value)", "\($0.place ?? "")"
            )
          })
      ])
  }

  private var samples: Block {
    let examples = operation.completedExamples + operation.examples
    let body = examples.first { $0.schemaID == operation.request?.id && $0.caveat.isEmpty }
    let call = Block.sample(
      curl(body?.json), language: "sh", caption: "Call the operation; set \(code: "TOKEN") first.")
    let invalid = examples.filter { !$0.caveat.isEmpty }.flatMap {
      [sample($0), .list(errors($0))]
    }
    return .section(
      anchor: "samples", title: "Samples",
      [
        .grid(
          [call] + examples.filter { $0.caveat.isEmpty && $0 != body }.map(sample)
            + (invalid.isEmpty ? [] : [.stack(invalid)]))
      ])
  }

  private func curl(_ body: String?) -> String {
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

  /// What conform reports for an example.
  private func errors(_ example: APIOperation.Example) -> [Phrase] {
    guard let schema = operation.schemas.first(where: { $0.id == example.schemaID }) else {
      return []
    }
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
    guard let failures = operation.failures else { return nil }
    let table = Block.table(
      label: "Error responses", columns: ["Status", "Meaning", "Provenance"],
      rows: failures.answers.map {
        Block.Row(
          "\(code: $0.status)", "\($0.summary)",
          "\(badge: $0.provenance.status.rawValue) \($0.provenance.note)")
      })
    let body = reference.failureBody.map { body -> [Block] in
      [
        .paragraph("Every error response has this body:"),
        Self.table(body) { "\(code: $0.displayName) \($0.summary)" },
      ]
    }
    return .section(anchor: "answers", title: "Error responses", [table] + (body ?? []))
  }

  // MARK: Decisions, exports, source

  private var decisions: Block? {
    let all = operation.decisions
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
      [.paragraph("What conform does where the page is silent or contradicts itself.")]
        + (standsAlone
          ? [table, .details("Reasons, and what other implementations do", reasons)]
          : [.paragraph(Phrase(prose: "They are listed with their reasons in docs/decisions.md."))])
    )
  }

  private var losses: Block {
    .section(
      anchor: "exports", title: "Exports",
      [
        .paragraph("The same rules as JSON Schema, OpenAPI, TypeScript and Swift."),
        standsAlone
          ? .details("What these formats cannot express", [lossTable])
          : .paragraph(Phrase(prose: "What they cannot express is listed in docs/losses.md.")),
      ])
  }

  private var origin: Block {
    let source = operation.source
    guard let hash = source.sha256 else {
      return .section(
        anchor: "source", title: "Source",
        [.paragraph("This reference is generated from “\(source.title)” (\(source.edition)).")])
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
            (.contradicted, "The page states the rule, and its own examples violate it."),
            (.chosen, "The page is silent; a decision explains the choice."),
          ].map {
            Block.Row("\(badge: $0.rawValue)", "\(reference.count($0))", "\($1)")
          }),
      ])
  }
}
