import SchemaRules

/// What the reference says about one field.
struct FieldContent {
  let field: FieldReference
  let reference: OperationReference
  /// The width in pixels up to which a diagram is put beside the samples, and not below them.
  private static let columnWidth = 560

  var card: Block {
    var title: Phrase = "\(code: field.displayName) \(.muted(field.type))"
    if let isRequired = field.isRequired {
      title = "\(title) \(badge: isRequired ? "required" : "optional")"
    }
    if field.isSecret { title = "\(title) \(badge: "secret")" }
    var summary: Phrase = "\(field.summary)\(place: field.place)"
    var blocks: [Block] = []
    var isWide = field.depth == 0
    if let twin = field.twin {
      let link = Phrase.Span.link(twin.name, isCode: true, to: "#\(twin.anchor)")
      summary = "\(summary) Same rules as \(link)."
    } else {
      let patterns = field.rules.filter { $0.pattern != nil }
      let diagrams = patterns.compactMap(diagram)
      let isNarrow = patterns.allSatisfy { ($0.diagram?.width ?? 0) <= Self.columnWidth }
      let left = rules + patterns.flatMap(reading) + (isNarrow ? diagrams : [])
      if field.bounds.isEmpty {
        blocks += left
        if let example = field.examples.first {
          blocks.append(.paragraph("Example: \(code: example.value)"))
        }
      } else {
        isWide = true
        blocks.append(.grid([.stack(left)] + (field.samples.isEmpty ? [] : [samples])))
        if !isNarrow { blocks += diagrams }
      }
    }
    return .card(
      anchor: Anchor.field(field), title: title, search: field.searchText, isWide: isWide,
      [.paragraph(summary)] + blocks + [.details(detailsTitle, [details])])
  }

  /// The rules beyond type and presence, and those that the page does not plainly state.
  private var rules: [Block] {
    let rules = field.rules.filter {
      let isInTitle = [.type, .required].contains($0.rule.keyword)
      return !isInTitle || $0.rule.provenance.status != .documented
    }
    return rules.isEmpty
      ? []
      : [
        .list(
          rules.map {
            var item: Phrase = "\(strong: $0.rule.keyword.rawValue) "
            if !$0.parameterText.isEmpty { item = "\(item)\(code: $0.parameterText) " }
            if $0.pattern == nil { item = "\(item)\($0.statement) " }
            let provenance = $0.rule.provenance
            return provenance.status == .documented
              ? item : "\(item)\(badge: provenance.status.rawValue) \(provenance.note)"
          })
      ]
  }

  private func reading(_ rule: RuleReference) -> [Block] {
    guard let reading = rule.pattern?.reading else { return [] }
    let notes = reading.notes.joined(separator: " ")
    return [.quote("\(reading.text)")] + (notes.isEmpty ? [] : [.paragraph("\(notes)")])
  }

  private func diagram(_ rule: RuleReference) -> Block? {
    rule.diagram.map { .diagram($0, file: rule.diagramName) }
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
    let vectors = field.rules.reduce(0) { $0 + $1.vectors.count }
    let count = "\(rules) rule\(rules == 1 ? "" : "s")"
    return vectors == 0 ? "\(count)" : "\(count), with provenance and test vectors"
  }

  private var details: Block {
    .table(
      label: "Rules of \(field.displayName)",
      columns: ["Keyword", "Meaning", "Provenance", "Vectors", "Rule"],
      rows: field.rules.map { rule in
        let id = rule.rule.id
        return Block.Row(
          anchor: Anchor.rule(id), "\(strong: rule.rule.keyword.rawValue)",
          "\(rule.statement)", "\(rule.origin)\(place: rule.place)",
          rule.vectors.phrase(reference.vectors.folder), "\(code: id)")
      })
  }
}

extension VectorIndex.Vectors {
  /// How many vectors there are, and the files that hold most of them.
  func phrase(_ folder: String) -> Phrase {
    count == 0 ? "" : "\(accepting) accept, \(rejecting) reject: \(files.phrase(folder))"
  }
}

extension [VectorIndex.File] {
  /// The file with most vectors as a link, and how many more files there are.
  func phrase(_ folder: String) -> Phrase {
    guard let first else { return "" }
    let link = Phrase.Span.link(first.path, isCode: false, to: "\(folder)/\(first.path)")
    return count == 1
      ? "\(link)" : "\(link) and \(count - 1) more file\(count == 2 ? "" : "s")"
  }
}
