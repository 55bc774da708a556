import APIOperations
import ArgumentParser
import BulkChecking
import JSONSchema
import SchemaExports
import SchemaRules
import Subjects
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
        // Each body of the OpenAPI document becomes a separate schema file.
        let text = Export(.jsonSchema, of: schema)?.text ?? ""
        var options = JSONSchemaOptions(name: name)
        options.assertsFormat = subject.text.assertFormat
        bodies.append(try folder.addBody(name, Array(text.utf8), options))
      }
    } else {
      let file = SchemaFile(path: subject.name ?? "")
      let options = try subject.text.reading.options(for: file)
      bodies.append(try folder.addBody("document", try file.document().bytes, options))
    }
    let title = operation?.title ?? given.schema.title
    return CorpusManifest(title: title.isEmpty ? subject.name ?? "" : title, bodies: bodies)
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
