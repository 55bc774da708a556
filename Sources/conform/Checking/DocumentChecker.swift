import JSONText
import SchemaRules
import YAMLText

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

  /// Checks a source that is one document, or a YAML text of several.
  mutating func checkAll(_ bytes: RawSpan, with validator: Validator, of source: Source) {
    if source.isYAML {
      checkYAML(bytes, with: validator, of: source)
    } else {
      check(bytes, with: validator, of: source, line: nil, offset: 0)
    }
  }

  private mutating func checkYAML(_ bytes: RawSpan, with validator: Validator, of source: Source) {
    var stream = YAMLStream(bytes.array, limits: validator.limits.json)
    while let document = stream.next() {
      switch document {
      case .json(let json, let map):
        let result = unsafe validator.validate(json.span.bytes, with: workspace)
        if result.outcome == .valid, isUninteresting(result) {
          summary.countValid()
        } else {
          add(result.translated(by: map), bytes, of: source, line: nil, offset: 0, json: json)
        }
      case .malformed(let fault):
        add(ValidationResult(fault: fault), bytes, of: source, line: nil, offset: 0)
      case .limitExceeded(let limit, let bound, let offset):
        let result = ValidationResult(exceeding: limit, bound: bound, at: offset)
        add(result, bytes, of: source, line: nil, offset: 0)
      }
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
    _ result: ValidationResult, _ bytes: RawSpan, of source: Source, line: Int?, offset: Int,
    json: [UInt8]? = nil
  ) {
    summary.count(result)
    if reportedDocuments == .none { return }
    let document = CheckedDocument(
      source: source, line: line, offset: offset, result: result, json: json)
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

extension RawSpan {
  /// A copy of the bytes.
  var array: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }
}
