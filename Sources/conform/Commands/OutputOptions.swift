import ArgumentParser
import BulkChecking

/// Options of `conform check` that set the destinations of documents and reports.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to a file.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      """
      Copy the valid documents, byte for byte and in input order, to a file. With "-", they go to standard \
      output, and the report goes to standard error.
      """, valueName: "file"), completion: .file())
  var valid: String?

  @Option(
    help: ArgumentHelp("Copy the other documents in the same way.", valueName: "file"),
    completion: .file())
  var invalid: String?

  func validate() throws {
    let paths = [output, valid, invalid].compactMap { $0 }
    guard Set(paths.map { SourcePath($0).absolute }).count == paths.count else {
      throw ValidationError("--output, --valid and --invalid must be different files")
    }
  }

  /// The open streams of a run.
  struct Streams {
    let report: OutputStream
    let valid: OutputStream?
    let invalid: OutputStream?

    /// The files that the run writes.
    var files: [FileIdentity] { [report, valid, invalid].compactMap { $0?.file } }
  }

  /// Opens the files of the options.
  ///
  /// - Throws: `CommandFailure` if a file cannot be written or is one of `inputs`.
  func streams(inputs: [FileIdentity]) throws(CommandFailure) -> Streams {
    func stream(_ path: String?) throws(CommandFailure) -> OutputStream? {
      guard let path else { return nil }
      return try OutputStream(path: path, inputs: inputs)
    }
    return Streams(
      report: try stream(output)
        ?? ([valid, invalid].contains("-") ? .standardError : OutputStream()),
      valid: try stream(valid), invalid: try stream(invalid))
  }
}
