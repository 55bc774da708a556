public import Vectors

/// The generator's work on a folder.
public struct CorpusUpdate {
  private let folder: CorpusFolder

  /// Work on the corpus in a folder, which holds `VERSION` and `tombstones.json`.
  public init(_ folder: CorpusFolder) {
    self.folder = folder
  }

  /// Makes the corpus without writing anything.
  public func make(
    forgettingLedger: Bool = false
  ) throws(CorpusError) -> (corpus: Corpus, files: GeneratedFiles) {
    let version = try folder.version()
    let tombstones = try folder.tombstones()
    let manifest = try folder.manifest(builtIns: Target.allCases.map(\.schema))
    let ledger =
      forgettingLedger
      ? Ledger(tombstones: tombstones)
      : try Ledger(try folder.read("ledger.json"), tombstones: tombstones)
    var builder = CorpusBuilder(ledger: ledger)
    let corpus = try builder.build(
      version: version, manifest: manifest, tombstones: tombstones)
    return (corpus, try GeneratedFiles(corpus, ledger: builder.ledger))
  }

  /// Notes what vectors kill, by id, in the ledger, and writes every file.
  public func record(kills: [String: [String]]) throws(CorpusError) -> String {
    var ledger = try Ledger(try folder.read("ledger.json"), tombstones: try folder.tombstones())
    ledger.record(kills: kills)
    try folder.write(ledger.text, to: "ledger.json")
    return try run()
  }

  /// Writes every file, and says how many vectors there are.
  public func run(forgettingLedger: Bool = false) throws(CorpusError) -> String {
    let (corpus, generated) = try make(forgettingLedger: forgettingLedger)
    let paths = Set(generated.files.map(\.path))
    for path in try folder.sourcePaths() where !paths.contains(path) { try folder.remove(path) }
    for file in generated.files { try folder.write(file.bytes, to: file.path) }
    let choices = corpus.vectors.count { if case .choice = $0.judgement { true } else { false } }
    return
      "\(corpus.vectors.count) vectors in \(corpus.files.count) files, \(choices) of them choices"
  }
}
