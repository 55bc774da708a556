/// The exit status of the command.
package struct ExitStatus: Error, Hashable {
  package let number: CInt

  /// Every document is valid.
  package static let allValid = ExitStatus(number: 0)
  /// Some document is not valid.
  package static let notAllValid = ExitStatus(number: 1)
  /// The tool could not do its job: a file that cannot be read, an unknown schema, a bad option.
  package static let failed = ExitStatus(number: 2)
  /// A signal ended the run early, as shells report it.
  package static func interrupted(by signal: CInt) -> ExitStatus {
    ExitStatus(number: 128 + signal)
  }

  /// Ends a command with the status.
  ///
  /// - Throws: the status, unless it is that of success.
  package func end() throws {
    if self != .allValid { throw self }
  }

  /// Ends the process; wraps `exit`.
  package func exitProcess() -> Never { exit(number) }
}
