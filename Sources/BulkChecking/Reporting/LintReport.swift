package import JSONSchema
import JSONText

/// The report of `conform schema`.
package struct LintReport {
  package enum Format: String, CaseIterable, Sendable {
    case text
    case json
    case sarif
  }

  private(set) var schemas = 0
  package private(set) var errors = 0
  package private(set) var warnings = 0
  private let format: Format
  private let style: TextStyle
  private let log: SARIFReporter
  private var json = JSONWriter(pretty: true)
  private var output: [UInt8] = []
  private var cap = ResultCap(["{": SARIFReporter.maximumResults], separator: ",")
  private var omitted = 0

  package init(_ format: Format, _ style: TextStyle, tool: (name: String, version: String)) {
    self.format = format
    self.style = style
    log = SARIFReporter(
      SchemaProblem.Kind.allCases.map {
        SARIFReporter.Descriptor(id: $0.rawValue, title: $0.summary)
      }, tool: tool)
    switch format {
    case .text: break
    case .json:
      json.beginObject()
      json.name("problems")
      json.beginArray()
    case .sarif: output.append(contentsOf: log.beginning.utf8)
    }
  }

  /// Adds the problems of one schema.
  package mutating func add(_ problems: [SchemaProblem]) {
    schemas += 1
    for problem in problems {
      if problem.kind.severity == .error { errors += 1 } else { warnings += 1 }
      switch format {
      case .text: addText(problem)
      case .json: json.problem(problem)
      case .sarif:
        let place = SourcePosition(
          line: problem.location.line, column: problem.location.column,
          offset: problem.byteRange.lowerBound)
        var result: [UInt8] = []
        log.report(
          Diagnostic(problem), in: Source(SourcePath(problem.document), .byExtension), place,
          to: &result)
        output += cap.admitted(result, &omitted)
      }
    }
  }

  private mutating func addText(_ problem: SchemaProblem) {
    let place = "\(problem.document):\(problem.location.line):\(problem.location.column):"
    let isError = problem.kind.severity == .error
    let severity = style(isError ? .error : .warning, "\(problem.kind.severity):")
    let keyword = problem.keyword.map { " [\($0)]" } ?? ""
    output += Array(
      """
      \(style(.location, TerminalText.escaped(place))) \(severity) \
      \(TerminalText.escaped(problem.message + keyword))

      """.utf8)
  }

  /// Writes the report.
  package mutating func finish() throws {
    switch format {
    case .text:
      let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
        .map { counted($0.0, $0.1) }
      let found = counts.isEmpty ? "no problems" : counts.joined(separator: ", ")
      output += Array("\(counted(schemas, "schema")): \(found)\n".utf8)
    case .json:
      json.endArray()
      let counts = self
      json.member("summary") { counts.writeCounts(to: &$0) }
      json.endObject()
      json.newline()
      output = json.bytes
      output.escapeControls(from: 0)
    case .sarif: output += Array(log.end(omitted: omitted) { writeCounts(to: &$0) }.utf8)
    }
    var standardOutput = StandardOutput()
    standardOutput.append(output)
    try standardOutput.finish()
  }

  private func writeCounts(to writer: inout JSONWriter) {
    writer.member("schemas", schemas)
    writer.member("errors", errors)
    writer.member("warnings", warnings)
  }
}

extension JSONWriter {
  fileprivate mutating func problem(_ problem: SchemaProblem) {
    beginObject()
    member("source", problem.document)
    member("kind", problem.kind.rawValue)
    member("severity", problem.kind.severity.rawValue)
    member("pointer", problem.pointer.description)
    if let keyword = problem.keyword { member("keyword", keyword) }
    member("message", problem.message)
    member("line", problem.location.line)
    member("column", problem.location.column)
    member("offset", problem.byteRange.lowerBound)
    endObject()
  }
}

extension Diagnostic {
  fileprivate init(_ problem: SchemaProblem) {
    self.init(
      severity: problem.kind.severity == .error ? .error : .warning, id: problem.kind.rawValue,
      message: problem.message + (problem.keyword.map { " [\($0)]" } ?? ""),
      pointer: problem.pointer, byteRange: problem.byteRange)
  }
}
