import ArgumentParser
import BulkChecking

/// Options of `conform check` that say where documents and reports go.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      """
      Copy the valid documents, byte by byte and in input order, to a file; "-" is standard output, and the \
      report then goes to standard error.
      """, valueName: "file"), completion: .file())
  var valid: String?

  @Option(
    help: ArgumentHelp("Copy all other documents in the same way.", valueName: "file"),
    completion: .file())
  var invalid: String?

  func validate() throws {
    let paths = [output, valid, invalid].compactMap { $0 }
    guard Set(paths.map { SourcePath($0).absolute }).count == paths.count else {
      throw ValidationError("--output, --valid and --invalid need files of their own")
    }
  }

  /// Where the report goes.
  func report() throws(CommandFailure) -> OutputStream {
    if let output { return try OutputStream(path: output) }
    return [valid, invalid].contains("-") ? .standardError : OutputStream()
  }

  func copies(_ path: String?) throws(CommandFailure) -> OutputStream? {
    guard let path else { return nil }
    return try OutputStream(path: path)
  }
}
