import APIOperations
import SchemaRules

/// A decision on the page.
struct HTMLDecision {
  private let decision: Decision
  private let vectors: [String]

  init(_ decision: Decision, _ vectors: [String]) {
    self.decision = decision
    self.vectors = vectors
  }

  var text: String {
    let anchor = Anchor.decision(decision.id)
    var text = "<article class=\"decision\" id=\"\(anchor)\">\n<h3><a class=\"self\" "
    text += "href=\"#\(anchor)\">\(HTMLText.prose(decision.question))</a> "
    text += "\(HTMLText.badge(decision.status))</h3>\n"
    text += "<p><b>\(HTMLText.prose(decision.choice))</b> \(HTMLText.prose(decision.why))</p>\n"
    if !decision.rules.isEmpty {
      text += "<p class=\"origin\">Rules: "
      text += decision.rules.map {
        "<a href=\"#\(Anchor.rule($0))\"><code>\(HTMLText.breakable($0))</code></a>"
      }.joined(separator: ", ")
      text += "</p>\n"
    }
    if !decision.observations.isEmpty {
      text += "<details><summary>What others do</summary>\n<ul>\n"
      for observation in decision.observations {
        text += "<li>\(HTMLText.escaped(observation.subject)): "
        text += "\(HTMLText.code(observation.run)) → \(HTMLText.prose(observation.result))</li>\n"
      }
      text += "</ul></details>\n"
    }
    if !vectors.isEmpty {
      text += "<details class=\"vectors\"><summary>\(vectors.count) vectors depend on it</summary>"
      text += "<p>\(HTMLText.escaped(IdentifierRanges.text(vectors)))</p></details>\n"
    }
    return text + "</article>\n"
  }
}
