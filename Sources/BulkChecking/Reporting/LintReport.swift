package import JSONSchema
import JSONText

/// The report of `conform schema`.
package struct LintReport {
  package enum Format: String, CaseIterable, Sendable {
    case text
    case json
    case sarif
  }

  private var schemas = 0
  private var problems: [SchemaProblem] = []
  private let format: Format
  private let style: TextStyle
  private let tool: (name: String, version: String)

  package init(_ format: Format, _ style: TextStyle, tool: (name: String, version: String)) {
    self.format = format
    self.style = style
    self.tool = tool
  }

  /// The number of problems that are errors.
  package var errors: Int { problems.count { $0.kind.severity == .error } }
  /// The number of problems that are warnings.
  package var warnings: Int { problems.count - errors }

  /// Adds the problems of one schema.
  package mutating func add(_ problems: [SchemaProblem]) {
    schemas += 1
    self.problems += problems
  }

  /// Writes the report.
  package func finish() throws {
    var output = StandardOutput()
    switch format {
    case .text: output.append(text)
    case .json: output.append(json)
    case .sarif: output.append(log)
    }
    try output.finish()
  }

  private var text: String {
    let lines = problems.map { problem in
      style.line(
        "\(problem.document):\(problem.location.line):\(problem.location.column)",
        problem.kind.severity == .error ? .error : .warning, Diagnostic(problem).message)
    }
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { counted($0.0, $0.1) }
    let found = counts.isEmpty ? "no problems" : counts.joined(separator: ", ")
    return lines.joined() + "\(counted(schemas, "schema")): \(found)\n"
  }

  private var json: String {
    [UInt8].json(pretty: true) { writer in
      writer.beginObject()
      writer.objects("problems", problems) { writer, problem in
        writer.member("source", problem.document)
        writer.member("kind", problem.kind.rawValue)
        writer.member("severity", problem.kind.severity.rawValue)
        writer.member("pointer", problem.pointer.description)
        if let keyword = problem.keyword { writer.member("keyword", keyword) }
        writer.member("message", problem.message)
        writer.member("line", problem.location.line)
        writer.member("column", problem.location.column)
        writer.member("offset", problem.byteRange.lowerBound)
      }
      writer.member("summary", writeCounts)
      writer.endObject()
      writer.newline()
    }
  }

  private var log: String {
    let log = SARIFReporter(
      SchemaProblem.Kind.allCases.map {
        SARIFReporter.Descriptor(id: $0.rawValue, title: $0.summary)
      }, tool: tool)
    var results: [UInt8] = []
    for problem in problems {
      let place = SourcePosition(
        line: problem.location.line, column: problem.location.column,
        offset: problem.byteRange.lowerBound)
      log.report(
        Diagnostic(problem), in: Source(SourcePath(problem.document), .byExtension), place,
        to: &results)
    }
    var cap = log.resultCap
    var omitted = 0
    let admitted = cap?.admitted(results, &omitted) ?? results
    return log.beginning + String(decoding: admitted, as: UTF8.self)
      + log.end(omitted: omitted, writeCounts)
  }

  private func writeCounts(to writer: inout JSONWriter) {
    writer.member("schemas", schemas)
    writer.member("errors", errors)
    writer.member("warnings", warnings)
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
