import APIOperations
import BackupDestinations
import Foundation
import JSONSchema
import JSONText
import SchemaRules
import Testing
import Vectors

@testable import Mutation

@Suite("Mutants")
struct MutantTests {
  static let documented = zip(["request", "response"], AddBackupDestination.operation.schemas).map {
    CorpusBody(name: $0, source: .builtIn($1.id), schema: $1)
  }

  /// A schema with every kind of keyword.
  static func everything() throws -> CorpusBody {
    let text = #"""
      {"type": "object", "required": ["a", "b"], "minProperties": 1, "additionalProperties": false,
        "properties": {
          "a": {"type": ["string", "null"], "minLength": 1, "maxLength": 3, "pattern": "^[ab]+$"},
          "b": {"type": "number", "minimum": 0.5, "exclusiveMaximum": 10, "multipleOf": 0.5},
          "c": {"type": "array", "items": {"$ref": "#/$defs/d"}, "minItems": 1, "uniqueItems": true, "contains": {"const": "x"}},
          "e": {"enum": ["one", 2, null, true]}, "f": {"anyOf": [{"type": "string"}, {"type": "boolean"}]},
          "g": {"oneOf": [{"type": "integer"}, {"type": "number", "maximum": 3}]},
          "h": {"not": {"type": "string"}}, "i": {"type": "string", "format": "date"},
          "j": {"type": "object", "patternProperties": {"^x": {"type": "integer"}}, "propertyNames": {"maxLength": 3},
            "dependentRequired": {"x1": ["x2"]}, "unevaluatedProperties": false},
          "k": {"if": {"type": "string"}, "then": {"minLength": 2}, "else": {"type": "integer"}},
          "l": {"allOf": [{"type": "string"}, {"minLength": 1}]}
        }, "$defs": {"d": {"type": "string"}, "unused": {"type": "string"}}}
      """#
    return CorpusBody(
      name: "document", source: .builtIn(""), schema: try Schema(jsonSchema: Array(text.utf8)))
  }

  @Test(
    "of the documented operation are 4,400 and more, each with an id of its own and a rule that compiles"
  )
  func ids() {
    let mutants = Mutant.all(of: Self.documented)
    #expect(mutants.count >= 4_400)
    #expect(Set(mutants.map(\.id)).count == mutants.count)
    #expect(
      mutants.allSatisfy { !$0.summary.isEmpty && !$0.id.hasSuffix(RewritingRule.brokenMark) })
  }

  @Test("are the same each time, and another sample with another seed")
  func samples() {
    func ids(_ seed: UInt64) -> [String] {
      Mutant.all(of: Self.documented, limits: .init(count: 1_000, seed: seed)).map(\.id)
    }
    #expect(ids(1) == ids(1))
    #expect(ids(1).count == 1_000)
    #expect(ids(1) != ids(2))
  }

  /// What must be among the mutants of a schema with every kind of keyword.
  static let expected = [
    // Of a list of types each one missing, and another one in addition.
    "schema/document/properties/a/type/string", "schema/document/properties/a/type/null",
    "schema/document/properties/a/type/or integer", "schema/document/properties/a/minLength/2",
    "schema/document/properties/a/minLength/dropped",
    "schema/document/properties/a/maxLength/as minLength",
    "schema/document/properties/a/pattern/no $", "schema/document/properties/b/minimum/0.4",
    "schema/document/properties/b/minimum/as exclusiveMinimum",
    "schema/document/properties/b/multipleOf/1.0",
    "schema/document/properties/c/uniqueItems/dropped", "schema/document/properties/c/items/false",
    "schema/document/properties/c/contains/true", "schema/document/properties/c/maxItems/0",
    "schema/document/properties/e/enum/without 2", #"schema/document/properties/e/enum/with "ONE""#,
    "schema/document/properties/f/anyOf/as oneOf", "schema/document/properties/g/oneOf/without 1",
    "schema/document/properties/h/not/false", "schema/document/properties/i/format/asserted",
    "schema/document/properties/j/patternProperties/^x as no ^",
    "schema/document/properties/j/dependentRequired/without x1",
    "schema/document/properties/k/if/true", "schema/document/root/required/without a",
    "schema/document/root/properties/a as A", "schema/document/root/properties/without c",
    "schema/document/root/additionalProperties/true", "schema/document/$defs/d/type/null",
    "report/document/lost/a/minLength", "report/document/length of a in UTF-16 code units",
    "value/document/e trimmed", "reader/a trailing comma in arrays",
    "bytes/cut at a null character",
  ]

  @Test("of any schema have a place, a keyword and a change")
  func names() throws {
    let ids = Set(Mutant.all(of: [try Self.everything()]).map(\.id))
    for id in Self.expected { #expect(ids.contains(id), "\(id)") }
    // No value reaches a definition that nothing refers to.
    #expect(!ids.contains { $0.contains("/unused/") })
  }

  @Test("of the committed certificate are killed by the vectors that it names")
  func certificate() throws {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = CorpusFolder(path: root.appending(path: "vectors").path)
    let corpus = try folder.load(builtIns: Self.documented.map(\.schema))
    let certificate = try JSONValue(parsing: try folder.read("certificate.json"))
    #expect(certificate["corpus"]?.stringValue == corpus.version)
    #expect(certificate["vectors"]?.integerValue == corpus.vectors.count)
    let results = try #require(certificate["results"]?.arrayValue)
    let mutants = Mutant.all(of: corpus.bodies, limits: Mutant.Limits(for: corpus))
    let known = Dictionary(
      results.map { ($0["mutant"]?.stringValue ?? "", $0) }, uniquingKeysWith: { one, _ in one })
    let vectors = Dictionary(
      corpus.vectors.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    let right = try LibraryChecker(corpus.bodies)
    let rows = mutants.compactMap { mutant in known[mutant.id].map { (mutant, $0) } }
    // The certificate has the mutants that compile, all of them, in their order.
    #expect(results.compactMap { $0["mutant"]?.stringValue } == rows.map(\.0.id))
    for mutant in mutants where known[mutant.id] == nil {
      #expect(mutant.judge() == nil, "\(mutant.id) is missing")
    }
    // A mutant that does nothing is proved to, or nobody knows that it does something.
    for (mutant, result) in rows where result["kills"] == .number("0") {
      #expect(result["equivalent"] != nil, "nothing kills \(mutant.id)")
    }
    for (mutant, result) in Sampling.draw(rows, 700, seed: 7, by: { $0.0.id }) {
      guard let id = result["by"]?.arrayValue?.first?.stringValue else { continue }
      let vector = try #require(vectors[id])
      let bytes = vector.input.bytes
      let judge = try #require(mutant.judge(), "\(mutant.id) does not compile")
      let answer = judge(
        Subject(bytes, as: vector.target, answer: right.check(bytes, as: vector.target)))
      #expect(
        !corpus.recommendedExpectation(of: vector).isMet(by: answer),
        "\(id) does not kill \(mutant.id)")
    }
  }
}
