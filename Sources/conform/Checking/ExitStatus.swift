#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the exit status of the command says.
enum ExitStatus: Int32, Error {
  /// Every document is valid.
  case allValid = 0
  /// Some document is not valid.
  case notAllValid = 1
  /// The tool could not do its job: a file that cannot be read, an unknown schema, a bad option.
  case failed = 2

  /// Ends the process; wraps `exit`.
  func exitProcess() -> Never { exit(rawValue) }
}
