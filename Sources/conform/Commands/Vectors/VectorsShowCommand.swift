import ArgumentParser
import BulkChecking
import Vectors

/// The subcommand `conform vectors show`.
struct VectorsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everything about a vector.",
    discussion: """
      Shows the document as text, with non-printing characters escaped. With --document, prints it byte \
      for byte, so you can pipe it:

        conform vectors show v0001 --document | conform check
      """
  )

  @Argument(help: ArgumentHelp("The vector's id.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("The folder of the corpus.", valueName: "folder"))
  var vectors: String?

  @Flag(help: "Print the document alone, byte for byte.")
  var document = false

  func run() throws {
    let corpus = try CorpusLocation.load(vectors)
    let found = corpus.files.lazy.compactMap { file in
      file.vectors.first { $0.id == id }.map { (file, $0) }
    }
    guard let (file, vector) = found.first else {
      let shown = TerminalText.escaped(id)
      if let tombstone = corpus.tombstones.first(where: { $0.id == id }) {
        throw CommandFailure(
          message: "\(shown) was withdrawn in \(tombstone.since): \(tombstone.why)")
      }
      throw CommandFailure(message: "unknown vector '\(shown)'")
    }
    var output = StandardOutput()
    if document {
      output.append(vector.input.bytes)
    } else {
      output.append(rows: corpus.facts(of: vector, in: file))
    }
    try output.finish()
  }
}
