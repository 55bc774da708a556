import ArgumentParser
import BulkChecking
import OperationDocuments
import Subjects

/// The subcommand `conform documents`.
struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "Write the reference and all exports of an operation or a schema.",
    discussion: """
      With --check, writes nothing and lists the files that are out of date. Exit status: 0 if all \
      files are up to date, 1 if some are not, 2 if the tool could not do its job.
      """
  )

  @Argument(help: ArgumentHelp("The directory to write to.", valueName: "directory"))
  var directory: String

  @Flag(help: "Compare only; write nothing.")
  var check = false

  @OptionGroup var subject: SubjectOptions
  @OptionGroup var vectors: VectorsOption

  func run() throws {
    let documents = DocumentSet(try vectors.reference(of: subject))
    guard check else { return try documents.write(to: directory) }
    let differences = documents.differences(in: directory)
    var output = StandardOutput()
    for line in differences { output.append(line + "\n") }
    try output.finish()
    if !differences.isEmpty { throw ExitStatus.notAllValid }
  }
}
