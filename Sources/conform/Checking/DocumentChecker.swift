import JSONText
import SchemaRules

/// Checks documents and collects what there is to report of them.
///
/// Each thread of a run has its own; what they collect adds up in the order of the documents.
struct DocumentChecker {
  private let options: CheckOptions
  private let reporter: any Reporter
  /// What the reporter says of itself, asked once: most documents are valid, and quickly checked.
  private let reportsValidDocuments: Bool
  private let workspace = ValidationWorkspace()
  /// The reports of the documents since `removeAll`.
  var output: [UInt8] = []
  /// The counts since `removeAll`.
  private(set) var summary = RunSummary()

  init(_ options: CheckOptions) {
    self.options = options
    reporter = options.reporter
    reportsValidDocuments = reporter.reportsValidDocuments
  }

  /// Checks one document.
  ///
  /// `line` is the document's line where each line of the source is one, else nil; `offset` is the
  /// byte offset of the document in its source.
  mutating func check(_ bytes: RawSpan, of source: Source, line: Int?, offset: Int) {
    let validator = line == nil ? options.documentValidator : options.lineValidator
    let result = validator.validate(bytes, with: workspace)
    summary.count(result)
    if !reportsValidDocuments, result.outcome == .valid, result.warnings.isEmpty { return }
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
