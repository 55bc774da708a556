import JSONText
import SchemaRules
import YAMLText

extension CheckWorker {
  /// Checks one document.
  ///
  /// `line` is the document's line where each line of the source is one, else nil; `offset` is the
  /// byte offset of the document in its source; `copy` is the document with its line end.
  @inline(__always)
  mutating func check(
    _ bytes: RawSpan, _ work: WorkFeed.Work, line: Int?, offset: Int, copy: RawSpan
  ) {
    let result = work.validator.validate(bytes, with: workspace)
    if result.outcome == .valid, isUninteresting(result) {
      report.summary.countValid()
    } else {
      add(result, bytes, work, line: line, offset: offset)
    }
    if copies.valid || copies.invalid {
      let isWhole = bytes.byteCount <= work.validator.limits.json.documentBytes
      add(isWhole ? copy : nil, result.outcome == .valid, work, line)
    }
  }

  /// Checks a source that is one document, or a YAML text of several.
  mutating func checkAll(_ bytes: RawSpan, _ work: WorkFeed.Work) {
    if work.source.isYAML {
      checkYAML(bytes, work)
    } else {
      check(bytes, work, line: nil, offset: 0, copy: bytes)
    }
  }

  private mutating func checkYAML(_ bytes: RawSpan, _ work: WorkFeed.Work) {
    var stream = YAMLStream(bytes.array, limits: work.validator.limits.json)
    while let document = stream.next() {
      switch document {
      case .json(let json, let map):
        let result = unsafe work.validator.validate(json.span.bytes, with: workspace)
        if result.outcome == .valid, isUninteresting(result) {
          report.summary.countValid()
        } else {
          add(result.translated(by: map), bytes, work, line: nil, offset: 0, json: json)
        }
      case .malformed(let fault):
        add(ValidationResult(fault: fault), bytes, work, line: nil, offset: 0)
      case .limitExceeded(let limit, let bound, let offset):
        let result = ValidationResult(exceeding: limit, bound: bound, at: offset)
        add(result, bytes, work, line: nil, offset: 0)
      }
    }
    if copies.valid || copies.invalid {
      report.failure = SourceFailure(
        work.source, cannot: "copy from",
        "conform can copy only JSON documents, and this one is YAML")
    }
  }

  /// Whether a document needs no report.
  private func isUninteresting(_ result: ValidationResult) -> Bool {
    switch reportedDocuments {
    case .none: true
    case .withFindings: result.warnings.isEmpty
    case .all: false
    }
  }

  @inline(never)
  private mutating func add(
    _ result: ValidationResult, _ bytes: RawSpan, _ work: WorkFeed.Work, line: Int?, offset: Int,
    json: [UInt8]? = nil
  ) {
    report.summary.count(result)
    if reportedDocuments == .none { return }
    let document = CheckedDocument(
      source: work.source, line: line, offset: offset, result: result, schema: work.schema,
      json: json)
    if reporter.countsFindings { report.summary.findings.add(document, bytes) }
    if !report.output.isEmpty { report.output.append(contentsOf: reporter.separator.utf8) }
    reporter.report(document, bytes, to: &report.output)
  }

  /// Copies a document; nil stands for one of which only the start was read.
  private mutating func add(_ copy: RawSpan?, _ isValid: Bool, _ work: WorkFeed.Work, _ line: Int?)
  {
    guard isValid ? copies.valid : copies.invalid else { return }
    guard let copy else {
      let limit = work.validator.limits.json.documentBytes
      let place = line.map { " in line \($0)" } ?? ""
      report.failure = SourceFailure(
        work.source, cannot: "copy from",
        "the document\(place) has more than \(limit) bytes; see --max-document-bytes")
      return
    }
    unsafe copy.withUnsafeBytes { bytes in
      if isValid {
        unsafe report.valid.append(document: bytes)
      } else {
        unsafe report.invalid.append(document: bytes)
      }
    }
  }
}

extension [UInt8] {
  /// Appends a document, or several, on lines of their own.
  mutating func append(document: some Collection<UInt8>) {
    if let last, last != UInt8(ascii: "\n") { append(UInt8(ascii: "\n")) }
    append(contentsOf: document)
  }
}

extension RawSpan {
  /// A copy of the bytes.
  var array: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }
}
