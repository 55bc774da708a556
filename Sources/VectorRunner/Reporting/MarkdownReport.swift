import APIOperations
import Vectors

/// What implementations disagree about, as a document: which alternatives they take, what they get
/// wrong, and why.
public struct MarkdownReport {
  private let report: RunReport
  private let explanations: Explanations

  /// The report of a run, with explanations from elsewhere.
  public init(_ report: RunReport, _ explanations: Explanations = Explanations()) {
    self.report = report
    self.explanations = explanations
  }

  /// The text.
  public var text: String {
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

      The alternative that explains all answers of an implementation. An exclamation mark means that \
      some answers fit another alternative, which is a failure.

      | axis |
      """
    for implementation in report.implementations {
      text += " \(Self.cell(implementation.identity.name)) |"
    }
    text += "\n|---|" + report.implementations.map { _ in "---|" }.joined() + "\n"
    var axes: [Decision] = []
    for conclusion in report.implementations.flatMap(\.conclusions)
    where !axes.contains(conclusion.axis) { axes.append(conclusion.axis) }
    for axis in axes {
      text += "| \(Self.cell(axis.id)) |"
      for implementation in report.implementations {
        let conclusion = implementation.conclusions.first { $0.axis.id == axis.id }
        text += " \(conclusion.map(Self.cell) ?? "") |"
      }
      text += "\n"
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
    let remarks = [implementation.startFailure?.detail].compactMap { $0 } + implementation.remarks
    for remark in remarks { text += "\(Self.cell(remark))\n\n" }
    let groups = Group.groups(of: implementation, explanations)
    if groups.isEmpty { return text }
    text += "| wrong | how | classes | example | reason |\n|--:|---|---|---|---|\n"
    for group in groups {
      let because = group.because.map(Self.cell) ?? "**not explained**"
      text += "| \(group.results.count) | \(group.words) | \(Self.cell(group.classes))"
      text += " | \(group.example) | \(because) |\n"
    }
    return text + "\n"
  }

  private static func cell(_ conclusion: AxisConclusion) -> String {
    guard conclusion.isConsistent else { return "**! \(cell(conclusion.chosen))**" }
    let others = conclusion.candidates.filter { $0 != conclusion.chosen }
    return cell(([conclusion.chosen] + others).joined(separator: " or "))
  }

  /// Text in which nothing ends a cell.
  private static func cell(_ text: String) -> String {
    Printable.escaped(text).split(separator: "|", omittingEmptySubsequences: false)
      .joined(separator: "\\|")
  }
}

/// Failures with one reason.
private struct Group {
  let because: String?
  let results: [VectorResult]

  /// The groups, those that explain most first, those without a reason at the end and by kind.
  static func groups(
    of implementation: ImplementationReport, _ explanations: Explanations
  ) -> [Group] {
    let failed = implementation.results.filter { $0.failure != nil }
    let name = implementation.identity.name
    let byReason = Dictionary(grouping: failed) { explanations.index(for: $0, of: name) ?? -1 }
    let explained = byReason.filter { $0.key >= 0 }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { Group(because: explanations.entries[$0.key].because, results: $0.value) }
    let kinds = Dictionary(grouping: byReason[-1] ?? []) { $0.failure?.kind.words ?? "" }
    return explained
      + kinds.sorted { $0.key < $1.key }.map { Group(because: nil, results: $0.value) }
  }

  var words: String {
    let kinds = Set(results.compactMap { $0.failure?.kind })
    return VectorResult.Failure.Kind.allCases.filter(kinds.contains).map(\.words)
      .joined(separator: ", ")
  }

  var classes: String { Set(results.map(\.className)).sorted().joined(separator: ", ") }

  var example: String { results.first.map { "`\($0.vector.id)`" } ?? "" }
}
