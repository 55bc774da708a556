/// The formats of a report.
public enum RunReportFormat: String, CaseIterable, Sendable {
  /// For people, in a terminal.
  case text
  /// For programs, complete.
  case json
  /// For systems that show test results: JUnit's XML.
  case junit
  /// For a document about the differences between implementations.
  case markdown
}

extension RunReport {
  /// The report as text.
  ///
  /// - Parameters:
  ///   - failureLimit: The maximum number of likely causes, and of notes, that `text` lists per implementation.
  ///   - explanations: The reasons for `markdown`.
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
