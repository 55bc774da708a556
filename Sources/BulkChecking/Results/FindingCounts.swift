import JSONText
import SchemaRules

/// The findings in documents, counted by rule: the content of `--summary`.
///
/// Counts of parts can be added. Only the places of the examples come from documents.
struct FindingCounts: Sendable {
  /// The things to count, by the names that the schema or the reader gives them.
  enum Finding: Hashable, Sendable {
    /// A violated rule, or one that would be violated if undeclared members were not only reported.
    case rule(Rule)
    /// A document that is not strict JSON, by the fault's code.
    case fault(String)
    /// An indeterminate document, by the code of the exceeded limit.
    case limit(String)
  }

  /// The place of a finding.
  struct Example: Hashable, Sendable {
    let source: String
    let position: SourcePosition
  }

  struct Count: Sendable {
    /// The number of findings.
    var findings = 0
    /// The number of documents with the finding.
    var documents = 0
    /// The first places, in input order.
    var examples: [Example] = []
  }

  /// The number of places to keep for each finding.
  static let mostExamples = 3

  private(set) var counts: [Finding: Count] = [:]

  /// Counts the findings in a document.
  mutating func add(_ document: CheckedDocument, _ bytes: RawSpan) {
    let result = document.result
    if result.outcome == .valid && result.warnings.isEmpty { return }
    var positions = DocumentPositions(document)
    var seen: Set<Finding> = []
    func add(_ finding: Finding, at offset: Int) {
      var count = counts[finding] ?? Count()
      count.findings += 1
      if seen.insert(finding).inserted { count.documents += 1 }
      if count.examples.count < Self.mostExamples {
        let position = positions.position(of: offset, in: bytes)
        count.examples.append(Example(source: document.source.name, position: position))
      }
      counts[finding] = count
    }
    for error in result.errors + result.warnings {
      add(.rule(error.rule), at: error.byteRange.lowerBound)
    }
    if let fault = result.fault { add(.fault(fault.code), at: fault.offset) }
    if let limit = result.limit { add(.limit(limit.code), at: limit.reportedOffset) }
  }

  static func += (total: inout FindingCounts, part: FindingCounts) {
    for (finding, count) in part.counts {
      total.counts[finding, default: Count()] += count
    }
  }
}

extension FindingCounts.Count {
  static func += (total: inout Self, part: Self) {
    total.findings += part.findings
    total.documents += part.documents
    let missing = FindingCounts.mostExamples - total.examples.count
    total.examples.append(contentsOf: part.examples.prefix(missing))
  }
}

extension FindingCounts {
  /// A finding with its name, for a list.
  struct Row {
    let name: String
    /// The field that a rule is about; empty for other findings.
    let field: String
    let count: Count
  }

  /// The violated rules, the most frequent first; ties are ordered by id.
  var rules: [Row] {
    rows { if case .rule(let rule) = $0 { (rule.id, rule.pointer.description) } else { nil } }
  }

  /// The number of violations at each field, in the same order.
  var fields: [Row] {
    // As bytes: String's equality merges NFC and NFD spellings.
    var totals: [[UInt8]: Int] = [:]
    for row in rules { totals[Array(row.field.utf8), default: 0] += row.count.findings }
    return Self.sorted(
      totals.map { field, findings in
        let name = String(decoding: field, as: UTF8.self)
        return Row(name: name, field: name, count: Count(findings: findings))
      })
  }

  /// The reasons why documents are malformed, in the same order.
  var faults: [Row] { rows { if case .fault(let code) = $0 { (code, "") } else { nil } } }

  /// The limits that documents exceeded, in the same order.
  var limits: [Row] { rows { if case .limit(let code) = $0 { (code, "") } else { nil } } }

  private func rows(_ names: (Finding) -> (name: String, field: String)?) -> [Row] {
    Self.sorted(
      counts.compactMap { finding, count in
        names(finding).map { Row(name: $0.name, field: $0.field, count: count) }
      })
  }

  private static func sorted(_ rows: [Row]) -> [Row] {
    rows.sorted { (-$0.count.findings, $0.name) < (-$1.count.findings, $1.name) }
  }
}

extension RunSummary {
  /// The number of errors and warnings that are counted but not assigned to rules, because of `--max-errors`.
  var omittedFindings: Int {
    errors + warnings - findings.rules.reduce(0) { $0 + $1.count.findings }
  }
}
