import APIOperations
import ECMARegex
import Foundation
import JSONSchema
import JSONText
import SchemaEvaluation
import SchemaRules
import SchemaExamples
import ScratchDirectories
import Testing
import Vectors

@testable import VectorGenerator

@Suite("The generator")
struct GeneratorTests {
  /// A schema with most kinds of keywords, and with members that no other test names.
  private static let text = ##"""
    {"type": "object", "required": ["id", "size"], "minProperties": 2, "maxProperties": 9,
     "properties": {
       "id": {"type": "string", "pattern": "^[a-f]{2,4}(:[0-9]+)?$", "maxLength": 9},
       "size": {"type": "number", "minimum": 1, "exclusiveMaximum": 10, "multipleOf": 0.5},
       "count": {"type": ["integer", "null"]},
       "kind": {"enum": ["small", 3, null]},
       "tags": {"type": "array", "items": {"type": "string", "minLength": 2}, "minItems": 1,
                "maxItems": 3, "uniqueItems": true},
       "part": {"$ref": "#/$defs/part"},
       "shape": {"oneOf": [
         {"type": "object", "required": ["radius"], "properties": {"radius": {"type": "number"}}},
         {"type": "object", "required": ["side"], "properties": {"side": {"type": "integer"}}}]}},
     "patternProperties": {"^x-": {"type": "boolean"}}, "additionalProperties": false,
     "dependentRequired": {"kind": ["tags"]},
     "$defs": {"part": {"type": "object", "properties": {"part": {"$ref": "#/$defs/part"},
                                                         "on": {"const": true}}}}}
    """##

  private static func corpus(_ text: String) throws -> Corpus {
    let schema = try Schema(jsonSchema: Array(text.utf8))
    let source = CorpusBody.Source.file("schemas/document.json", dialect: nil, assertsFormat: false)
    let body = CorpusBody(name: "document", source: source, schema: schema)
    return try CorpusBuilder(CorpusManifest(title: "A test", bodies: [body])).build(
      version: "1.0.0")
  }

  @Test("the validator and the evaluator agree on all vectors of any schema")
  func agreement() throws {
    let corpus = try Self.corpus(Self.text)
    let checker = try LibraryChecker(corpus.bodies)
    for vector in corpus.vectors {
      let expected = corpus.recommendedExpectation(of: vector)
      let answer = checker.check(vector.input.bytes, as: vector.target)
      #expect(expected.isMet(by: answer), "\(vector.why): \(expected), \(answer)")
    }
    // The table of titles has every source file.
    for file in corpus.files { #expect(!file.about.isEmpty, "\(file.path) has no description") }
    // Each keyword is violated somewhere.
    let violated = Set(
      corpus.vectors.flatMap { corpus.recommendedExpectation(of: $0).findings.map(\.keyword) })
    for keyword in [
      "type", "required", "minProperties", "maxProperties", "pattern", "maxLength", "minimum",
      "exclusiveMaximum", "multipleOf", "enum", "minItems", "maxItems", "uniqueItems", "minLength",
      "oneOf", "additionalProperties", "dependentRequired", "const",
    ] {
      #expect(violated.contains(keyword), "nothing violates \(keyword)")
    }
  }

  static let small: [(schema: String, reason: String)] = [
    (#"{"type": "integer", "minimum": 3}"#, "a document that is a number"),
    (#"{"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 2}"#, "an array"),
    (#"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, "alternatives at the root"),
    ("{}", "a schema that allows everything"), ("false", "a schema that allows nothing"),
    (##"{"$ref": "#"}"##, "a schema that applies itself without end"),
    (##"{"properties": {"a": {"$ref": "#"}}, "required": ["a"]}"##, "no document is finite"),
  ]

  @Test("derives vectors from every schema", arguments: small)
  func makesSomething(_ given: (schema: String, reason: String)) throws {
    let corpus: Corpus
    do {
      corpus = try Self.corpus(given.schema)
    } catch is JSONSchemaError {
      return
    }
    let checker = try LibraryChecker(corpus.bodies)
    #expect(!corpus.vectors.isEmpty)
    for vector in corpus.vectors {
      let answer = checker.check(vector.input.bytes, as: vector.target)
      #expect(
        corpus.recommendedExpectation(of: vector).isMet(by: answer), "\(vector.why): \(answer)")
    }
  }

  @Test("writes a folder that loads, and the same bytes and ids when it is repeated")
  func folder() throws {
    let scratch = try ScratchDirectory()
    try scratch.file("schemas/document.json", Array(Self.small[1].schema.utf8))
    let schema = try Schema(
      jsonSchema: Array(Self.small[1].schema.utf8),
      options: JSONSchemaOptions(name: "schemas/document.json"))
    let source = CorpusBody.Source.file("schemas/document.json", dialect: nil, assertsFormat: false)
    let manifest = CorpusManifest(
      title: "A test", bodies: [CorpusBody(name: "document", source: source, schema: schema)])
    let update = CorpusUpdate(scratch.corpus, manifest: manifest)
    try update.run()
    let first = try scratch.corpus.load()
    let compiled = try scratch.corpus.read("compiled/document.ndjson")
    try update.run()
    #expect(try scratch.corpus.read("compiled/document.ndjson") == compiled)
    // What is noted and found stays.
    let id = try #require(first.vectors.first?.id)
    try update.record(kills: [id: ["a/mutant"]])
    try update.run(adding: [("document", Array(#"["a","b","zzz"]"#.utf8), "Found.")])
    let second = try scratch.corpus.load()
    #expect(second.vectors.first { $0.id == id }?.kills == ["a/mutant"])
    #expect(second.vectors.contains { $0.why == "Found." })
    #expect(second.vectors.count == first.vectors.count + 1)
    // Unless nothing needs it any more.
    try update.run(needed: [id])
    #expect(try scratch.corpus.load().vectors.count == first.vectors.count)
  }

  @Test("withdrawn vectors leave tombstones, and their ids are not used again")
  func tombstones() throws {
    let one = try Self.corpus(Self.small[0].schema)
    let body = try #require(try Self.corpus(Self.small[1].schema).bodies.first)
    let builder = CorpusBuilder(
      CorpusManifest(title: "Another", bodies: [body]), earlier: EarlierVectors(one))
    let other = try builder.build(version: "2.0.0")
    let (before, after) = (Set(one.vectors.map(\.id)), Set(other.vectors.map(\.id)))
    #expect(!before.intersection(after).isEmpty, "documents that both have keep their ids")
    #expect(Set(other.tombstones.map(\.id)) == before.subtracting(after))
  }

  static let patterns = [
    "^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$", "^(a|bc){2,}x?$", "[^a-z]", "^\\d{3}-\\d{4}$", "a.c",
    "^$",
    "^(?:x-|y-)[\\w]+$", "^(?=a)[a-c]+$", "\\S", "^[^]*$",
  ]

  @Test("the samples of a pattern match it", arguments: patterns)
  func samples(_ source: String) throws {
    let pattern = try Pattern(source)
    let samples = PatternSampler(pattern.syntax)
    #expect(samples.samples.count == samples.classes.count)
    for sample in samples.samples {
      #expect(pattern.match(sample.text) == .match, "\(sample.text)")
    }
    if let text = samples.text(ofLength: 40) {
      #expect(text.unicodeScalars.count == 40)
      #expect(pattern.match(text) == .match)
    }
  }

  static let tables: [(name: String, table: Table, lists: [String])] = [
    ("characters", .characters, ["spaces", "traps", "line terminators"]),
    ("encodings", .encodings, ["not UTF-8", "documents", "values", "marks"]),
    ("escapes", .escapes, ["escapes", "unpaired surrogates"]),
    (
      "grammar", .grammar,
      ["values", "documents", "replacements", "spaces", "around", "between", "comments"]
    ),
    ("names", .names, ["duplicates", "different"]), ("strings", .strings, ["free"]),
    (
      "values", .values,
      [
        "any", "string", "object", "array", "number", "boolean", "null", "numbers", "elements",
        "pairs", "members", "undeclared",
      ]
    ),
  ]

  @Test("every row of a table has its own reason and a value", arguments: tables)
  func rows(_ given: (name: String, table: Table, lists: [String])) {
    for list in given.lists {
      let rows = given.table.values(list)
      #expect(!rows.isEmpty && rows.count == given.table.entries(list).count, "\(list)")
      #expect(Set(rows.map(\.why)).count == rows.count, "\(list)")
    }
  }

  @Test("a template combines the parts of a document")
  func template() {
    let template = DocumentTemplate(.members([("a", .string("b:c")), ("d", .array([]))]))
    func text(_ source: String, it: String = "") -> String? {
      template.parts(source, it: it).map { String(decoding: $0.flatMap(\.bytes), as: UTF8.self) }
    }
    #expect(text("{${members},}") == #"{"a":"b:c","d":[],}"#)
    #expect(text("${first}${it}${rest}", it: "#") == ##"{#"a":"b:c","d":[]}"##)
    #expect(text("${spread}", it: "_") == #"_{_"a"_:_"b:c"_,_"d"_:_[_]_}_"#)
    #expect(text("${head 4}${hex 78 79}${repeat 3 -}${nest 2}") == #"{"a"xy---[[]]"#)
    #expect(DocumentTemplate(.null).parts("{${members}}") == nil, "null has no members")
  }

  @Test("every alternative of every axis is an interpretation")
  func interpretations() {
    for axis in Decision.axes {
      #expect(axis.alternatives.count > 1)
      for (index, alternative) in axis.alternatives.enumerated() {
        let interpretation = Interpretation().choosing(alternative.name, on: axis.id)
        #expect(interpretation != nil, "\(axis.id): \(alternative.name)")
        #expect(
          (interpretation == Interpretation()) == (index == 0), "\(axis.id): ours comes first")
      }
      #expect(Interpretation().choosing("other", on: axis.id) == nil)
    }
    #expect(Interpretation().choosing("allow", on: "other") == nil)
  }
}
