import SchemaRules

/// The section of a field on the page.
struct HTMLField {
  private let field: FieldReference

  init(_ field: FieldReference) {
    self.field = field
  }

  var text: String {
    let anchor = Anchor.field(field)
    var text = "<article class=\"field\" id=\"\(anchor)\" "
    text += "data-search=\"\(HTMLText.escaped(field.searchText.lowercased()))\">\n"
    text += "<h3><a class=\"self\" href=\"#\(anchor)\">\(HTMLText.code(field.displayName))</a> "
    text += "<span class=\"type\">\(field.type)</span>"
    if let isRequired = field.isRequired {
      text +=
        " <span class=\"badge \(isRequired ? "required\">required" : "optional\">optional")</span>"
    }
    if field.isSecret { text += " <span class=\"badge secret\">secret</span>" }
    text += "</h3>\n<p>\(HTMLText.escaped(field.summary))"
    if field.isSecret { text += " Its value is never shown." }
    text += "\(HTMLText.place(field.place))</p>\n"
    text += "<ul class=\"rules\">\n"
    for rule in field.rules { text += self.rule(rule) }
    return text + "</ul>\n</article>\n"
  }

  private func rule(_ reference: RuleReference) -> String {
    let rule = reference.rule
    let anchor = Anchor.rule(rule.id)
    var text = "<li id=\"\(anchor)\">\n<p class=\"rule\"><a class=\"self\" href=\"#\(anchor)\">"
    text += "<b>\(rule.keyword.rawValue)</b></a> "
    if !reference.parameterText.isEmpty && reference.pattern == nil {
      text += "\(HTMLText.code(reference.parameterText)) "
    }
    text +=
      "\(HTMLText.escaped(reference.statement)) \(HTMLText.badge(rule.provenance.status))</p>\n"
    if let pattern = reference.pattern { text += self.pattern(pattern) }
    text += "<p class=\"origin\"><code>\(HTMLText.breakable(rule.id))</code>"
    text += "\(HTMLText.place(reference.place))</p>\n"
    if !rule.provenance.note.isEmpty {
      text += "<p class=\"note\">\(HTMLText.escaped(rule.provenance.note))</p>\n"
    }
    text += vectors(reference.vectors)
    return text + "</li>\n"
  }

  private func pattern(_ pattern: PatternReference) -> String {
    var text =
      "<pre class=\"pattern\" tabindex=\"0\"><code>\(HTMLText.escaped(pattern.source))</code>"
    text += "</pre>\n<p class=\"reading\">\(HTMLText.escaped(pattern.reading.text))</p>\n"
    if let syntax = pattern.syntax {
      text += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
      text += "aria-label=\"Railroad diagram of the pattern\">"
      text += RailroadDiagram(syntax, title: pattern.reading.text).element + "</div>\n"
    }
    for note in pattern.reading.notes {
      text += "<p class=\"note\">\(HTMLText.escaped(note))</p>\n"
    }
    return text
  }

  private func vectors(_ vectors: VectorIndex.Vectors) -> String {
    var text = ""
    if !vectors.accepted.isEmpty || !vectors.rejected.isEmpty {
      text += "<ul class=\"values\">\n"
      for (isAccepted, examples) in [(true, vectors.accepted), (false, vectors.rejected)] {
        for example in examples {
          let name = isAccepted ? "accepted" : "rejected"
          text +=
            "<li><span class=\"badge \(name)\">\(name)</span> \(HTMLText.code(example.value)) "
          text += "<span class=\"why\">\(HTMLText.escaped(example.why)) "
          text += "\(HTMLText.escaped(example.vector))</span></li>\n"
        }
      }
      text += "</ul>\n"
    }
    let count = vectors.accepting.count + vectors.rejecting.count
    guard count > 0 else { return text }
    text +=
      "<details class=\"vectors\"><summary>\(count) vector\(count == 1 ? "" : "s")</summary>\n"
    for (name, ids) in [("Accepting", vectors.accepting), ("Rejecting", vectors.rejecting)] {
      text += "<p>\(name): \(ids.isEmpty ? "none" : "\(ids.count)"). "
      text += "\(HTMLText.escaped(IdentifierRanges.text(ids)))</p>\n"
    }
    return text + "</details>\n"
  }
}

extension HTMLText {
  /// A place on the page with a space before it; empty if there is none.
  static func place(_ place: String?) -> String {
    place.map { " <span class=\"place\">\(escaped($0))</span>" } ?? ""
  }

  /// A rule's id with places where a narrow column may break it.
  static func breakable(_ id: String) -> String {
    escaped(id).split(separator: "/", omittingEmptySubsequences: false).joined(separator: "/<wbr>")
  }
}
