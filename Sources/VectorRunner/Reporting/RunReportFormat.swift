/// The forms that a report can take.
public enum RunReportFormat: String, CaseIterable, Sendable {
  /// For people, in a terminal.
  case text
  /// For programs; everything that is known.
  case json
  /// For the systems that show test results: JUnit's XML.
  case junit
  /// The Test Anything Protocol, version 14.
  case tap
  /// One self-contained page.
  case html
  /// What the implementations disagree about, for a document.
  case markdown
}
