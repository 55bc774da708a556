import JSONSchema
import JSONText
import SchemaRules
import Testing

@Suite("Problems in the text of a schema")
struct SchemaProblemTests {
  /// A text and its problems.
  struct Row: Sendable, CustomTestStringConvertible {
    let schema: String
    let problems: [String]
    let reason: String
    var dialect = Dialect.draft2020

    var testDescription: String { reason }
  }

  @Test(arguments: json + keywords + references + dialects)
  func problems(_ row: Row) {
    #expect(Self.problems(row.schema, row.dialect) == row.problems)
  }

  static func problems(
    _ schema: String, _ dialect: Dialect = .draft2020, limits: JSONSchemaLimits = .init()
  ) -> [String] {
    let options = JSONSchemaOptions(
      name: "s.json", dialect: dialect, lookup: lookup, limits: limits)
    do throws(JSONSchemaError) {
      _ = try JSONSchemaReader.read(Array(schema.utf8), options: options)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  /// The texts to which schemas of the tables refer.
  @Sendable static func lookup(_ uri: String) throws -> SchemaGraph.Document? {
    let texts = [
      "broken.json": "{",
      "wrong.json": #"{"type": 1}"#,
      "good.json": #"{"$defs": {"a": {"type": "string"}}}"#,
      "meta.json": #"""
      {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "meta.json",
      "$vocabulary": {"https://json-schema.org/draft/2020-12/vocab/core": true},
      "properties": {"name": {"type": "string"}}, "required": ["name"]}
      """#,
      "strange.json": #"""
      {"$schema": "https://json-schema.org/draft/2020-12/schema",
      "$vocabulary": {"https://example.com/vocab": true}}
      """#,
      "own.json": #"""
      {"$schema": "own.json", "$vocabulary": {"https://json-schema.org/draft/2019-09/vocab/core": true},
      "properties": {"name": {"$ref": "https://json-schema.org/draft/2019-09/schema"}}}
      """#,
      "plain.json": #"{"maxProperties": 1}"#,
      "circle.json": #"{"$schema": "circle.json"}"#,
    ]
    struct Refused: Error {}
    if uri == "refused.json" { throw Refused() }
    return texts[uri].map { SchemaGraph.Document(name: uri, bytes: Array($0.utf8)) }
  }

  @Test(
    arguments: [
      (
        JSONSchemaLimits(nodes: 2), #"{"allOf": [true, {}]}"#,
        [
          "s.json:1:18: the schema reaches more than 2 schemas, the limit \"nodes\""
        ], "one more than the limit"
      ),
      (JSONSchemaLimits(nodes: 3), #"{"allOf": [true, {}]}"#, [], "as many as the limit"),
      (
        JSONSchemaLimits(bytes: 3), #"{  }"#,
        [
          "s.json:1:1: the schemas have more than 3 bytes, the limit \"bytes\""
        ], "one byte more"
      ),
      (
        JSONSchemaLimits(problems: 1), #"{"minLength": -1, "maxLength": -1}"#,
        [
          "s.json:1:15: /minLength must be at least 0 [minLength]"
        ], "two problems"
      ),
    ] as [(JSONSchemaLimits, String, [String], Comment)])
  func limits(
    _ limits: JSONSchemaLimits, _ schema: String, _ expected: [String], _ reason: Comment
  ) {
    #expect(Self.problems(schema, limits: limits) == expected, reason)
  }

  @Test func excessiveNesting() {
    let count = 511
    let schema =
      String(repeating: #"{"not":"#, count: count) + "true" + String(repeating: "}", count: count)
    #expect(Self.problems(schema) == [])
    let deeper =
      String(repeating: #"{"not":"#, count: 600) + "true" + String(repeating: "}", count: 600)
    #expect(
      Self.problems(deeper) == ["s.json:1:3585: the text exceeds the limit \"depth\", 512"])
  }

  /// Whatever byte is at whatever position of a text, reading it succeeds or returns problems and never traps.
  @Test func someBytesAtEveryOffset() {
    let schema = Array(
      ##"{"$id":"a","$ref":"#/$defs/%41","$defs":{"A":{"enum":[1.5e3],"minLength":2.0,"items":[{}]}}}"##
        .utf8)
    for place in schema.indices {
      for byte in Array(#""{}[]:,0-#/~%\et"#.utf8) {
        var changed = schema
        changed[place] = byte
        _ = Self.problems(String(decoding: changed, as: UTF8.self))
        _ = Self.problems(String(decoding: changed, as: UTF8.self), .draft4)
      }
      _ = Self.problems(String(decoding: schema[..<place], as: UTF8.self))
    }
  }
}
