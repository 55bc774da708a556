import BulkChecking
package import JSONSchema
package import JSONText
package import OpenAPI

/// An operation in a list: its bodies, the parts that are not checked, and its problems.
package struct OperationListing {
  private let operation: OpenAPIDescription.Operation
  private let problems: [SchemaProblem]

  package init(_ operation: OpenAPIDescription.Operation, _ problems: [SchemaProblem]) {
    self.operation = operation
    self.problems = problems
  }

  /// The listing for a terminal, a few lines.
  package var text: String {
    var lines = [operation.id]
    if operation.id != operation.route { lines[0] += "  \(operation.route)" }
    if let summary = operation.summary.split(whereSeparator: \.isNewline).first {
      lines.append("  \(summary)")
    }
    let checked = operation.bodies.filter { $0.mediaType != nil }.map(\.role.description)
    if !checked.isEmpty { lines.append("  checked: \(checked.joined(separator: ", "))") }
    if !operation.uncheckedParts.isEmpty {
      let parts = operation.uncheckedParts.map(\.description).joined(separator: ", ")
      lines.append("  not checked: \(parts)")
    }
    lines += problems.map { "  \($0.kind.severity): \($0)" }
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  /// Writes the listing as a JSON object.
  package func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", operation.id)
    writer.member("method", operation.method)
    writer.member("path", operation.path)
    writer.member("summary", operation.summary)
    writer.member("source", operation.document)
    writer.member("line", operation.location.line)
    writer.member("column", operation.location.column)
    writer.objects("bodies", operation.bodies) { writer, body in
      writer.member("body", body.role.description)
      writer.member("isChecked", body.mediaType != nil)
      if let mediaType = body.mediaType { writer.member("mediaType", mediaType) }
    }
    writer.member("notChecked", operation.uncheckedParts) { $0.string($1.description) }
    writer.objects("problems", problems) { writer, problem in
      writer.member("source", problem.document)
      writer.member("line", problem.location.line)
      writer.member("column", problem.location.column)
      writer.member("pointer", problem.pointer.description)
      writer.member("severity", problem.kind.severity.rawValue)
      writer.member("message", problem.message)
    }
    writer.endObject()
  }
}
