import JSONText
import SchemaRules

/// Checks documents and collects what there is to report of them.
///
/// Each thread of a run has its own; what they collect adds up in the order of the documents.
struct DocumentChecker {
  private let reporter: any Reporter
  /// What the reporter says of itself, asked once: most documents are valid, and quickly checked.
  private let reportedDocuments: ReportedDocuments
  private let workspace = ValidationWorkspace()
  /// The reports of the documents since `removeAll`.
  var output: [UInt8] = []
  /// The counts since `removeAll`.
  private(set) var summary = RunSummary()

  init(_ reporter: any Reporter) {
    self.reporter = reporter
    reportedDocuments = reporter.reportedDocuments
  }

  /// Checks one document.
  ///
  /// `line` is the document's line where each line of the source is one, else nil; `offset` is the
  /// byte offset of the document in its source.
  @inline(__always)
  mutating func check(
    _ bytes: RawSpan, with validator: Validator, of source: Source, line: Int?, offset: Int
  ) {
    let result = validator.validate(bytes, with: workspace)
    if result.outcome == .valid, isUninteresting(result) {
      summary.countValid()
    } else {
      add(result, bytes, of: source, line: line, offset: offset)
    }
  }

  /// Whether nothing is to be said of a valid document.
  private func isUninteresting(_ result: ValidationResult) -> Bool {
    switch reportedDocuments {
    case .none: true
    case .withFindings: result.warnings.isEmpty
    case .all: false
    }
  }

  @inline(never)
  private mutating func add(
    _ result: ValidationResult, _ bytes: RawSpan, of source: Source, line: Int?, offset: Int
  ) {
    summary.count(result)
    if reportedDocuments == .none { return }
    let document = CheckedDocument(source: source, line: line, offset: offset, result: result)
    if reporter.countsFindings { summary.findings.add(document, bytes) }
    if !output.isEmpty { output.append(contentsOf: reporter.separator.utf8) }
    reporter.report(document, bytes, to: &output)
  }

  /// Forgets everything but the memory.
  mutating func removeAll() {
    output.removeAll(keepingCapacity: true)
    summary = RunSummary()
  }
}
