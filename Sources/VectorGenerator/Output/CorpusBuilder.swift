public import APIOperations
public import JSONText
import SchemaRules
public import Vectors

/// A document that documentation shows.
public struct ShownExample: Sendable {
  /// The name of the body that it is an example of.
  public var target: String
  /// What it is, as a sentence.
  public var why: String
  /// The document.
  public var value: JSONValue
  /// Whether its rules reject it although documentation shows it.
  public var isContradicted: Bool

  /// An example that an operation's page shows. Returns nil if it is not JSON.
  public init?(_ example: APIOperation.Example, of target: String) {
    guard let value = try? JSONValue(parsing: Array(example.json.utf8)) else { return nil }
    self.target = target
    why = "The page shows this example: \(example.place)."
    self.value = value
    isContradicted = !example.caveat.isEmpty
  }
}

/// Derives the vectors of a corpus from the schemas of its bodies.
///
/// The same manifest and the same earlier vectors give the same corpus, to the byte.
public struct CorpusBuilder {
  private let manifest: CorpusManifest
  private let examples: [ShownExample]
  private let earlier: EarlierVectors
  private let progress: (String) -> Void

  /// - Parameters:
  ///   - examples: Documents to have vectors of, beside those that are derived.
  ///   - earlier: The vectors that there are, whose ids stay with their documents.
  ///   - progress: Called with what is done, in a few words.
  public init(
    _ manifest: CorpusManifest, examples: [ShownExample] = [],
    earlier: EarlierVectors = EarlierVectors(), progress: @escaping (String) -> Void = { _ in }
  ) {
    self.manifest = manifest
    self.examples = examples
    self.earlier = earlier
    self.progress = progress
  }

  /// The most vectors that a family derives for one source file; beyond it, drafts are left out evenly.
  private static let mostVectors = 1_200

  /// Makes the corpus.
  ///
  /// - Throws: `CorpusError` for a schema with a pattern that cannot be matched.
  public func build(version: String) throws(CorpusError) -> Corpus {
    var files: [VectorFile] = []
    var documents: Set<DocumentKey> = []
    var ids = earlier
    for (index, body) in manifest.bodies.enumerated() {
      let (oracle, places) = try facts(about: body, isFirst: index == 0)
      progress("\(body.name): \(places.places.count) places")
      let drafts =
        [shown(places)] + Families.all.flatMap { $0(places).map(Self.sample) }
        + [earlier.found(body.name)]
      for file in drafts where !file.drafts.isEmpty {
        var vectors: [Vector] = []
        for draft in file.drafts {
          let bytes = draft.input.bytes
          let key = DocumentKey(target: body.name, digest: SHA256.digest(bytes))
          guard documents.insert(key).inserted,
            let verdict = earlier.verdict(on: key) ?? oracle.verdict(on: draft, bytes: bytes)
          else { continue }
          vectors.append(
            Self.vector(
              draft, verdict, of: body.name, ids.id(of: key), earlier.kills(of: key)))
        }
        guard !vectors.isEmpty else { continue }
        progress("\(body.name): \(file.path), \(vectors.count) vectors")
        if let known = files.firstIndex(where: { $0.path == file.path }) {
          files[known].vectors += vectors
        } else {
          files.append(
            VectorFile(path: file.path, title: file.title, about: file.about, vectors: vectors))
        }
      }
    }
    files.sort { $0.path < $1.path }
    let corpus = Corpus(
      version: version, manifest: manifest, axes: Decision.axes, files: files,
      tombstones: ids.tombstones(without: files, version: version))
    try corpus.check()
    return corpus
  }

  private func facts(
    about body: CorpusBody, isFirst: Bool
  ) throws(CorpusError) -> (Oracle, BodyPlaces) {
    do throws(SchemaError) {
      let oracle = try Oracle(body.schema, axes: Decision.axes)
      return (oracle, try BodyPlaces(body, oracle: oracle, isFirst: isFirst))
    } catch {
      throw CorpusError(error.description, entry: body.name)
    }
  }

  private static func sample(_ file: DraftFile) -> DraftFile {
    guard file.drafts.count > mostVectors else { return file }
    var file = file
    file.drafts = (0..<mostVectors).map { file.drafts[$0 * file.drafts.count / mostVectors] }
    return file
  }

  private func shown(_ body: BodyPlaces) -> DraftFile {
    let shown = examples.filter { $0.target == body.name }.map { example in
      var draft = Draft(example.why, example.value, tags: ["page-example"])
      if example.isContradicted { draft.basis = .contradicted }
      return draft
    }
    let rules = body.places.flatMap { place in
      place.rules(of: place.keywords.map(\.keyword)) + place.requirements
    }
    return body.file(
      "page/examples",
      shown + [
        Draft(
          "Only required members, each value as short as possible.", body.example, rules: rules),
        Draft("Every declared member is present.", body.fullExample, rules: rules),
      ])
  }

  private static func vector(
    _ draft: Draft, _ verdict: Oracle.Verdict, of target: String, _ id: String, _ kills: [String]
  ) -> Vector {
    let basis: Basis =
      switch verdict.judgement {
      case .fixed(.malformed): .rfc8259
      case .fixed: .documented
      case .choice: .chosen
      }
    return Vector(
      id: id, target: target, why: draft.why.sentence, input: draft.input,
      judgement: verdict.judgement, given: verdict.given, rules: verdict.rules, tags: draft.tags,
      basis: draft.basis ?? basis, kills: kills)
  }
}

/// Identifies a document across versions of a corpus.
struct DocumentKey: Hashable, Sendable {
  var target: String
  var digest: String
}

extension String {
  /// The text with a capital first.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() }
}
