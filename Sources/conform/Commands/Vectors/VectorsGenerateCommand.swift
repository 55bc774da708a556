import APIOperations
import ArgumentParser
import BulkChecking
import JSONSchema
import JSONText
import SchemaExports
import SchemaRules
import Subjects
import Synchronization
import VectorGenerator
import Vectors

/// The subcommand `conform vectors generate`.
struct VectorsGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Derive test vectors from a schema.",
    discussion: """
      Writes a corpus to a folder: readable source files, a compiled form with one JSON line per vector, the \
      open questions, and notes on each class. `conform vectors run --vectors FOLDER` tests implementations \
      with it. The same schema produces the same files, byte for byte.

      The folder gets a copy of the schema file, and of the files that --resolve has for its references. If the \
      folder already has a corpus, documents keep their ids, and no schema is needed, because the manifest, \
      corpus.json, names it.
      """
  )

  @OptionGroup var subject: SubjectOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write the corpus to.", valueName: "folder"))
  var output: String

  func run() throws {
    let folder = CorpusFolder(path: output)
    do {
      let manifest: CorpusManifest
      if folder.contains("corpus.json") {
        manifest = try folder.manifest(builtIns: BuiltInOperation.schemas)
      } else {
        manifest = try newManifest(in: folder)
      }
      var progress = StatusLine()
      let update = CorpusUpdate(
        folder, manifest: manifest, examples: Self.examples(for: manifest)
      ) { progress.show($0) }
      let summary = try update.run()
      progress.clear()
      StandardError.remark("\(summary)")
    } catch let error as CorpusError {
      throw CommandFailure(
        message: "cannot generate vectors in \(TerminalText.escaped(output)): "
          + TerminalText.escaped(error.description))
    }
  }

  /// The manifest of a new corpus: of the bodies of an operation, or of a schema file. The schemas of all but
  /// built-in operations come with it.
  private func newManifest(in folder: CorpusFolder) throws -> CorpusManifest {
    let given = try subject.subject()
    let operation = try given.operation()
    if given.schema.declaration != nil, let operation {
      let bodies = operation.bodies.map {
        CorpusBody(name: $0.name, source: .builtIn($0.schema.id), schema: $0.schema)
      }
      return CorpusManifest(title: operation.title, bodies: bodies)
    }
    var bodies: [CorpusBody] = []
    if let operation {
      for (name, schema) in operation.bodies {
        // The bodies of an OpenAPI document, each as a schema file of its own.
        let text = Export(.jsonSchema, of: schema)?.text ?? ""
        bodies.append(try body(name, Array(text.utf8), JSONSchemaOptions(name: name), in: folder))
      }
    } else {
      let file = SchemaFile(path: subject.name ?? "")
      let bytes = try file.document().bytes
      bodies.append(
        try body("document", bytes, try subject.text.reading.options(for: file), in: folder))
    }
    let title = operation?.title ?? given.schema.title
    return CorpusManifest(title: title.isEmpty ? subject.name ?? "" : title, bodies: bodies)
  }

  /// A body with the text of its schema, which is written into the folder.
  private func body(
    _ name: String, _ text: [UInt8], _ options: JSONSchemaOptions, in folder: CorpusFolder
  ) throws -> CorpusBody {
    var options = options
    let path = "schemas/\(name).json"
    options.name = path
    options.assertsFormat = subject.text.assertFormat
    let (lookup, found) = (options.lookup, FoundDocuments())
    options.lookup = { uri in
      let document = try lookup(uri)
      if let document { found.list.withLock { $0[uri] = document.bytes } }
      return document
    }
    let schema: Schema
    do throws(JSONSchemaError) {
      schema = try Schema(jsonSchema: text, options: options)
    } catch {
      throw CommandFailure(schema: error)
    }
    try folder.write(text, to: path)
    var references: [JSONValue.Member] = []
    for (uri, bytes) in found.list.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      let path = "schemas/\(name)-\(references.count + 1).json"
      try folder.write(bytes, to: path)
      references.append(.init(name: uri, value: .string(path)))
    }
    let source = CorpusBody.Source.file(
      path, dialect: options.dialect, assertsFormat: options.assertsFormat, references: references)
    return CorpusBody(name: name, source: source, schema: schema)
  }

  /// The documents that pages of built-in operations show, for a corpus of their bodies.
  static func examples(for manifest: CorpusManifest) -> [ShownExample] {
    BuiltInOperation.all.flatMap { $0.operation().examples }.compactMap { example in
      manifest.bodies.first { $0.source == .builtIn(example.schemaID) }
        .flatMap { ShownExample(example, of: $0.name) }
    }
  }
}

extension APIOperation {
  /// The schemas of the bodies, by the names that a corpus has for them.
  fileprivate var bodies: [(name: String, schema: Schema)] {
    [("request", request), ("response", response)].compactMap { name, schema in
      schema.map { (name, $0) }
    }
  }
}

/// The texts that a schema refers to, by their URIs, as they were looked up.
private final class FoundDocuments: Sendable {
  let list = Mutex<[String: [UInt8]]>([:])
}

/// What a command is doing, on one line of standard error if that is a terminal.
private struct LineProgress {
  private let isShown = StandardError.isTerminal

  mutating func show(_ text: String) {
    if isShown { StandardError.write("\r\(TerminalText.escaped(text))\u{1B}[K", terminator: "") }
  }

  func clear() { if isShown { StandardError.write("\r\u{1B}[K", terminator: "") } }
}
