import ArgumentParser
import BulkChecking
import SchemaDocuments

/// The subcommand `conform documents`.
struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "Write every document and export that is rendered from an operation's rules.",
    discussion: """
      With --check, writes nothing and names the files that are not what the rules render. Exit \
      status: 0 if there is none, 1 if there are some, 2 if the tool could not do its job.
      """
  )

  @Argument(help: ArgumentHelp("The directory of the documents.", valueName: "directory"))
  var directory: String

  @Flag(help: "Only compare.")
  var check = false

  @OptionGroup var subject: SubjectOptions
  @OptionGroup var vectors: VectorsOption

  func run() throws {
    guard let operation = try subject.subject().operation() else {
      throw CommandFailure(
        message: "the documents describe an operation, not a schema on its own; conform spec and "
          + "conform export are for schemas")
    }
    let documents = DocumentSet(try vectors.reference(of: operation))
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
