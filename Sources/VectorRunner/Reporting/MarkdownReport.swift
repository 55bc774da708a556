import APIOperations
import Vectors

/// A document about the differences between implementations: their alternatives, their mistakes, and the reasons.
struct MarkdownReport {
  private let report: RunReport
  private let explanations: Explanations

  init(_ report: RunReport, _ explanations: Explanations = Explanations()) {
    self.report = report
    self.explanations = explanations
  }

  var text: String {
    var text = """
      # Where implementations disagree

      Written by `conform vectors run --format markdown` on \(report.date) with version \
      \(report.corpusVersion) of the corpus, \(counted(report.vectorCount, "vector")). The reasons \
      come from a file of explanations; everything else comes from the run.

      Skipped vectors are about a body that an implementation does not support, or presume an answer \
      to an open question that it does not give. An implementation that only reports verdicts is \
      scored on verdicts.


      """
    text += summary + choices
    for implementation in report.implementations { text += section(implementation) }
    return text
  }

  private var summary: String {
    var text = "| implementation | version | reports | right | wrong | skipped |\n"
    text += "|---|---|---|--:|--:|--:|\n"
    for implementation in report.implementations {
      let identity = implementation.identity
      text += "| \(Self.cell(identity.name)) | \(Self.cell(identity.version))"
      text += " | \(identity.reportsErrors ? "errors" : "verdicts") | \(implementation.passed)"
      text += " | \(implementation.failed) | \(implementation.skipped) |\n"
    }
    return text + "\n"
  }

  private var choices: String {
    var text = """
      ## Answers to open questions

      The alternative that explains all answers of an implementation; the recommended one has an \
      asterisk. An exclamation mark means that some answers fit another alternative, which is a failure.


      """
    let implementations = report.implementations
    text += Self.row(["axis"] + implementations.map { Self.cell($0.identity.name) })
    text += "|---|" + implementations.map { _ in "---|" }.joined() + "\n"
    var axes: [Decision] = []
    for conclusion in implementations.flatMap(\.conclusions)
    where !axes.contains(conclusion.axis) { axes.append(conclusion.axis) }
    for axis in axes {
      let chosen = implementations.map { implementation in
        implementation.conclusions.first { $0.axis.id == axis.id }.map(Self.cell) ?? ""
      }
      text += Self.row([Self.cell(axis.id)] + chosen)
    }
    return text + "\n"
  }

  private func section(_ implementation: ImplementationReport) -> String {
    let identity = implementation.identity
    var text = "## \(Self.cell(identity.title))\n\n"
    if let about = explanations.subjects.first(where: { $0.name == identity.name })?.about {
      text += "\(about)\n\n"
    }
    for note in implementation.notes { text += "Note: \(Self.cell(note.description))\n\n" }
    if implementation.isPassed { return text + "Every answer is right.\n\n" }
    for remark in implementation.allRemarks { text += "\(Self.cell(remark))\n\n" }
    var rest: [VectorResult] = []
    var explained: [Int: [VectorResult]] = [:]
    for result in implementation.results where result.failure != nil {
      if let index = explanations.index(for: result, of: identity.name) {
        explained[index, default: []].append(result)
      } else {
        rest.append(result)
      }
    }
    if implementation.failed > 0 {
      text += "| wrong | how | classes | example | reason |\n|--:|---|---|---|---|\n"
    }
    for (index, results) in explained.sorted(by: {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }) {
      text += Self.row(results, because: Self.cell(explanations.entries[index].because))
    }
    for group in FailureGroup.groups(of: rest) {
      text += Self.row(group.results, because: "**not explained**: \(Self.cell(group.cause))")
    }
    return text + "\n"
  }

  private static func row(_ results: [VectorResult], because: String) -> String {
    let classes = Set(results.map(\.className)).sorted().joined(separator: ", ")
    let example = results.first.map { "`\($0.vector.id)`" } ?? ""
    return row([String(results.count), results.kindWords, cell(classes), example, because])
  }

  private static func row(_ cells: [String]) -> String {
    "| \(cells.joined(separator: " | ")) |\n"
  }

  private static func cell(_ conclusion: AxisConclusion) -> String {
    func marked(_ alternative: String) -> String {
      cell(alternative) + (alternative == conclusion.axis.recommended ? "\\*" : "")
    }
    guard conclusion.isConsistent else { return "**! \(marked(conclusion.chosen))**" }
    return ([conclusion.chosen] + conclusion.others).map(marked).joined(separator: " or ")
  }

  /// Text that cannot end a cell of a table.
  private static func cell(_ text: String) -> String {
    Printable.escaped(text).replacing("|", with: "\\|")
  }
}
