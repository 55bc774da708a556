import APIOperations
import Vectors

/// The report for people.
struct TextReport {
  private let report: RunReport
  private let failureLimit: Int

  init(_ report: RunReport, failureLimit: Int) {
    self.report = report
    self.failureLimit = failureLimit
  }

  /// The text; line feeds are its only control characters.
  var text: String {
    var text = "corpus \(report.corpusVersion), \(counted(report.vectorCount, "vector"))\n"
    for implementation in report.implementations { text += "\n" + section(implementation) }
    if report.implementations.count > 1 { text += "\n" + matrix }
    return text
  }

  private func section(_ implementation: ImplementationReport) -> String {
    let identity = implementation.identity
    let reports = identity.reportsErrors ? "verdicts and errors" : "verdicts only"
    var text = "\(identity.title) (\(identity.kind.rawValue), \(reports))\n"
    if let failure = implementation.startFailure { return text + "  FAILED: \(failure.detail)\n" }
    text += "  \(implementation.isPassed ? "passed" : "FAILED"): \(implementation.passed) right, "
    text += "\(implementation.failed) wrong, \(implementation.skipped) skipped, "
    text += "in \(Self.seconds(implementation.duration))\n"
    let kinds = implementation.failureCounts.map { "\($0.count) \($0.kind.words)" }
    if !kinds.isEmpty { text += "  wrong: \(kinds.joined(separator: ", "))\n" }
    for remark in implementation.remarks { text += "  \(remark)\n" }
    let notes = implementation.notes
    for note in notes.prefix(failureLimit) { text += "  note: \(note)\n" }
    if notes.count > failureLimit {
      text += "  and \(counted(notes.count - failureLimit, "more note"))\n"
    }
    text += choices(implementation)
    text += classes(implementation)
    return text + failures(implementation)
  }

  private func choices(_ implementation: ImplementationReport) -> String {
    guard !implementation.conclusions.isEmpty else { return "" }
    var text = "  choices (* is recommended)\n"
    let width = implementation.conclusions.map(\.axis.id.count).max() ?? 0
    for conclusion in implementation.conclusions {
      let padding = String(repeating: " ", count: width - conclusion.axis.id.count)
      text += "    \(conclusion.axis.id)\(padding)  \(conclusion.summary)\n"
    }
    return text
  }

  private func classes(_ implementation: ImplementationReport) -> String {
    var table = Table()
    for (name, results) in implementation.classes {
      let failed = results.count { $0.failure != nil }
      if failed > 0 { table.add([name, "\(failed) of \(results.count) wrong"]) }
    }
    let text = table.text(indent: 4)
    return text.isEmpty ? "" : "  classes\n" + text
  }

  private func failures(_ implementation: ImplementationReport) -> String {
    var text = ""
    let groups = FailureGroup.groups(of: implementation.results)
    for group in groups.prefix(failureLimit) {
      text += "  \(group.results.count) x \(Printable.escaped(group.cause))"
      text += " (\(group.results.kindWords))\n"
      for result in group.examples {
        guard let failure = result.failure else { continue }
        text += "    \(result.vector.id) \(result.className): \(failure.kind.words)\n"
        text += "      \(Printable.escaped(result.vector.why))\n"
        text += "      expected \(Printable.escaped(result.expected))\n"
        text += "      got      \(Printable.escaped(failure.detail))\n"
      }
    }
    let rest = groups.dropFirst(failureLimit)
    if !rest.isEmpty {
      let count = rest.map(\.results.count).reduce(0, +)
      text += "  and \(counted(count, "more failure")) in \(counted(rest.count, "group"))\n"
    }
    return text
  }

  /// A table with one row per class and one column per implementation.
  private var matrix: String {
    var text = ""
    for (index, implementation) in report.implementations.enumerated() {
      text += "[\(index + 1)] \(implementation.identity.title)\n"
    }
    var table = Table()
    table.add(["right, in percent"] + report.implementations.indices.map { "[\($0 + 1)]" })
    let byClass = report.implementations.map { implementation in
      Dictionary(grouping: implementation.results, by: \.className)
    }
    for name in Set(byClass.flatMap(\.keys)).sorted() {
      table.add([name] + byClass.map { Self.percent($0[name] ?? []) })
    }
    table.add(["all"] + report.implementations.map { Self.percent($0.results) })
    return text + table.text()
  }

  /// The percentage of right answers among those that were scored, rounded down, so that 100 means all.
  static func percent(_ results: [VectorResult]) -> String {
    let passed = results.count { $0.isPassed }
    let judged = passed + results.count { $0.failure != nil }
    return judged == 0 ? "-" : String(passed * 100 / judged)
  }

  static func seconds(_ duration: Duration) -> String {
    let hundredths = Int((duration / .milliseconds(10)).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}

/// A number with its noun, such as `1 vector` and `2 vectors`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

extension AxisConclusion {
  /// The alternative, with an asterisk if it is the recommended one.
  func marked(_ alternative: String) -> String {
    alternative == axis.recommended ? "\(alternative)*" : alternative
  }

  /// The alternative and the number of answers that it explains; the recommended one has an asterisk.
  var summary: String {
    guard isConsistent else {
      return "INCONSISTENT: \(marked(chosen)) explains \(explainedByChosen) of "
        + "\(counted(answers, "answer")), others explain \(strays) more"
    }
    guard explainedByChosen == answers else {
      return "\(marked(chosen)) (explains \(explainedByChosen) of \(counted(answers, "answer")); "
        + "nothing explains the rest)"
    }
    let others = others.map(marked)
    let named = others.count > 3 ? "\(others.count) others" : others.joined(separator: ", ")
    let doubt = others.isEmpty ? "" : ", and so would \(named)"
    return "\(marked(chosen)) (explains all \(counted(answers, "answer"))\(doubt))"
  }
}

extension Failure.Kind {
  /// The kind for people.
  var words: String {
    switch self {
    case .accepted: "accepted wrongly"
    case .rejected: "rejected wrongly"
    case .outcome: "wrong outcome"
    case .errors: "wrong errors"
    case .inconsistent: "inconsistent choice"
    case .crash: "crash"
    case .timeOut: "time-out"
    case .breach: "breach of the protocol"
    case .service: "service failure"
    case .inconclusive: "inconclusive"
    case .notAsked: "not asked"
    }
  }
}
