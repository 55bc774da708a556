import APIOperations
import ArgumentParser
import BackupDestinations
import JSONSchema
import SchemaRules
import VectorGenerator
import Vectors

/// The subcommand `conform vectors generate`.
struct VectorsGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Derive test vectors from a schema.",
    discussion: """
      Writes a corpus into a folder: source files for reading, a compiled form with one JSON line per vector, \
      the open questions, notes on each class. `conform vectors run --vectors FOLDER` asks implementations \
      about them. The same schema gives the same files, to the byte.

      The schema file must not refer to other files, because the folder has a copy of it alone. In a folder \
      that has a corpus already, documents keep their ids, and its manifest, corpus.json, says \
      what it is about; then --schema is not needed.
      """
  )

  @OptionGroup var schema: SchemaOption

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write the corpus into.", valueName: "folder"))
  var output: String

  func run() throws {
    let folder = CorpusFolder(path: output)
    let operation = AddBackupDestination.operation
    do throws(CorpusError) {
      let manifest: CorpusManifest
      if folder.contains("corpus.json") {
        manifest = try folder.manifest(builtIns: SchemaOption.known)
      } else {
        let (new, file) = try newManifest(operation)
        manifest = new
        if let file { try folder.write(file, to: "schemas/document.json") }
      }
      var progress = LineProgress()
      let update = CorpusUpdate(
        folder, manifest: manifest, examples: Self.examples(of: operation, for: manifest)
      ) { progress.show($0) }
      let summary = try update.run()
      progress.clear()
      StandardError.write("conform: \(summary)")
    } catch {
      throw CommandFailure(
        message: "cannot generate vectors in \(TerminalText.escaped(output)): "
          + TerminalText.escaped(error.description))
    }
  }

  /// The manifest of a new corpus: of both bodies of the operation, or of a schema file, whose text comes
  /// with it.
  private func newManifest(
    _ operation: APIOperation
  ) throws(CorpusError) -> (CorpusManifest, [UInt8]?) {
    let file = SchemaFile(path: schema.name)
    guard file.exists else {
      guard SchemaOption.known.contains(where: { $0.id == schema.name }) else {
        throw CorpusError("there is no schema \(schema.name)")
      }
      let bodies = zip(["request", "response"], operation.schemas).map {
        CorpusBody(name: $0, source: .builtIn($1.id), schema: $1)
      }
      return (CorpusManifest(title: operation.title, bodies: bodies), nil)
    }
    // The folder's own copy is what its rules are named after.
    let source = CorpusBody.Source.file(
      "schemas/document.json", dialect: schema.text.dialect.flatMap(Dialect.init),
      assertsFormat: schema.text.assertFormat)
    let bytes: [UInt8]
    do throws(CommandFailure) { bytes = try file.bytes() } catch {
      throw CorpusError(error.message)
    }
    do throws(JSONSchemaError) {
      let read = try Schema(jsonSchema: bytes, options: source.options)
      let title = read.title.isEmpty ? schema.name : read.title
      let body = CorpusBody(name: "document", source: source, schema: read)
      return (CorpusManifest(title: title, bodies: [body]), bytes)
    } catch {
      throw CorpusError(error.problems.map(\.description).joined(separator: "; "))
    }
  }

  /// The documents that the operation's page shows, for a corpus of its bodies.
  static func examples(
    of operation: APIOperation, for manifest: CorpusManifest
  ) -> [ShownExample] {
    operation.examples.compactMap { example in
      manifest.bodies.first { $0.source == .builtIn(example.schemaID) }
        .flatMap { ShownExample(example, of: $0.name) }
    }
  }
}

/// What a command is doing, on one line of standard error if that is a terminal.
private struct LineProgress {
  private let isShown = StandardError.isTerminal

  mutating func show(_ text: String) {
    if isShown { StandardError.write("\r\(TerminalText.escaped(text))\u{1B}[K", terminator: "") }
  }

  func clear() { if isShown { StandardError.write("\r\u{1B}[K", terminator: "") } }
}
