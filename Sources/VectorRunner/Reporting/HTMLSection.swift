import APIOperations
import Vectors

/// The part of the page about one implementation.
struct HTMLSection {
  /// Longer documents are cut, in bytes.
  private static let shownLength = 400

  private let implementation: ImplementationReport
  private let number: Int

  init(_ implementation: ImplementationReport, number: Int) {
    self.implementation = implementation
    self.number = number
  }

  /// The name of a place on the page.
  static func anchor(_ number: Int, _ className: String) -> String {
    let name = className.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }
    return "i\(number)-\(name.joined())"
  }

  var text: String {
    let identity = implementation.identity
    let reports = identity.reportsErrors ? "verdicts and errors" : "verdicts only"
    var text = "<section id=\"i\(number)\">\n"
    text += "<h2>\(number). \(Markup.escaped(identity.title))</h2>\n"
    text += "<p class=\"quiet\">\(identity.kind.rawValue), \(reports), "
    text += "\(TextReport.seconds(implementation.duration))</p>\n"
    let remarks = [implementation.startFailure?.detail].compactMap { $0 } + implementation.remarks
    for remark in remarks { text += "<p class=\"remark\">\(Markup.escaped(remark))</p>\n" }
    for note in implementation.notes {
      text += "<p class=\"quiet\">note: \(Markup.escaped(note.description))</p>\n"
    }
    text += choices
    for (name, results) in implementation.classes { text += failures(name, results) }
    return text + "</section>\n"
  }

  private var choices: String {
    guard !implementation.conclusions.isEmpty else { return "" }
    var text = "<details class=\"choices\"\(isConsistent ? "" : " open")>"
    text += "<summary>Choices</summary>\n<dl>\n"
    for conclusion in implementation.conclusions {
      let mark = conclusion.isConsistent ? "" : " class=\"remark\""
      text += "<dt title=\"\(Markup.escaped(conclusion.axis.question))\">"
      text += "\(Markup.escaped(conclusion.axis.id))</dt>"
      text += "<dd\(mark)>\(Markup.escaped(conclusion.summary))</dd>\n"
    }
    return text + "</dl>\n</details>\n"
  }

  private var isConsistent: Bool { implementation.conclusions.allSatisfy(\.isConsistent) }

  private func failures(_ name: String, _ results: [VectorResult]) -> String {
    let failed = results.filter { $0.failure != nil }
    guard !failed.isEmpty else { return "" }
    var text = "<details id=\"\(Self.anchor(number, name))\"><summary>\(Markup.escaped(name)) "
    text += "<span class=\"quiet\">\(failed.count) of \(results.count) wrong</span></summary>\n"
    for result in failed {
      guard let failure = result.failure else { continue }
      text += "<details class=\"vector\"><summary><code>\(result.vector.id)</code> "
      text += "<span class=\"kind\">\(failure.kind.words)</span> "
      text += "\(Markup.escaped(result.vector.why))</summary>\n<dl>\n"
      text += "<dt>expected</dt>\(Self.expected(result.vector.judgement))\n"
      text += "<dt>got</dt><dd>\(Markup.escaped(failure.actual))</dd>\n"
      text += "<dt>document</dt><dd><code>\(Self.document(result.vector))</code></dd>\n"
      text += "</dl>\n</details>\n"
    }
    return text + "</details>\n"
  }

  private static func expected(_ judgement: Judgement) -> String {
    switch judgement {
    case .fixed(let expectation): return "<dd>\(Markup.escaped(expectation.description))</dd>"
    case .choice(_, let alternatives):
      return alternatives.map { alternative in
        let name = Markup.escaped(alternative.name)
        return "<dd>\(name): \(Markup.escaped(alternative.expectation.description))</dd>"
      }.joined()
    }
  }

  private static func document(_ vector: Vector) -> String {
    let bytes = vector.input.bytes
    let text = String(decoding: bytes.prefix(shownLength), as: UTF8.self)
    let rest = bytes.count > shownLength ? " and \(bytes.count - shownLength) bytes more" : ""
    return Markup.escaped(text) + rest
  }
}
