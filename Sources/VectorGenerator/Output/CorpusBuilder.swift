import APIOperations
import SchemaRules
public import Vectors

/// Makes the corpus of the drafts.
public struct CorpusBuilder {
  /// The ledger, with entries for new drafts once the corpus is made.
  public private(set) var ledger: Ledger
  private var documents: Set<Document> = []
  private var keys: Set<String> = []
  private let knownRules: Set<String>

  private struct Document: Hashable {
    var target: Target
    var bytes: [UInt8]
  }

  /// A builder that goes on from a ledger.
  public init(ledger: Ledger) {
    self.ledger = ledger
    knownRules = Set(Target.allCases.flatMap { $0.schema.rules }.map(\.id))
  }

  /// Makes the corpus.
  ///
  /// - Throws: `CorpusError` if two drafts share a key, or the ledger knows a draft that is gone:
  ///   then the vector needs a tombstone, and the ledger loses the entry.
  public mutating func build(
    version: String, manifest: CorpusManifest, tombstones: [Tombstone]
  ) throws(CorpusError) -> Corpus {
    var files: [VectorFile] = []
    for file in DraftFile.all {
      var vectors: [Vector] = []
      for draft in file.drafts {
        let document = Document(target: draft.target, bytes: draft.input.bytes)
        // Of drafts of one document, the first is the vector.
        guard documents.insert(document).inserted else { continue }
        guard keys.insert(draft.key).inserted else {
          throw CorpusError("two drafts have the key \(draft.key)", file: file.path)
        }
        vectors.append(vector(draft, byteCount: document.bytes.count))
      }
      files.append(
        VectorFile(path: file.path, title: file.title, about: file.about, vectors: vectors))
    }
    if let gone = ledger.entries(without: keys).first {
      throw CorpusError(
        "no draft has the key \(gone.key) any more; give \(gone.id) a tombstone",
        file: "ledger.json")
    }
    files.sort { $0.path < $1.path }
    let corpus = Corpus(
      version: version, manifest: manifest, axes: Choices.axes, files: files, tombstones: tombstones)
    try corpus.check()
    return corpus
  }

  private mutating func vector(_ draft: Draft, byteCount: Int) -> Vector {
    let entry = ledger.entry(of: draft.key)
    let (judgement, given) = Classification(draft, byteCount: byteCount).result
    var vector = Vector(
      id: entry.id, target: draft.target.rawValue, why: draft.why, input: draft.input,
      judgement: judgement, given: given, tags: draft.tags, basis: .documented, kills: entry.kills)
    var findings = draft.rules
    switch judgement {
    case .fixed(let expectation):
      findings += expectation.findings
      vector.basis = draft.basis ?? (expectation == .malformed ? .rfc8259 : .documented)
    case .choice(_, let alternatives):
      findings += alternatives.flatMap(\.expectation.findings)
      vector.basis = draft.basis ?? .chosen
    }
    for finding in findings {
      guard let rule = rule(of: finding, in: draft.target), !vector.rules.contains(rule) else {
        continue
      }
      vector.rules.append(rule)
    }
    return vector
  }

  /// The id of the rule that a finding is about.
  private func rule(of finding: Finding, in target: Target) -> String? {
    var pointer = finding.pointer
    let schema = target.schema.id
    // An unknown member is the business of the object around it.
    while true {
      let rule = "\(schema)\(pointer)/\(finding.keyword)"
      if knownRules.contains(rule) { return rule }
      guard let slash = pointer.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      pointer = String(pointer[..<slash])
    }
  }
}
