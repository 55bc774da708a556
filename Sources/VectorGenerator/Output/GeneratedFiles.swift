import APIOperations
import JSONText
public import Vectors

/// The files that the generator writes, by their path in the corpus's folder.
public struct GeneratedFiles {
  /// Each path and its bytes, in a fixed order.
  public let files: [(path: String, bytes: [UInt8])]

  /// The source files, the compiled ones, the choices, the ledger, the table of rules and the
  /// adapters' schemas.
  ///
  /// - Throws: `CorpusError` if a schema cannot be made.
  public init(_ corpus: Corpus, ledger: Ledger) throws(CorpusError) {
    var files = corpus.files.map { (path: $0.path, bytes: $0.text) }
    for target in Target.allCases {
      files.append(("compiled/\(target.rawValue).ndjson", Self.compiled(corpus, target)))
      files.append(("adapters/schemas/\(target.rawValue).json", try AdapterSchema(target).text))
    }
    files.append(("choices.json", Self.choices))
    files.append(("ledger.json", ledger.text))
    files.append(("../docs/traceability.md", Traceability(corpus).page))
    self.files = files
  }

  private static func compiled(_ corpus: Corpus, _ target: Target) -> [UInt8] {
    var lines: [CompiledVector] = []
    for file in corpus.files {
      for vector in file.vectors where vector.target == target.rawValue {
        let bytes = vector.input.bytes
        lines.append(
          CompiledVector(
            vector, className: file.className, bytes: bytes, sha256: SHA256.digest(bytes)))
      }
    }
    // By id, so that moving a vector to another file shows as nothing here.
    lines.sort { ($0.vector.id.utf8.count, $0.vector.id) < ($1.vector.id.utf8.count, $1.vector.id) }
    return lines.flatMap(\.line)
  }

  private static var choices: [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.beginObject()
    writer.name("about")
    writer.string(
      "The questions that the page leaves open. One alternative must explain all answers of an"
        + " implementation on an axis.")
    writer.name("axes")
    writer.value(.array(Choices.axes.map(\.choiceValue)))
    writer.endObject()
    return writer.bytes + [0x0A]
  }
}
