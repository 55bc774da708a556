import JSONSchema
import SchemaRules
import Testing

/// Combinations of keywords that apply other schemas to the same value.
@Suite("Combinations of applicators")
struct ApplicatorTests {
  struct Row: Sendable {
    var schema: String
    var valid: [String]
    var invalid: [String]
    var reason: String
  }

  static let rows: [Row] = [
    Row(
      schema: #"{"allOf":[{"patternProperties":{"^x":true}}],"unevaluatedProperties":false}"#,
      valid: ["{}", #"{"x1":1}"#], invalid: [#"{"x1":1,"y":1}"#],
      reason: "a pattern evaluates members"),
    Row(
      schema: """
        {"anyOf":[{"properties":{"a":{"type":"integer"}},"required":["a"]},{"properties":{"b":true},"required":["b"]}],
        "unevaluatedProperties":false}
        """,
      valid: [#"{"a":1}"#, #"{"b":1}"#, #"{"a":1,"b":2}"#],
      invalid: [#"{"a":1,"c":1}"#, #"{"a":"x","b":1}"#, "{}"],
      reason: "only alternatives that the object satisfies evaluate members"),
    Row(
      schema: """
        {"if":{"properties":{"a":{"const":1}},"required":["a"]},"then":{"properties":{"b":true}},
        "else":{"properties":{"c":true}},"unevaluatedProperties":false}
        """,
      valid: [#"{"a":1,"b":1}"#, #"{"c":1}"#, #"{"a":1}"#],
      invalid: [#"{"a":1,"c":1}"#, #"{"a":2}"#, #"{"b":1}"#],
      reason: "a condition evaluates members if it holds, and then the branch that applies"),
    Row(
      schema: """
        {"dependentSchemas":{"a":{"properties":{"a":true,"b":true}}},"unevaluatedProperties":false}
        """,
      valid: [#"{"a":1,"b":1}"#, "{}"], invalid: [#"{"b":1}"#, #"{"a":1,"c":1}"#],
      reason: "a dependent schema evaluates members if its member is present"),
    Row(
      schema: """
        {"dependencies":{"a":{"properties":{"a":true,"b":true}},"c":["a"]},"unevaluatedProperties":false}
        """,
      valid: [#"{"a":1,"b":1}"#], invalid: [#"{"b":1}"#, #"{"c":1}"#],
      reason: "the older keyword does so too"),
    Row(
      schema: """
        {"anyOf":[{"required":["x"],"patternProperties":{"^x":true}},{"required":["y"],"additionalProperties":true}],
        "unevaluatedProperties":false}
        """,
      valid: [#"{"x":1,"x2":1}"#, #"{"y":1,"z":1}"#, #"{"x":1,"y":1,"z":1}"#],
      invalid: [#"{"x":1,"z":1}"#, "{}"],
      reason: "an alternative may evaluate the members with some names, or all"),
    Row(
      schema: #"{"prefixItems":[true],"contains":{"type":"string"},"unevaluatedItems":false}"#,
      valid: [#"[1,"a"]"#, #"["a"]"#], invalid: [#"[1,"a",2]"#, "[1]"],
      reason: "the elements that `contains` matches are evaluated"),
    Row(
      schema:
        #"{"anyOf":[{"prefixItems":[true,true]},{"maxItems":1}],"unevaluatedItems":{"type":"null"}}"#,
      valid: ["[1,2]", "[1,2,null]", "[null]"], invalid: ["[1,2,3]"],
      reason: "the other elements satisfy a schema"),
    Row(
      schema: #"{"patternProperties":{"^a":{"type":"string"},"z$":{"minLength":3}}}"#,
      valid: [#"{"abz":"xyz"}"#, #"{"z":1}"#, #"{"a":""}"#],
      invalid: [#"{"abz":"x"}"#, #"{"abz":1}"#],
      reason: "two patterns match one name"),
    Row(
      schema: #"{"properties":{"k":{"allOf":[{"enum":["a","b","c"]},{"enum":["b","c","d"]}]}}}"#,
      valid: [#"{"k":"b"}"#, #"{"k":"c"}"#],
      invalid: [#"{"k":"a"}"#, #"{"k":"d"}"#, #"{"k":"e"}"#, #"{"k":1}"#],
      reason: "two enumerations have some values in common"),
    Row(
      schema: """
        {"oneOf":[{"properties":{"k":{"const":"a"},"v":{"type":"integer"}},"required":["k"]},
        {"properties":{"k":{"not":{"const":"a"}},"v":{"type":"string"}},"required":["k"]}]}
        """,
      valid: [#"{"k":"a","v":1}"#, #"{"k":"b","v":"x"}"#, #"{"k":1}"#],
      invalid: [#"{"k":"a","v":"x"}"#, #"{"k":"b","v":1}"#, "{}"],
      reason: "a discriminator with one value, or with any other"),
    Row(
      schema: """
        {"oneOf":[{"properties":{"k":{"enum":["a","b"]},"v":{"type":"integer"}},"required":["k","v"]},
        {"properties":{"k":{"not":{"enum":["a","b"]}},"v":{"type":"string"}}},
        {"properties":{"k":{"const":"b"},"v":{"type":"null"}},"required":["k","v"]}]}
        """,
      valid: [
        #"{"k":"a","v":1}"#, #"{"k":"b","v":1}"#, #"{"k":"b","v":null}"#, #"{"k":"c"}"#, "{}",
      ],
      invalid: [#"{"k":"a"}"#, #"{"k":"b","v":"x"}"#, #"{"k":"c","v":1}"#],
      reason: "discriminators that share a value"),
    Row(
      schema: """
        {"anyOf":[{"properties":{"k":{"type":"boolean"},"v":{"type":"integer"}},"required":["k"]},
        {"properties":{"k":{"type":"null"},"v":{"type":"string"}},"required":["k"]}]}
        """,
      valid: [#"{"k":true,"v":1}"#, #"{"k":null,"v":"x"}"#],
      invalid: [#"{"k":false,"v":"x"}"#, #"{"k":null,"v":1}"#, #"{"k":"a"}"#, "{}"],
      reason: "a discriminator by type"),
    Row(
      schema: """
        {"if":{"anyOf":[{"properties":{"k":{"const":"a"}},"required":["k"]},{"properties":{"k":{"const":"b"}},
        "required":["k"]}]},"then":{"required":["v"]},"else":{"not":{"required":["v"]}}}
        """,
      valid: [#"{"k":"a","v":1}"#, #"{"k":"c"}"#, "{}", "1"],
      invalid: [#"{"k":"b"}"#, #"{"k":"c","v":1}"#],
      reason: "a condition that consists of alternatives"),
    Row(
      schema: #"{"properties":{"d":{"format":"date"}},"propertyNames":{"format":"date-time"}}"#,
      valid: ["{}"], invalid: [#"{"d":"\u0032024-02-30"}"#],
      reason: "a format of a string with escapes, and of a name"),
    Row(
      schema: #"{"const":{"a":[1,{"b":2}]}}"#, valid: [#"{"\u0061":[1.0,{"b":2e0}]}"#],
      invalid: [#"{"a":[1,{"b":3}]}"#, #"{"a":[1]}"#, "1"],
      reason: "equal values may be spelled differently"),
    Row(
      schema: """
        {"$ref":"#/$defs/n","$defs":{"n":{"anyOf":[{"type":"object","properties":{"a":{"$ref":"#/$defs/n"}},
        "required":["a"]},{"type":"object","properties":{"a":{"$ref":"#/$defs/n"}},"maxProperties":0}]}}}
        """,
      valid: [nested(300, "{}")], invalid: [nested(300, "1"), nested(300, #"{"b":1}"#)],
      reason: "alternatives at each of many levels"),
  ]

  private static func nested(_ depth: Int, _ leaf: String) -> String {
    String(repeating: #"{"a":"#, count: depth) + leaf + String(repeating: "}", count: depth)
  }

  @Test(arguments: rows.indices) func verdicts(index: Int) throws {
    let row = Self.rows[index]
    let schema = try Schema(
      jsonSchema: Array(row.schema.utf8), options: JSONSchemaOptions(assertsFormat: true))
    let validator = try Validator(schema)
    for (documents, outcome) in [
      (row.valid, ValidationResult.Outcome.valid), (row.invalid, .invalid),
    ] {
      for document in documents {
        #expect(validator.validate(document).outcome == outcome, "\(row.reason): \(document)")
      }
    }
  }

  /// A string on which matching the pattern below exceeds a limit.
  private static let slow = #""\#(String(repeating: "a", count: 40))!""#
  private static let gaveUp = #"{"pattern":"^(a+)+\\1$"}"#

  /// If a limit leaves a question open, there is a verdict only if the answer does not matter.
  @Test(
    "Limits in applicators",
    arguments: [
      (#"{"not":S}"#, nil, "the negation of an open question"),
      (#"{"anyOf":[S,{"minLength":50}]}"#, nil, "the other alternative is violated"),
      (#"{"anyOf":[S,{"minLength":5}]}"#, true, "the other alternative is satisfied"),
      (#"{"oneOf":[S,{"minLength":5}]}"#, nil, "the open alternative might be a second one"),
      (#"{"oneOf":[S,{"minLength":5},{"minLength":6}]}"#, false, "two others are satisfied"),
      (#"{"allOf":[S,{"minLength":50}]}"#, nil, "a limit comes before violations"),
      (
        #"{"if":S,"then":{"minLength":50},"else":{"minLength":60}}"#, false,
        "both branches are violated"
      ),
      (
        #"{"if":S,"then":{"minLength":5},"else":{"minLength":6}}"#, true,
        "both branches are satisfied"
      ),
      (#"{"if":S,"then":{"minLength":5},"else":{"minLength":60}}"#, nil, "the branches differ"),
    ] as [(String, Bool?, String)])
  func openQuestions(schema: String, isValid: Bool?, reason: String) throws {
    try expect(schema, Self.slow, isValid, reason)
  }

  @Test(
    "Limits in applicators to containers",
    arguments: [
      (#"{"contains":S}"#, "[V]", nil, "the element may match"),
      (#"{"contains":S}"#, #"[V,"aa"]"#, true, "another element matches"),
      (#"{"contains":S,"maxContains":1}"#, #"[V,"aa"]"#, nil, "two elements may match"),
      (#"{"contains":S,"maxContains":1}"#, #"[V,"aa","aaaa"]"#, false, "two others match"),
      (#"{"contains":S,"minContains":3}"#, #"[V,"aa"]"#, false, "too few match in any case"),
      (
        #"{"anyOf":[{"properties":{"a":S}},{"required":["b"]}],"unevaluatedProperties":false}"#,
        #"{"a":V}"#, nil, "undecided whether the member is evaluated"
      ),
      (
        #"{"allOf":[{"patternProperties":{"^(a+)+\\1$":true}}],"unevaluatedProperties":false}"#,
        "{V:1}", nil, "undecided whether the pattern matches the name"
      ),
      (
        #"{"patternProperties":{"^(a+)+\\1$":{"type":"string"}}}"#, "{V:1}", nil,
        "undecided whether the schema applies"
      ),
    ] as [(String, String, Bool?, String)])
  func openQuestionsInContainers(
    schema: String, document: String, isValid: Bool?, reason: String
  ) throws {
    try expect(
      schema,
      document.split(separator: "V", omittingEmptySubsequences: false).joined(separator: Self.slow),
      isValid, reason)
  }

  private func expect(_ schema: String, _ document: String, _ isValid: Bool?, _ reason: String)
    throws
  {
    let text = schema.split(separator: "S", omittingEmptySubsequences: false)
      .joined(separator: Self.gaveUp)
    let result = try Validator(Schema(jsonSchema: Array(text.utf8))).validate(document)
    let expected: ValidationResult.Outcome =
      isValid.map { $0 ? .valid : .invalid } ?? .indeterminate
    #expect(result.outcome == expected, "\(reason)")
  }
}
