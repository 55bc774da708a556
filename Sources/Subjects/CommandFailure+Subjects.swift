package import BulkChecking
package import JSONSchema
package import SchemaRules

extension CommandFailure {
  /// What is wrong with a schema or another text, every problem on a line of its own.
  package init(_ error: JSONSchemaError, subject: String = "schema") {
    let problems = error.problems.map { TerminalText.escaped($0.description) }
    self.init(message: "the \(subject) cannot be used:\n" + problems.joined(separator: "\n"))
  }

  /// What is wrong with a schema that was read.
  package init(_ error: SchemaError) {
    self.init(message: "the schema cannot be used: \(TerminalText.escaped(error.description))")
  }

  /// What a schema is used for, with a failure that says what is wrong with the schema.
  package static func catching<Result>(
    _ body: () throws(SchemaError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(SchemaError) {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What a schema or another text is read for, with a failure that says what is wrong with it.
  package static func catching<Result>(
    _ subject: String = "schema", _ body: () throws(JSONSchemaError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(JSONSchemaError) {
      return try body()
    } catch {
      throw CommandFailure(error, subject: subject)
    }
  }

  /// A name that is none of those known, with the one that is closest.
  ///
  /// - Parameter command: what lists those known if there are too many for a message.
  package init(
    unknown kind: String, _ name: String, known: [String], listedBy command: String? = nil
  ) {
    self.init(
      message: Self.message(unknown: kind, name, known: known) + "\n"
        + Self.list(kind, known, listedBy: command))
  }

  /// The names that are known, one per line.
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

  /// How many names a message has at most where a command lists them.
  private static let mostListed = 30

  /// Says that a name is none of many, and which of them is closest.
  package static func message(unknown kind: String, _ name: String, known: [String]) -> String {
    let message = "unknown \(kind) '\(TerminalText.escaped(name))'"
    guard let suggestion = Suggestion.closest(to: name, among: known) else { return message }
    return message + "; did you mean '\(suggestion)'?"
  }
}
