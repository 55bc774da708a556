package import BulkChecking
package import JSONSchema
package import SchemaRules

extension CommandFailure {
  /// Describes the problems of a schema, one per line.
  package init(schema error: JSONSchemaError) {
    let problems = error.problems.map { TerminalText.escaped($0.description) }
    self.init(message: "the schema cannot be used:\n" + problems.joined(separator: "\n"))
  }

  /// Describes the problem of a schema that was read.
  package init(_ error: SchemaError) {
    self.init(message: "the schema cannot be used: \(TerminalText.escaped(error.description))")
  }

  /// Runs code that uses a schema, and turns its errors into failures that describe the problem of the schema.
  package static func catching<Result>(
    _ body: () throws(SchemaError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(SchemaError) {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Runs code that reads a schema, and turns its errors into failures that describe the problems of its text.
  package static func catching<Result>(
    _ body: () throws(JSONSchemaError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(JSONSchemaError) {
      return try body()
    } catch {
      throw CommandFailure(schema: error)
    }
  }

  /// A name that is none of those known, with the one that is closest to it; nil is a name that is missing.
  ///
  /// - Parameter others: More names that may be meant, but are not listed.
  package init(unknown kind: String, _ name: String?, known: [String], others: [String] = []) {
    let list = known.map { "\n  \($0)" }.joined()
    self.init(
      message: (name.map { Self.message(unknown: kind, $0, known: known + others) }
        ?? "the \(kind) is missing")
        + "\nKnown \(kind == "class" ? "classe" : kind)s:\(list)")
  }

  /// The message for an unknown name, with the closest known one.
  package static func message(unknown kind: String, _ name: String, known: [String]) -> String {
    let message = "unknown \(kind) '\(TerminalText.escaped(name))'"
    guard let suggestion = Suggestion.closest(to: name, among: known) else { return message }
    return message + "; did you mean '\(suggestion)'?"
  }
}
