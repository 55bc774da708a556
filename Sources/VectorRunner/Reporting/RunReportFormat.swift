/// The formats of a report.
public enum RunReportFormat: String, CaseIterable, Sendable {
  /// For people, in a terminal.
  case text
  /// For programs; everything that is known.
  case json
  /// For the systems that show test results: JUnit's XML.
  case junit
  /// What the implementations disagree about, for a document.
  case markdown
}

extension RunReport {
  /// The report as text.
  ///
  /// - Parameters:
  ///   - failureLimit: How many likely causes of failures, and how many notes, of each implementation to list
  ///     in a text for people.
  ///   - explanations: Reasons for a document.
  public func text(
    _ format: RunReportFormat, failureLimit: Int, _ explanations: Explanations
  ) -> String {
    switch format {
    case .text: TextReport(self, failureLimit: failureLimit).text
    case .json: JSONReport(self).text
    case .junit: JUnitReport(self).text
    case .markdown: MarkdownReport(self, explanations).text
    }
  }
}
