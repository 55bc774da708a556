import JSONText
public import Vectors

/// The vectors of a folder before it is regenerated, to keep the ids of documents.
public struct EarlierVectors: Sendable {
  private var ids: [DocumentKey: String] = [:]
  private var vectors: [DocumentKey: Vector] = [:]
  /// Whether the answers to most documents that stay are taken over, which is faster where no rule has
  /// changed; one in sixteen, by its digest, is worked out again.
  public var areTrusted = false
  private var foundDrafts: [String: [(why: String, input: VectorInput)]] = [:]
  private var withdrawn: [Tombstone] = []
  private var nextNumber = 1

  /// Creates an empty collection.
  public init() {}

  /// The vectors of a corpus, and its tombstones.
  ///
  /// - Parameter needed: The vectors that stay although no family derives them; nil for all.
  public init(_ corpus: Corpus, needed: Set<String>? = nil) {
    for tombstone in corpus.tombstones { reserve(tombstone.id) }
    withdrawn = corpus.tombstones
    for file in corpus.files {
      for vector in file.vectors {
        let key = DocumentKey(
          target: vector.target, digest: SHA256.digest(vector.input.bytes))
        ids[key] = vector.id
        vectors[key] = vector
        reserve(vector.id)
        if file.isFound, needed?.contains(vector.id) != false {
          foundDrafts[vector.target, default: []].append((vector.why, vector.input))
        }
      }
    }
  }

  private mutating func reserve(_ id: String) {
    nextNumber = max(nextNumber, (Int(id.dropFirst()) ?? 0) + 1)
  }

  /// The id of a document; a new one gets the next number.
  mutating func id(of key: DocumentKey) -> String {
    if let id = ids[key] { return id }
    let digits = String(nextNumber)
    nextNumber += 1
    let id = "v" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    ids[key] = id
    return id
  }

  /// The mutants that a document's vector claims to kill.
  func kills(of key: DocumentKey) -> [String] { vectors[key]?.kills ?? [] }

  /// The answer to a document, if answers are taken over.
  func verdict(on key: DocumentKey) -> Oracle.Verdict? {
    guard areTrusted, !key.digest.hasPrefix("0"), let vector = vectors[key] else { return nil }
    return Oracle.Verdict(
      judgement: vector.judgement, given: vector.given, rules: vector.rules)
  }

  /// The tombstones, with new ones for ids that no vector uses anymore.
  func tombstones(without files: [VectorFile], version: String) -> [Tombstone] {
    let used = Set(files.flatMap { $0.vectors.map(\.id) })
    let known = Set(withdrawn.map(\.id))
    let new = ids.values.filter { !used.contains($0) && !known.contains($0) }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
      .map { Tombstone(id: $0, since: version, why: "The document is not derived any more.") }
    return withdrawn + new
  }

  // MARK: Documents that were found

  /// Adds a document that no family derives.
  public mutating func add(found bytes: [UInt8], as target: String, why: String) {
    let isText = String(validating: bytes, as: UTF8.self) != nil && !bytes.isEmpty
    let input: VectorInput =
      isText ? .recipe([.text(String(decoding: bytes, as: UTF8.self))]) : .base64(bytes)
    foundDrafts[target, default: []].append((why, input))
  }

  func found(_ target: String) -> DraftFile {
    DraftFile(
      "\(VectorFile.foundClass)/\(target).json", "Documents that were found in the \(target)",
      "Each kills a mutant that too few derived vectors kill.",
      (foundDrafts[target] ?? []).map { why, input in
        Draft(why, input, Reading(input.bytes))
      })
  }
}
