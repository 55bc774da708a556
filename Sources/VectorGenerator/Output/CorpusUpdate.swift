import APIOperations
import JSONText
import SchemaRules
public import Vectors

/// An update of a corpus in a folder.
public struct CorpusUpdate {
  private let folder: CorpusFolder
  private let manifest: CorpusManifest
  private let examples: [ShownExample]
  private let progress: (String) -> Void

  /// Creates an update of the corpus in a folder, which may be empty.
  public init(
    _ folder: CorpusFolder, manifest: CorpusManifest, examples: [ShownExample] = [],
    progress: @escaping (String) -> Void = { _ in }
  ) {
    self.folder = folder
    self.manifest = manifest
    self.examples = examples
    self.progress = progress
  }

  /// The corpus that is in the folder; nil if there is none.
  ///
  /// - Throws: `CorpusError` for one that is damaged.
  private func present() throws(CorpusError) -> Corpus? {
    guard folder.contains("corpus.json"), folder.contains("choices.json") else { return nil }
    var files: [VectorFile] = []
    for path in try folder.sourcePaths() {
      files.append(try VectorFile(path: path, bytes: folder.read(path)))
    }
    return Corpus(
      version: try folder.version(), manifest: manifest, axes: Decision.axes, files: files,
      tombstones: folder.contains("tombstones.json") ? try folder.tombstones() : [])
  }

  /// Makes the corpus without writing anything.
  ///
  /// - Parameters:
  ///   - found: Documents to add, each with its body and the reason.
  ///   - needed: The ids of vectors that stay although no family derives them; nil for all.
  ///   - trustsAnswers: Whether the answers to documents that stay are taken over.
  public func make(
    adding found: [(target: String, bytes: [UInt8], why: String)] = [],
    needed: Set<String>? = nil, trustsAnswers: Bool = false
  ) throws(CorpusError) -> (corpus: Corpus, files: GeneratedFiles) {
    let present = try present()
    var earlier = present.map { EarlierVectors($0, needed: needed) } ?? EarlierVectors()
    earlier.areTrusted = trustsAnswers
    for document in found {
      earlier.add(found: document.bytes, as: document.target, why: document.why)
    }
    let builder = CorpusBuilder(manifest, examples: examples, earlier: earlier, progress: progress)
    let corpus = try builder.build(version: present?.version ?? "1.0.0")
    return (corpus, try GeneratedFiles(corpus, in: folder))
  }

  /// Writes every file. Returns a summary with the number of vectors.
  @discardableResult
  public func run(
    adding found: [(target: String, bytes: [UInt8], why: String)] = [],
    needed: Set<String>? = nil
  ) throws(CorpusError) -> String {
    let (corpus, generated) = try make(adding: found, needed: needed)
    let paths = Set(generated.files.map(\.path))
    if folder.contains("choices.json") {
      for path in try folder.sourcePaths() where !paths.contains(path) { try folder.remove(path) }
    }
    for file in generated.files { try folder.write(file.bytes, to: file.path) }
    let choices = corpus.vectors.count { if case .choice = $0.judgement { true } else { false } }
    return
      "\(corpus.vectors.count) vectors in \(corpus.files.count) files, \(choices) of them choices"
  }

  /// Records what vectors kill, by id, in the source files and the compiled ones.
  public func record(kills: [String: [String]]) throws(CorpusError) {
    guard var corpus = try present() else {
      throw CorpusError("there is no corpus", file: "corpus.json")
    }
    for file in corpus.files.indices {
      for index in corpus.files[file].vectors.indices {
        corpus.files[file].vectors[index].kills = kills[corpus.files[file].vectors[index].id] ?? []
      }
      try folder.write(
        corpus.files[file].text(hasSchema: folder.contains(VectorFile.schemaName)),
        to: corpus.files[file].path)
    }
  }
}
