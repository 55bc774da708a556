import APIOperations
import JSONText
import SchemaExports
import SchemaRules
import Vectors

/// The files that the generator writes, by their path in the corpus's folder.
public struct GeneratedFiles {
  /// Each path and its bytes, in a fixed order.
  public let files: [(path: String, bytes: [UInt8])]

  /// The source files, the compiled ones, the manifest, the choices, the notes on classes, the tombstones, the
  /// table of rules and, for adapters, the schemas of bodies that have no file.
  init(_ corpus: Corpus, in folder: CorpusFolder) throws(CorpusError) {
    let hasSchema = folder.contains(VectorFile.schemaName)
    var files = corpus.files.map { (path: $0.path, bytes: $0.text(hasSchema: hasSchema)) }
    for body in corpus.bodies {
      files.append(("compiled/\(body.name).ndjson", Self.compiled(corpus, body.name)))
      if case .builtIn = body.source, let text = Self.schema(body.schema) {
        files.append(("adapters/schemas/\(body.name).json", text))
      }
    }
    files.append(("corpus.json", Self.text(corpus.manifest.jsonValue)))
    files.append(("VERSION", Array("\(corpus.version)\n".utf8)))
    files.append(
      (
        "choices.json",
        Self.text(
          .members([
            (
              "about",
              .string(
                "The questions that documentation and standards leave open. One alternative must explain all"
                  + " answers of an implementation on an axis.")
            ), ("axes", .array(corpus.axes.map(\.choiceValue))),
          ]))
      ))
    files.append(("notes.json", Self.text(Notes.jsonValue(for: corpus))))
    files.append(("tombstones.json", Self.tombstones(corpus.tombstones)))
    files.append(("rules.md", RuleTable(corpus).page))
    self.files = files
  }

  private static func text(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(pretty: true)
    writer.value(value)
    return writer.bytes + [0x0A]
  }

  /// One tombstone per line.
  private static func tombstones(_ tombstones: [Tombstone]) -> [UInt8] {
    let lines = tombstones.map { "    " + $0.jsonValue.compactText }.joined(separator: ",\n")
    return Array(
      """
      {
        "about": "Ids of withdrawn vectors. An id is never used again.",
        "tombstones": [\(lines.isEmpty ? "" : "\n\(lines)\n  ")]
      }

      """.utf8)
  }

  private static func compiled(_ corpus: Corpus, _ target: String) -> [UInt8] {
    let selected = corpus.files.flatMap { file in
      file.vectors.filter { $0.target == target }.map { (vector: $0, className: file.className) }
    }
    // By id, so that moving a vector to another file changes nothing here.
    let sorted = selected.sorted {
      ($0.vector.id.utf8.count, $0.vector.id) < ($1.vector.id.utf8.count, $1.vector.id)
    }
    return sorted.flatMap { $0.vector.compiledLine(className: $0.className) }
  }

  // MARK: Schemas

  /// The keywords that no verdict depends on.
  private static let annotations = [
    "$id", "title", "description", "$comment", "examples", "writeOnly",
  ]

  /// The rules of a schema as JSON Schema, without what people read.
  private static func schema(_ schema: Schema) -> [UInt8]? {
    guard let export = Export(.jsonSchema, of: schema),
      let value = try? JSONValue(parsing: Array(export.text.utf8))
    else { return nil }
    return text(rules(of: value))
  }

  private static func rules(of schema: JSONValue) -> JSONValue {
    guard case .object(let members) = schema else { return schema }
    return .object(
      members.filter { !annotations.contains($0.name) }.map { member in
        // Below `properties` are the names of members, one of which may be description.
        guard member.name == "properties", case .object(let fields) = member.value else {
          return .init(name: member.name, value: rules(of: member.value))
        }
        return .init(
          name: member.name,
          value: .object(fields.map { .init(name: $0.name, value: rules(of: $0.value)) }))
      })
  }
}
