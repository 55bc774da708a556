import Vectors

/// The report in the Test Anything Protocol, a subtest an implementation.
///
/// https://testanything.org/tap-version-14-specification.html
public struct TAPReport {
  private let report: RunReport

  /// The report of a run.
  public init(_ report: RunReport) {
    self.report = report
  }

  /// The text.
  public var text: String {
    var text = "TAP version 14\n1..\(report.implementations.count)\n"
    for (index, implementation) in report.implementations.enumerated() {
      let title = Self.description(implementation.identity.title)
      text += "# Subtest: \(title)\n"
      for line in Self.points(implementation) { text += "    \(line)\n" }
      text += "\(implementation.isPassed ? "ok" : "not ok") \(index + 1) - \(title)\n"
    }
    return text
  }

  private static func points(_ implementation: ImplementationReport) -> [String] {
    let remarks = implementation.remarks + [implementation.startFailure?.detail].compactMap { $0 }
    let results = implementation.results
    var lines = ["1..\(results.count + remarks.count)"]
    for (index, result) in results.enumerated() {
      let name = "\(index + 1) - \(result.vector.id) \(description(result.className))"
      switch result.status {
      case .passed: lines.append("ok \(name)")
      case .skipped(let reason): lines.append("ok \(name) # SKIP \(reason)")
      case .failed(let failure):
        lines.append("not ok \(name)")
        lines.append("  ---")
        for (key, value) in [
          ("kind", failure.kind.rawValue), ("why", result.vector.why),
          ("expected", failure.expected), ("actual", failure.actual),
        ] {
          lines.append("  \(key): \(quoted(value))")
        }
        lines.append("  ...")
      }
    }
    for (index, remark) in remarks.enumerated() {
      lines.append("not ok \(results.count + index + 1) - \(description(remark))")
    }
    for note in implementation.notes { lines.append("# note: \(description(note.description))") }
    return lines
  }

  /// Text in which nothing is read as a directive or an escape.
  private static func description(_ text: String) -> String {
    Printable.escaped(text).reduce(into: "") { result, character in
      if character == "#" || character == "\\" { result.append("\\") }
      result.append(character)
    }
  }

  /// A YAML string in single quotes, where only the quote itself is special.
  private static func quoted(_ text: String) -> String {
    let doubled = Printable.escaped(text).split(separator: "'", omittingEmptySubsequences: false)
    return "'\(doubled.joined(separator: "''"))'"
  }
}
