import JSONSchema
import SchemaRules
import Testing

@Suite("Checks of the rules of a schema")
struct SchemaLinterTests {
  /// A text and its problems.
  struct Row: Sendable, CustomTestStringConvertible {
    let schema: String
    /// The kind, line, column, message and keyword.
    let problems: [String]
    let reason: String
    var dialect = Dialect.draft2020

    var testDescription: String { reason }
  }

  static let contradictions = [
    Row(
      schema: #"{"minLength": 5, "maxLength": 3}"#,
      problems: [
        "emptyRange 1:18: no value satisfies both `minLength` 5 and `maxLength` 3 [maxLength]"
      ],
      reason: "no length is possible"),
    Row(schema: #"{"minItems": 3, "maxItems": 3}"#, problems: [], reason: "one length is left"),
    Row(
      schema: #"{"contains": {}, "maxContains": 0}"#,
      problems: [
        "emptyRange 1:18: no value satisfies both `minContains` 1 and `maxContains` 0 [maxContains]"
      ], reason: "an element must satisfy `contains` unless `minContains` is 0"),
    Row(
      schema: #"{"contains": {}, "minContains": 0, "maxContains": 0}"#, problems: [],
      reason: "no element may satisfy `contains`"),
    Row(
      schema: #"{"minimum": 1e400, "maximum": 10}"#,
      problems: [
        "emptyRange 1:20: no value satisfies both `minimum` 1e400 and `maximum` 10 [maximum]"
      ],
      reason: "numbers of any size are compared"),
    Row(
      schema: #"{"minimum": 1.50, "maximum": 15e-1}"#, problems: [],
      reason: "by value, not by spelling"),
    Row(
      schema: #"{"minimum": 3, "exclusiveMaximum": 3}"#,
      problems: [
        "emptyRange 1:16: no value satisfies both `minimum` 3 and `exclusiveMaximum` 3 "
          + "[exclusiveMaximum]"
      ], reason: "an exclusive bound"),
    Row(
      schema: #"{"minimum": 3, "maximum": 3, "exclusiveMinimum": true}"#,
      problems: [
        "emptyRange 1:16: no value satisfies both `exclusiveMinimum` 3 and `maximum` 3 [maximum]"
      ], reason: "draft 4 spells it as a flag", dialect: .draft4),
    Row(
      schema: #"{"type": "string", "enum": [1, "a", null]}"#,
      problems: [
        "impossibleValue 1:29: the value can never be valid: it must be a string, not a number [enum]",
        "impossibleValue 1:37: the value can never be valid: it must be a string, not null [enum]",
      ], reason: "listed values of other types"),
    Row(
      schema: #"{"const": "abc", "maxLength": 2}"#,
      problems: [
        "impossibleEnumeration 1:2: no value of `const` is valid: it must have at most 2 code points; "
          + "it has 3 [const]"
      ], reason: "the only value is too long"),
    Row(
      schema: #"{"enum": ["a", "b"], "pattern": "^[a-z]$"}"#, problems: [],
      reason: "all listed values match"),
    Row(
      schema: #"{"required": ["b", "c"], "properties": {"b": {}}, "additionalProperties": false}"#,
      problems: ["forbiddenMember 1:2: the member \"c\" is both required and forbidden [required]"],
      reason: "a required member that no keyword allows"),
    Row(
      schema:
        #"{"required": ["b"], "patternProperties": {"^b": {}}, "additionalProperties": false}"#,
      problems: [], reason: "a pattern allows it"),
    Row(
      schema:
        #"{"required": ["e\u0301"], "properties": {"\u00e9": {}}, "additionalProperties": false}"#,
      problems: [
        "forbiddenMember 1:2: the member \"e\u{301}\" is both required and forbidden [required]"
      ],
      reason: "names are compared as bytes"),
    Row(
      schema: #"{"required": ["a", "b"], "maxProperties": 1}"#,
      problems: [
        "forbiddenMember 1:2: contradicts `maxProperties`: the value must have at most 1 member; "
          + "it has 2 [required]"
      ], reason: "more members than fit"),
    Row(
      schema: #"{"prefixItems": [true], "items": false, "minItems": 2}"#,
      problems: ["forbiddenMember 1:41: the element 1 is both required and forbidden [minItems]"],
      reason: "more elements than are allowed"),
    Row(
      schema: #"{"allOf": [{"type": "string"}, {"type": "object"}]}"#,
      problems: ["disjointTypes 1:2: no value is valid: `allOf` allow no type in common [allOf]"],
      reason: "schemas that no value satisfies together"),
    Row(
      schema: ##"{"type": "null", "$ref": "#/$defs/a", "$defs": {"a": {"type": "number"}}}"##,
      problems: [
        "disjointTypes 1:18: no value is valid: `type` and `$ref` allow no type in common [$ref]"
      ], reason: "through a reference"),
    Row(
      schema: #"{"$defs": {"a": {"minItems": 1, "maxItems": 0}}}"#,
      problems: [
        "emptyRange 1:33: no value satisfies both `minItems` 1 and `maxItems` 0 [maxItems]"
      ],
      reason: "an unreferenced schema"),
    Row(
      schema: #"{"allOf": [{"minimum": 5}, {"maximum": 3}]}"#,
      problems: ["emptyRange 1:1: no value satisfies both `minimum` 5 and `maximum` 3"],
      reason: "bounds in schemas that apply together"),
    Row(
      schema: ##"{"$ref": "#/$defs/a", "$defs": {"a": {"minItems": 1, "maxItems": 0}}}"##,
      problems: [
        "emptyRange 1:54: no value satisfies both `minItems` 1 and `maxItems` 0 [maxItems]"
      ], reason: "reported at its own position, not at the reference"),
    Row(
      schema:
        #"{"allOf": [{"required": ["a"]}, {"properties": {"b": {}}, "additionalProperties": false}]}"#,
      problems: ["forbiddenMember 1:1: the member \"a\" is both required and forbidden"],
      reason: "`additionalProperties` does not see the properties of other schemas"),
    Row(schema: "false", problems: [], reason: "a schema that explicitly rejects everything"),
  ]

  static let unreachable = [
    Row(
      schema: #"{"type": "object", "anyOf": [{"type": "string"}, {"minProperties": 1}, false]}"#,
      problems: [
        "impossibleAlternative 1:30: is never satisfied: it allows a string, but the enclosing schema allows an "
          + "object [anyOf]"
      ], reason: "an alternative of another type; `false` says that it never applies"),
    Row(
      schema: #"{"type": ["integer", "null"], "oneOf": [{"type": "number"}, {"const": null}]}"#,
      problems: [], reason: "alternatives that share a type"),
    Row(
      schema: #"{"enum": ["a"], "if": {"type": "array"}, "then": {}}"#,
      problems: [
        "impossibleAlternative 1:17: is never satisfied: it allows an array, but the enclosing schema allows a "
          + "string [if]"
      ], reason: "a condition of another type"),
    Row(
      schema: #"{"type": "string", "minimum": 1}"#,
      problems: [
        "ignoredKeyword 1:20: has no effect: it applies to a number, and the schema only allows a string "
          + "[minimum]"
      ], reason: "a keyword for another type"),
    Row(
      schema: #"{"type": "integer", "format": "int64", "minimum": 1}"#, problems: [],
      reason: "keywords for the type, and a format that generators read"),
    Row(
      schema: #"{"if": {}}"#,
      problems: ["ignoredKeyword 1:2: has no effect without `then` or `else` [if]"],
      reason: "a condition that decides nothing"),
    Row(
      schema: #"{"if": {"properties": {"a": {}}}, "unevaluatedProperties": false}"#, problems: [],
      reason: "a condition by which a member counts as evaluated"),
    Row(
      schema: #"{"if": true, "then": {}, "else": {}}"#,
      problems: [
        "ignoredKeyword 1:26: has no effect next to an `if` that every value satisfies [else]"
      ], reason: "a condition that is always true"),
    Row(
      schema: #"{"if": false, "then": {}, "else": {}}"#,
      problems: ["ignoredKeyword 1:15: has no effect next to `if: false` [then]"],
      reason: "a condition that is never true"),
    Row(
      schema: #"{"items": {}, "additionalItems": false}"#,
      problems: [
        "ignoredKeyword 1:15: has no effect without a list of schemas in `items` [additionalItems]"
      ], reason: "`items` applies to all elements", dialect: .draft7),
    Row(
      schema:
        #"{"additionalProperties": {}, "unevaluatedProperties": false, "items": {}, "unevaluatedItems": false}"#,
      problems: [
        "ignoredKeyword 1:30: has no effect next to `additionalProperties` [unevaluatedProperties]",
        "ignoredKeyword 1:75: has no effect next to `items` [unevaluatedItems]",
      ], reason: "no element is left unevaluated"),
    Row(
      schema: #"{"then": {}, "maxContains": 1}"#,
      problems: [
        "ignoredKeyword 1:2: has no effect without `if` [then]",
        "ignoredKeyword 1:14: has no effect without `contains` [maxContains]",
      ], reason: "keywords without the required other keyword"),
  ]

  static let reading = [
    Row(
      schema: #"{"tpye": 1, "format": "dat"}"#,
      problems: [
        "unknownKeyword 1:2: unknown keyword; it has no effect; did you mean `type`? [tpye]",
        "unknownFormat 1:13: unknown format; it is not checked; did you mean `date`? [format]",
      ], reason: "the reader's warnings"),
    Row(
      schema: ##"{"$ref": "#/$defs/b", "$defs": {"a": {"$ref": "other.json"}}}"##,
      problems: [
        "unresolvedReference 1:10: s.json has no schema at #/$defs/b [$ref]",
        "unresolvedReference 1:47: cannot resolve other.json; name its file with "
          + "`--resolve other.json=PATH` [$ref]",
      ], reason: "references without a target, even in unreferenced schemas"),
    Row(
      schema: "{",
      problems: [
        "malformedJSON 1:2: the document ends inside a value; it may have been cut off"
      ], reason: "not JSON"),
    Row(
      schema: #"{"minLength": -1}"#,
      problems: ["invalidSchema 1:15: /minLength must be at least 0 [minLength]"],
      reason: "a violation of the meta-schema"),
    Row(
      schema: ##"{"type": "objekt", "tpye": 1, "pattern": "(", "$ref": "#/nope"}"##,
      problems: [
        #"invalidSchema 1:10: /type must be one of "array", "boolean", "integer", "null", "number", "#
          + #""object", "string" [type]"#,
        "unknownKeyword 1:20: unknown keyword; it has no effect; did you mean `type`? [tpye]",
        "unusablePattern 1:42: not a pattern that conform can match: This parenthesis is never "
          + #"closed; write `)` after the group, or `\(` for the character. (code point 0) [pattern]"#,
        "unresolvedReference 1:55: s.json has no schema at #/nope [$ref]",
      ], reason: "a violation of the meta-schema hides no other problem"),
  ]

  @Test(arguments: contradictions + unreachable + reading)
  func problems(_ row: Row) {
    let options = JSONSchemaOptions(name: "s.json", dialect: row.dialect)
    let problems = SchemaLinter.problems(in: Array(row.schema.utf8), options: options)
    #expect(
      problems.map { "\($0.kind) \($0.description.dropFirst("s.json:".count))" } == row.problems)
  }

  @Test func listsAreLimited() {
    let options = JSONSchemaOptions(limits: JSONSchemaLimits(problems: 1))
    let schema = #"{"a": 1, "b": 1, "minItems": 1, "maxItems": 0, "minLength": 1, "maxLength": 0}"#
    let problems = SchemaLinter.problems(in: Array(schema.utf8), options: options)
    #expect(problems.map(\.kind) == [.unknownKeyword, .emptyRange])
  }

  /// Whatever byte is at whatever position of a text, the checks return its problems and never trap.
  @Test func someBytesAtEveryOffset() {
    let schema = Array(
      ##"{"required":["a"],"properties":{"a":{"$ref":"#"}},"minItems":1,"items":{"const":1,"minimum":2}}"##
        .utf8)
    for place in schema.indices {
      for byte in Array(#""{}[]:,0-#~e"#.utf8) {
        var changed = schema
        changed[place] = byte
        _ = SchemaLinter.problems(in: changed)
      }
    }
  }

  @Test(arguments: SchemaProblem.Kind.allCases)
  func everyKindHasADescription(_ kind: SchemaProblem.Kind) {
    #expect(kind.summary.hasSuffix("."))
  }
}
