import APIOperations
import SchemaExports
import SchemaRules

extension HTMLReference {
  var overview: String {
    var text = "<section aria-labelledby=\"operation\">\n<h2 id=\"operation\">The operation</h2>\n"
    text += "<dl class=\"facts\">\n"
    for fact in reference.facts {
      let value = fact.isCode ? HTMLText.code(fact.value) : HTMLText.escaped(fact.value)
      text += "<div><dt>\(HTMLText.escaped(fact.name))</dt><dd>\(value)"
      text += "\(HTMLText.place(fact.place))</dd></div>\n"
    }
    text +=
      "</dl>\n<p>A star marks a required field. Each rule says how it relates to the page:</p>\n"
    text += "<ul class=\"legend\">\n"
    for (status, meaning) in [
      (Provenance.Status.documented, "the page states it"),
      (.contradicted, "the page states it, and its own examples break it"),
      (.chosen, "the page is silent, and a decision says what was chosen"),
    ] {
      text += "<li>\(badge(status)) \(reference.count(status)): \(meaning)</li>\n"
    }
    text += "</ul>\n"
    return text + "</section>"
  }

  var bodies: String {
    reference.bodies.map { body in
      let anchor = Anchor.body(body)
      return "<section class=\"body\" aria-labelledby=\"\(anchor)\">\n"
        + "<h2 id=\"\(anchor)\">\(HTMLText.escaped(body.schema.title))</h2>\n"
        + "<p>Schema \(HTMLText.code(body.schema.id)). "
        + "\(HTMLText.escaped(body.schema.summary))</p>\n"
        + body.fields.map { HTMLField($0).text }.joined() + "</section>\n"
    }.joined()
  }

  var otherAnswers: String {
    guard let failures = operation.failures else { return "" }
    var text = "<section aria-labelledby=\"answers\">\n<h2 id=\"answers\">Other answers</h2>\n"
    text += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Other answers\">"
    text += "<table><thead><tr><th scope=\"col\">Status</th><th scope=\"col\">Meaning</th>"
    text += "<th scope=\"col\">Provenance</th></tr></thead>\n<tbody>\n"
    for failure in failures.answers {
      text += "<tr><th scope=\"row\">\(HTMLText.code(failure.status))</th>"
      text += "<td>\(HTMLText.escaped(failure.summary))</td>"
      text += "<td>\(badge(failure.provenance.status)) "
      text += "\(HTMLText.escaped(failure.provenance.note))</td></tr>\n"
    }
    text += "</tbody></table></div>\n"
    guard let body = reference.failureBody else { return text + "</section>" }
    text += "<p>Their body:</p>\n"
    text += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Their body\">"
    text += "<table><thead><tr><th scope=\"col\">Field</th><th scope=\"col\">Type</th>"
    text += "<th scope=\"col\">Required</th><th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n"
    for field in body.fields {
      text += "<tr><th scope=\"row\">\(HTMLText.code(field.displayName))</th>"
      text += "<td>\(field.type)</td>"
      text += "<td>\(field.isRequired.map { $0 ? "yes" : "no" } ?? "")</td>"
      text += "<td>\(HTMLText.escaped(field.summary))</td></tr>\n"
    }
    return text + "</tbody></table></div>\n</section>"
  }

  var examples: String {
    var text = "<section aria-labelledby=\"examples\">\n<h2 id=\"examples\">Examples</h2>\n"
    for example in operation.examples + operation.completedExamples {
      text += "<h3>\(HTMLText.escaped(example.place))</h3>\n<p>\(HTMLText.code(example.name)), of "
      text += "\(HTMLText.code(example.schemaID)). "
      text +=
        example.caveat.isEmpty
        ? "<span class=\"badge accepted\">valid</span>"
        : "<span class=\"badge rejected\">invalid</span> \(HTMLText.escaped(example.caveat))"
      text += "</p>\n<pre tabindex=\"0\"><code>\(HTMLText.escaped(example.json))</code></pre>\n"
    }
    return text + "</section>"
  }

  var decisions: String {
    guard !operation.decisions.isEmpty else { return "" }
    var text = "<section aria-labelledby=\"decisions\">\n<h2 id=\"decisions\">Decisions</h2>\n"
    text += "<p>Where the page is silent or contradicts itself.</p>\n"
    for decision in operation.decisions {
      text += HTMLDecision(decision, reference.vectors.decisions[decision.id] ?? []).text
    }
    return text + "</section>"
  }

  var losses: String {
    var text = "<section aria-labelledby=\"exports\">\n"
    text += "<h2 id=\"exports\">Exports and their losses</h2>\n"
    text += "<p>The rules in other formats, and what these cannot express.</p>\n"
    for format in ExportFormat.allCases {
      let ledger = LossLedger(format, of: operation.schemas)
      text += "<details><summary>\(HTMLText.escaped(format.title)) "
      text +=
        "<span class=\"count\">\(ledger.losses.count)</span></summary>\n<dl class=\"losses\">\n"
      for loss in ledger.losses {
        text += "<dt>\(HTMLText.code(loss.id))</dt><dd>\(HTMLText.prose(loss.summary)) "
        text += "\(HTMLText.prose(loss.consequence))</dd>\n"
      }
      text += "</dl></details>\n"
    }
    return text + "</section>"
  }

  private func badge(_ status: Provenance.Status) -> String { HTMLText.badge(status) }
}

extension HTMLText {
  /// A mark of a rule's relation to the page.
  static func badge(_ status: Provenance.Status) -> String {
    "<span class=\"badge \(status.rawValue)\">\(status.rawValue)</span>"
  }

  /// Prose in which backticks mark code.
  static func prose(_ text: String) -> String {
    var result = ""
    for (index, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      result += index.isMultiple(of: 2) ? escaped(String(part)) : code(String(part))
    }
    return result
  }
}
