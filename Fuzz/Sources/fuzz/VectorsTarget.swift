import APIOperations
import JSONText

@testable import Vectors

/// Tests the loaders of a corpus: each file is read, written and read again. Then the corpus is checked as a whole.
///
/// An input is a folder as an object: `{"corpus.json":…,"choices.json":…,"tombstones.json":…,"a/b.json":…}`. Any
/// other name is that of a source file, and of the schema that `corpus.json` names.
enum VectorsTarget {
  static func run(_ input: UnsafeRawBufferPointer) {
    guard let folder = try? JSONValue(parsing: unsafe Array(input)),
      let members = folder.objectValue
    else { return }
    func manifest(_ value: JSONValue) throws(CorpusError) -> CorpusManifest {
      try CorpusManifest(value, builtIns: []) { path throws(CorpusError) in
        guard let file = folder[path] else { throw CorpusError("missing", file: path) }
        return file.text
      }
    }
    var files: [VectorFile] = []
    for member in members {
      guard let file = try? VectorFile(path: member.name, bytes: member.value.text) else {
        continue
      }
      guard file == (try? VectorFile(path: file.path, bytes: file.text(hasSchema: true))) else {
        finding("a source file is written otherwise than read")
      }
      file.vectors.forEach(checkLine)
      files.append(file)
    }
    let axes = folder["choices.json"].flatMap { try? Decision.readingAxes($0) } ?? []
    let rewritten = JSONValue.object([.init(name: "axes", value: .array(axes.map(\.choiceValue)))])
    if !axes.isEmpty, axes != (try? Decision.readingAxes(rewritten)) {
      finding("choices are written otherwise than read")
    }
    let tombstones = folder["tombstones.json"].flatMap { try? Tombstone.reading($0) } ?? []
    guard let manifest = folder["corpus.json"].flatMap({ try? manifest($0) }) else { return }
    let corpus = Corpus(
      version: "1.0.0", manifest: manifest, axes: axes, files: files, tombstones: tombstones)
    guard (try? corpus.check()) != nil, let checker = try? LibraryChecker(corpus.bodies) else {
      return
    }
    for vector in corpus.vectors where isShort(vector.input) {
      let answer = checker.check(vector.input.bytes, as: vector.target)
      _ = corpus.recommendedExpectation(of: vector).isMet(by: answer)
    }
  }

  /// A compiled line contains the document unchanged.
  private static func checkLine(_ vector: Vector) {
    guard isShort(vector.input) else { return }
    let bytes = vector.input.bytes
    let line = vector.compiledLine(className: "a")
    guard let document = (try? JSONValue(parsing: line))?["base64"],
      (try? VectorInput(.object([.init(name: "base64", value: document)]))) == .base64(bytes)
    else { finding("a compiled line loses its document") }
  }

  /// Recipes can make documents of megabytes, which would take too much time.
  private static func isShort(_ input: VectorInput) -> Bool {
    if case .recipe = input { false } else { true }
  }
}
