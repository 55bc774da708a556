public import APIOperations
import JSONSchema
import SchemaRules

/// All vectors, with the choices that they refer to.
public struct Corpus: Sendable {
  /// The version: a changed expectation raises the first number, an addition the second one.
  public var version: String
  /// The title of the corpus, and the bodies of its vectors.
  public var manifest: CorpusManifest
  /// The questions that the page leaves open.
  public var axes: [Decision]
  /// The source files, sorted by path.
  public var files: [VectorFile]
  /// The withdrawn ids.
  public var tombstones: [Tombstone]

  /// Creates a corpus without checking it; see `check()`.
  public init(
    version: String, manifest: CorpusManifest, axes: [Decision], files: [VectorFile],
    tombstones: [Tombstone]
  ) {
    self.version = version
    self.manifest = manifest
    self.axes = axes
    self.files = files
    self.tombstones = tombstones
  }

  /// The bodies that the vectors test.
  public var bodies: [CorpusBody] { manifest.bodies }

  /// Every vector, file by file.
  public var vectors: [Vector] { files.flatMap(\.vectors) }

  /// The right answer to a vector for an implementation that follows the recommended alternative of every axis.
  public func recommendedExpectation(of vector: Vector) -> Expectation {
    switch vector.judgement {
    case .fixed(let expectation): return expectation
    case .choice(let axis, let alternatives):
      let recommended = (axes.first { $0.id == axis }?.recommended ?? "").utf8
      // `check` has made sure that the alternative is there.
      return alternatives.first { $0.name.utf8.elementsEqual(recommended) }?.expectation ?? .refused
    }
  }

  /// Checks the corpus as a whole: duplicates and unknown names.
  ///
  /// - Throws: `CorpusError` for the first one.
  public func check() throws(CorpusError) {
    guard !files.isEmpty else { throw CorpusError("there are no vectors") }
    guard !axes.isEmpty else { throw CorpusError("there are no axes", file: "choices.json") }
    let rules = Set(bodies.flatMap { $0.schema.rules }.map { ByteString($0.id) })
    var places: [ByteString: String] = [:]
    for tombstone in tombstones {
      guard places.updateValue("tombstones.json", forKey: ByteString(tombstone.id)) == nil else {
        throw CorpusError("duplicate id", file: "tombstones.json", entry: tombstone.id)
      }
    }
    var documents: [Document: String] = [:]
    for file in files {
      for vector in file.vectors {
        if let place = places.updateValue(file.path, forKey: ByteString(vector.id)) {
          throw CorpusError("the id is also in \(place)", file: file.path, entry: vector.id)
        }
        do throws(CorpusError) {
          try check(vector, knownRules: rules)
        } catch {
          throw error.atEntry(vector.id).inFile(file.path)
        }
        let document = Document(target: vector.target, bytes: vector.input.bytes)
        if let other = documents.updateValue(vector.id, forKey: document) {
          throw CorpusError(
            "\(other) has the same document", file: file.path, entry: vector.id)
        }
      }
    }
  }

  private struct Document: Hashable {
    var target: String
    var bytes: [UInt8]
  }

  private func check(_ vector: Vector, knownRules: Set<ByteString>) throws(CorpusError) {
    guard bodies.contains(where: { $0.name.utf8.elementsEqual(vector.target.utf8) }) else {
      throw CorpusError("unknown target \(vector.target)")
    }
    for rule in vector.rules where !knownRules.contains(ByteString(rule)) {
      throw CorpusError("unknown rule \(rule)")
    }
    switch vector.judgement {
    case .fixed(let expectation):
      guard expectation != .refused else {
        throw CorpusError("\"refused\" is allowed only in a choice")
      }
    case .choice(let name, let alternatives):
      guard let axis = axes.first(where: { $0.id == name }) else {
        throw CorpusError("unknown axis \(name)")
      }
      // In full and in order, so that no implementation falls between two alternatives.
      guard axis.alternatives.map(\.name) == alternatives.map(\.name) else {
        throw CorpusError("the alternatives differ from those of axis \(name)")
      }
    }
    for condition in vector.given {
      guard let axis = axes.first(where: { $0.id == condition.axis }) else {
        throw CorpusError("unknown axis \(condition.axis)")
      }
      for name in condition.alternatives where axis[alternative: name] == nil {
        throw CorpusError("unknown alternative \(name) of axis \(axis.id)")
      }
    }
  }
}
