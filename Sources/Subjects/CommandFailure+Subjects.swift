package import BulkChecking
package import JSONSchema
package import SchemaRules

extension CommandFailure {
  /// Describes the problems of a schema or another text, one per line.
  package init(_ error: JSONSchemaError, subject: String = "schema") {
    let problems = error.problems.map { TerminalText.escaped($0.description) }
    self.init(message: "the \(subject) cannot be used:\n" + problems.joined(separator: "\n"))
  }

  /// Describes the problem of a schema that was read.
  package init(_ error: SchemaError) {
    self.init(message: "the schema cannot be used: \(TerminalText.escaped(error.description))")
  }

  /// Runs code that reads a schema or another text, and turns its errors into failures that describe the problems of the
  /// text.
  package static func catching<Result>(
    _ subject: String = "schema", _ body: () throws(JSONSchemaError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(JSONSchemaError) {
      return try body()
    } catch {
      throw CommandFailure(error, subject: subject)
    }
  }

  /// Reports a name that is unknown, or missing if it is nil, and suggests the closest known one.
  ///
  /// - Parameters:
  ///   - others: More names that may be meant, but are not listed.
  ///   - command: A command that lists the known names, for when a message would be too long.
  package init(
    unknown kind: String, _ name: String?, known: [String], others: [String] = [],
    listedBy command: String? = nil
  ) {
    self.init(
      message: (name.map { Self.message(unknown: kind, $0, known: known + others) }
        ?? "the \(kind) is missing") + "\n" + Self.list(kind, known, listedBy: command))
  }

  /// The known names, one per line.
  package static func list(
    _ kind: String, _ known: [String], listedBy command: String? = nil
  ) -> String {
    let plural =
      kind.hasSuffix("y") ? kind.dropLast() + "ies" : kind + (kind.hasSuffix("s") ? "es" : "s")
    if let command, known.count > mostListed {
      return "`\(TerminalText.escaped(command))` lists the \(known.count) known \(plural)."
    }
    return "Known \(plural):" + known.map { "\n  \(TerminalText.escaped($0))" }.joined()
  }

  /// The most names that a message lists where a command lists them too.
  private static let mostListed = 30

  /// The message for an unknown name, with the closest known one.
  package static func message(unknown kind: String, _ name: String, known: [String]) -> String {
    let message = "unknown \(kind) '\(TerminalText.escaped(name))'"
    guard let suggestion = Suggestion.closest(to: name, among: known) else { return message }
    return message + "; did you mean '\(suggestion)'?"
  }
}
