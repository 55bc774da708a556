import JSONSchema
import JSONText
import SchemaRules
import Testing

/// Choices that the validator makes before it reads an object's members, compared with the evaluator, which makes
/// none.
@Suite("Choices between alternatives")
struct ChoiceComparisonTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let reason: String
    let schema: String
    let instances: [String]

    var testDescription: String { reason }
  }

  static let rows = [
    Row(
      reason: "closed alternatives that require different members",
      schema: """
        {"oneOf":[
          {"required":["name","before"],"properties":{"name":{"type":"string"},"before":{"type":"string"}},
           "additionalProperties":false},
          {"required":["name","after"],"properties":{"name":{"type":"string"},"after":{"type":"string"}},
           "additionalProperties":false}]}
        """,
      instances: [
        #"{"name":"a","before":"b"}"#, #"{"name":"a","after":1}"#,
        #"{"name":"a","before":"b","after":"c"}"#, #"{"name":"a"}"#, "{}", "[]",
      ]),
    Row(
      reason: "open alternatives that require different members",
      schema: """
        {"properties":{"a":{"maximum":5}},"anyOf":[
          {"required":["a"],"properties":{"a":{"type":"integer"}}},
          {"required":["b"],"properties":{"b":{"type":"string"}}},
          {"anyOf":[{"required":["c"]},{"required":["d"]}],"minProperties":2}]}
        """,
      instances: [
        #"{"a":1}"#, #"{"a":9}"#, #"{"a":"x","b":"y"}"#, #"{"b":1}"#, #"{"c":1}"#,
        #"{"d":1,"e":2}"#, "{}",
      ]),
    Row(
      reason: "a closed alternative, and one that requires a member that the other does not allow",
      schema: """
        {"oneOf":[
          {"properties":{"list":{"type":"array"}},"additionalProperties":false},
          {"required":["kind"],"if":{"properties":{"kind":{"const":"x"}}},"then":{"required":["y"]},
           "else":{"properties":{"kind":{"enum":["u","v"]}}}}]}
        """,
      instances: [
        #"{"list":[]}"#, #"{"kind":"x"}"#, #"{"kind":"x","y":1}"#, #"{"kind":"u"}"#,
        #"{"kind":"w"}"#, #"{"list":1,"kind":"u"}"#, "{}",
      ]),
    Row(
      reason: "conditions inside the branches of conditions on one member",
      schema: """
        {"if":{"properties":{"v":{"enum":["1","2","3"]}}},
         "then":{"if":{"properties":{"v":{"const":"1"}}},"then":{"required":["one"]},
           "else":{"if":{"properties":{"v":{"const":"2"}}},"then":{"required":["two"]},
             "else":{"properties":{"v":{"type":["string","null"]}}}}},
         "else":{"required":["other"]}}
        """,
      instances: [
        #"{"v":"1"}"#, #"{"v":"1","one":1}"#, #"{"v":"2"}"#, #"{"v":"3"}"#, #"{"v":"4"}"#,
        #"{"v":null,"other":1}"#, "{}",
      ]),
    Row(
      reason: "scalars with several rules",
      schema: """
        {"items":{"oneOf":[{"type":"string","enum":["red","green"]},
          {"type":"string","pattern":"^#[0-9a-f]{6}$"},
          {"type":"number","multipleOf":3},{"type":"number","multipleOf":5},{"const":null},{"type":["null"]}]}}
        """,
      instances: [
        ##"["red","#00ff00","blue",3,5,15,7,null,true]"##, #"["green"]"#, "[15]", "[null]",
        "[3,5,6]",
      ]),
  ]

  @Test("give the same verdicts and errors as the evaluator", arguments: rows)
  func choices(_ row: Row) throws {
    try EngineComparisonTests.compare(
      Schema(jsonSchema: Array(row.schema.utf8)), JSONValue(parsing: Array(row.schema.utf8)),
      row.instances.map { try JSONValue(parsing: Array($0.utf8)) }, seed: 1, count: 1000, row.reason
    )
  }
}
