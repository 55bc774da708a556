#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the exit status of the command says.
struct ExitStatus: Error, Hashable {
  let number: CInt

  /// Every document is valid.
  static let allValid = ExitStatus(number: 0)
  /// Some document is not valid.
  static let notAllValid = ExitStatus(number: 1)
  /// The tool could not do its job: a file that cannot be read, an unknown schema, a bad option.
  static let failed = ExitStatus(number: 2)
  /// A signal ended the run early, as shells report it.
  static func interrupted(by signal: CInt) -> ExitStatus { ExitStatus(number: 128 + signal) }

  /// Ends the process; wraps `exit`.
  func exitProcess() -> Never { exit(number) }
}
