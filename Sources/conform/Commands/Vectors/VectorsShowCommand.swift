import APIOperations
import ArgumentParser
import BulkChecking
import JSONText
import Vectors

/// The subcommand `conform vectors show`.
struct VectorsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everything about a vector.",
    discussion: """
      The document is shown as text with what does not print escaped, or with --document as it is, \
      byte for byte, so that it can be piped on:

        conform vectors show v0001 --document | conform check
      """
  )

  /// Longer documents are cut, in bytes.
  private static let shownLength = 1000

  @Argument(help: ArgumentHelp("The vector's id.", valueName: "id"))
  var id: String

  @Option(help: ArgumentHelp("The folder of the corpus.", valueName: "folder"))
  var vectors: String?

  @Flag(help: "Print the document alone, byte for byte.")
  var document = false

  func run() throws {
    let corpus = try CorpusLocation.load(vectors)
    guard let (file, vector) = Self.find(id, in: corpus) else {
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
      output.append(Self.text(vector, file, corpus))
    }
    try output.finish()
  }

  private static func find(_ id: String, in corpus: Corpus) -> (VectorFile, Vector)? {
    for file in corpus.files {
      if let vector = file.vectors.first(where: { $0.id == id }) { return (file, vector) }
    }
    return nil
  }

  private static func text(_ vector: Vector, _ file: VectorFile, _ corpus: Corpus) -> String {
    var lines: [(String, String)] = [
      ("id", vector.id), ("why", vector.why), ("target", vector.target),
      ("class", file.className), ("file", file.path),
    ]
    switch vector.judgement {
    case .fixed(.invalid(let findings)):
      lines.append(("expected", "invalid"))
      for finding in findings {
        lines.append(
          ("", "\(finding.pointer.isEmpty ? "(root)" : finding.pointer) \(finding.keyword)"))
      }
    case .fixed(let expectation): lines.append(("expected", expectation.description))
    case .choice(let name, let alternatives):
      let axis = corpus.axes.first { $0.id == name }
      lines.append(("expected", "by \(name): \(axis?.question ?? "")"))
      for alternative in alternatives {
        let mark = alternative.name == axis?.recommended ? " (recommended)" : ""
        lines.append(("", "\(alternative.name)\(mark): \(alternative.expectation)"))
      }
    }
    for given in vector.given {
      lines.append(("given", "\(given.axis): \(given.alternatives.joined(separator: ", "))"))
    }
    lines += vector.rules.map { ("rule", $0) }
    if !vector.tags.isEmpty { lines.append(("tags", vector.tags.joined(separator: ", "))) }
    lines.append(("basis", vector.basis.rawValue))
    if !vector.kills.isEmpty { lines.append(("kills", vector.kills.joined(separator: ", "))) }
    let bytes = vector.input.bytes
    lines.append(("bytes", String(bytes.count)))
    if String(validating: bytes, as: UTF8.self) == nil {
      lines.append(("base64", Base64.encoding(Array(bytes.prefix(Self.shownLength)))))
      lines.append(("", "not UTF-8; U+FFFD below stands for what is not"))
    }
    let shown = String(decoding: bytes.prefix(Self.shownLength), as: UTF8.self)
    lines.append(("document", shown))
    if bytes.count > Self.shownLength {
      lines.append(("", "and \(bytes.count - Self.shownLength) bytes more; see --document"))
    }
    let width = lines.map(\.0.count).max() ?? 0
    return lines.reduce(into: "") { text, line in
      let padding = String(repeating: " ", count: width - line.0.count + 2)
      text += "\(line.0)\(padding)\(TerminalText.escaped(line.1))\n"
    }
  }
}
