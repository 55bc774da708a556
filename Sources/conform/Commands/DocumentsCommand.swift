import ArgumentParser
import BulkChecking
import SchemaDocuments

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
    if check {
      try compare(documents)
    } else {
      try write(documents)
    }
  }

  private func write(_ documents: DocumentSet) throws {
    try OutputFile.makeDirectory(directory)
    for file in documents.files {
      var parent = directory
      for part in file.path.split(separator: "/").dropLast() {
        parent += "/\(part)"
        try OutputFile.makeDirectory(parent)
      }
      try OutputFile.write(file.text, to: "\(directory)/\(file.path)")
    }
  }

  private func compare(_ documents: DocumentSet) throws {
    var output = StandardOutput()
    var count = 0
    for file in documents.files {
      let path = "\(directory)/\(file.path)"
      if OutputFile.read(path) != Array(file.text.utf8) {
        count += 1
        output.append("\(TerminalText.escaped(path)) is not what the rules render\n")
      }
    }
    for path in strangers(documents) {
      count += 1
      output.append("\(TerminalText.escaped("\(directory)/\(path)")) is not rendered any more\n")
    }
    try output.finish()
    if count > 0 { throw ExitStatus.notAllValid }
  }

  /// Files that an earlier state of the rules rendered, and this one does not.
  private func strangers(_ documents: DocumentSet) -> [String] {
    let known = Set(documents.files.map(\.path))
    return DocumentSet.folders.flatMap { folder in
      let names = (try? SourcePath("\(directory)/\(folder)").visibleNames()) ?? []
      return names.map { "\(folder)/\(String(decoding: $0, as: UTF8.self))" }
        .filter { !known.contains($0) }
    }
  }
}
