import JSONText
import SchemaRules

/// The findings in documents, counted by rule: the content of `--summary`.
///
/// Counts of parts can be added. Only the places of the examples come from documents.
struct FindingCounts: Sendable {
  /// What can be found, by a name that the schema or the reader has for it.
  enum Finding: Hashable, Sendable {
    /// A violated rule, or one that would be violated if undeclared members were not only reported.
    case rule(Rule)
    /// Not strict JSON, by the fault's code.
    case fault(String)
    /// Indeterminate documents, by the code of the exceeded limit.
    case limit(String)
  }

  /// Where something was found.
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
  struct Row<Value> {
    let name: String
    let value: Value
  }

  /// The violated rules, the most frequent first; ties are ordered by id.
  var rules: [Row<(field: String, count: Count)>] {
    rows { finding, count in
      guard case .rule(let rule) = finding else { return nil }
      return Row(name: rule.id, value: (rule.pointer.description, count))
    } frequency: {
      $0.count.findings
    }
  }

  /// The number of violations at each field, in the same order.
  var fields: [Row<Int>] {
    // As bytes: String's equality merges NFC and NFD spellings.
    var totals: [[UInt8]: Int] = [:]
    for row in rules { totals[Array(row.value.field.utf8), default: 0] += row.value.count.findings }
    return Self.sorted(
      totals.map { Row(name: String(decoding: $0, as: UTF8.self), value: $1) }
    ) { $0 }
  }

  /// Why documents are malformed, in the same order.
  var faults: [Row<Count>] {
    rows { finding, count in
      guard case .fault(let code) = finding else { return nil }
      return Row(name: code, value: count)
    } frequency: {
      $0.findings
    }
  }

  /// The limits that documents exceeded, in the same order.
  var limits: [Row<Count>] {
    rows { finding, count in
      guard case .limit(let code) = finding else { return nil }
      return Row(name: code, value: count)
    } frequency: {
      $0.findings
    }
  }

  private func rows<Value>(
    _ row: (Finding, Count) -> Row<Value>?, frequency: (Value) -> Int
  ) -> [Row<Value>] {
    Self.sorted(counts.compactMap { row($0, $1) }, by: frequency)
  }

  private static func sorted<Value>(
    _ rows: [Row<Value>], by frequency: (Value) -> Int
  ) -> [Row<Value>] {
    rows.sorted {
      (-frequency($0.value), $0.name) < (-frequency($1.value), $1.name)
    }
  }
}

extension RunSummary {
  /// The number of errors and warnings that are counted but not assigned to rules, because of `--max-errors`.
  var omittedFindings: Int {
    errors + warnings - findings.rules.reduce(0) { $0 + $1.value.count.findings }
  }
}
