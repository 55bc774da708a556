import SchemaRules

/// The content of the reference about one field.
struct FieldContent {
  let field: FieldReference
  let reference: Reference
  /// The maximum width in pixels of a diagram that is shown next to the samples, where it may shrink, instead of
  /// below them.
  private static let columnWidth = 760

  var card: Block {
    var title: Phrase = "\(code: field.displayName) \(.muted(field.type))"
    let badges = [
      field.isRequired.map { $0 ? "required" : "optional" }, field.isSecret ? "secret" : nil,
    ]
    for case let badge? in badges { title = "\(title) \(badge: badge)" }
    let paragraphs = Phrase.paragraphs(field.summary)
    var summary: Phrase = "\(paragraphs.first ?? "")\(place: field.place)"
    var blocks: [Block] = []
    let isExplained = field.twin == nil && !field.bounds.isEmpty
    if let twin = field.twin {
      summary = "\(summary) Same rules as \(.link(twin.name, isCode: true, to: "#\(twin.anchor)"))."
    } else {
      let diagrams = field.rules.compactMap { rule in rule.diagram.map { ($0, rule.diagramName) } }
      let isNarrow = diagrams.allSatisfy { $0.0.width <= Self.columnWidth }
      let shown = diagrams.map { Block.diagram($0, file: $1) }
      blocks = rules + field.rules.flatMap(reading) + (isNarrow ? shown : [])
      if isExplained {
        blocks = [.grid([.stack(blocks)] + (field.samples.isEmpty ? [] : [samples]))]
      } else if let example = field.examples.first {
        blocks.append(.paragraph("Example: \(code: example.value)"))
      }
      if !isNarrow { blocks += shown }
    }
    let text = ([summary] + paragraphs.dropFirst()).filter { !$0.isEmpty }.map(Block.paragraph)
    return .card(
      anchor: field.anchor, title: title, search: field.searchText,
      isWide: isExplained || field.depth == 0,
      text + blocks + (field.rules.isEmpty ? [] : [.details(detailsTitle, [details])]))
  }

  /// The rules other than type and presence, and those that the page does not plainly state.
  private var rules: [Block] {
    let items = field.rules.compactMap { rule -> Phrase? in
      let provenance = rule.rule.provenance
      let isDocumented = provenance.status == .documented
      let isInTitle =
        rule.rule.keyword == .type
        || rule.rule.keyword == .required && field.undescribedMembers.isEmpty
      if isDocumented && isInTitle { return nil }
      var item: Phrase = "\(strong: rule.rule.keyword.rawValue) "
      if !rule.parameterText.isEmpty { item = "\(item)\(code: rule.parameterText) " }
      if rule.pattern == nil { item = "\(item)\(rule.statement) " }
      return isDocumented
        ? item : "\(item)\(badge: provenance.status.rawValue) \(provenance.note)"
    }
    return items.isEmpty ? [] : [.list(items)]
  }

  private func reading(_ rule: RuleReference) -> [Block] {
    guard let reading = rule.pattern?.reading else { return [] }
    let notes = reading.notes.joined(separator: " ")
    return [.quote("\(reading.text)")] + (notes.isEmpty ? [] : [.paragraph("\(notes)")])
  }

  private var samples: Block {
    .table(
      label: "Samples of \(field.displayName)", columns: ["Verdict", "Sample", "Why"],
      rows: field.samples.map { sample in
        let verdict: Phrase =
          sample.violated.map { "\(badge: "invalid") \(.muted($0.rawValue))" }
          ?? "\(badge: "valid")"
        return Block.Row(verdict, "\(code: sample.value)", "\(sample.why)")
      })
  }

  private var detailsTitle: Phrase {
    let rules = field.rules.count
    let hasVectors = field.rules.contains { !$0.vectors.files.isEmpty }
    return
      "\(rules) rule\(rules == 1 ? "" : "s")\(hasVectors ? ", with provenance and test vectors" : "")"
  }

  private var details: Block {
    .table(
      label: "Rules of \(field.displayName)",
      columns: ["Keyword", "Meaning", "Provenance", "Vectors", "Rule"],
      rows: field.rules.map { rule in
        let vectors = rule.vectors
        let files = vectors.files.phrase(reference.vectors.folder)
        let counts: Phrase = "\(vectors.accepting) accept, \(vectors.rejecting) reject: \(files)"
        return Block.Row(
          anchor: rule.anchor, "\(strong: rule.rule.keyword.rawValue)",
          "\(rule.statement)", "\(rule.origin)\(place: rule.place)",
          vectors.files.isEmpty ? "" : counts, "\(code: rule.rule.id)")
      })
  }
}

extension [String: Int] {
  /// A link to the file with the most vectors, and the number of other files.
  func phrase(_ folder: String) -> Phrase {
    guard let (path, others) = mainFile else { return "" }
    return "\(.link(path, isCode: false, to: "\(folder)/\(path)"))\(others)"
  }
}
