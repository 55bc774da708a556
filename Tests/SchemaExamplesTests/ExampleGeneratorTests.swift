import BackupDestinations
import ECMARegex
import JSONSchema
import JSONText
import SchemaExamples
import SchemaRules
import Testing

@Suite("Generated examples")
struct ExampleGeneratorTests {
  static func text(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.value(value)
    return writer.text
  }

  struct Row: CustomTestStringConvertible {
    let schema: String
    let shortest: String?
    let full: String?
    let reason: String
    var testDescription: String { reason }

    init(_ schema: String, _ shortest: String?, _ full: String?, _ reason: String) {
      self.schema = schema
      self.shortest = shortest
      self.full = full
      self.reason = reason
    }
  }

  @Test(arguments: [
    Row(
      #"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"required":["b"]}"#,
      #"{"b":0}"#, #"{"b":0,"a":"text"}"#, "optional members are in the full one"),
    Row(
      #"{"type":"string","minLength":3,"pattern":"^[a-z]+-[0-9]$"}"#, #""a-0""#, #""a-0""#,
      "a pattern"),
    Row(
      #"{"type":"string","minLength":9,"pattern":"^[a-c]+$"}"#, #""aaaaaaaaa""#, #""aaaaaaaaa""#,
      "a pattern and a length"),
    Row(#"{"type":"string","pattern":"^(?!a)[a-c]$"}"#, #""b""#, #""b""#, "a lookahead"),
    Row(
      #"{"type":"string","format":"date-time"}"#, #""2026-01-01T00:00:00Z""#,
      #""2026-01-01T00:00:00Z""#, "a format"),
    Row(
      #"{"type":"number","exclusiveMinimum":0,"maximum":0.5,"multipleOf":0.25}"#, "0.5", "0.5",
      "bounds and a step"),
    Row(
      #"{"type":"integer","minimum":9007199254740993}"#, "9007199254740993", "9007199254740993",
      "beyond a double"),
    Row(#"{"enum":[{"a":1},2]}"#, #"{"a":1}"#, #"{"a":1}"#, "a list of values"),
    Row(#"{"allOf":[{"enum":[1,2,3]},{"enum":[3,4]}]}"#, "3", "3", "two lists of values"),
    Row(
      #"{"oneOf":[{"type":"object","required":["a"]},{"type":"null"}]}"#, #"{"a":""}"#,
      #"{"a":"text"}"#, "null is the last choice"),
    Row(
      #"{"oneOf":[{"type":"object","properties":{"a":{"type":"array","items":{"type":"integer"}}}},{"type":"object","properties":{"a":{"type":"array","items":{"type":"string"}}}}]}"#,
      #"{"a":[0]}"#, #"{"a":[0]}"#,
      "an optional member distinguishes alternatives if it is not empty"
    ),
    Row(
      #"{"oneOf":[{"properties":{"a":true}},{"required":["a"]}]}"#, "{}", nil,
      "alternatives that overlap"),
    Row(
      #"{"type":"array","items":{"enum":["a","b","c"]},"minItems":3,"uniqueItems":true}"#,
      #"["a","b","c"]"#, #"["a","b","c"]"#, "different elements"),
    Row(
      #"{"type":"array","contains":{"const":7},"items":{"type":"integer"}}"#, "[7]", "[7]",
      "contains"),
    Row(
      ##"{"$ref":"#/$defs/n","$defs":{"n":{"type":"object","required":["v"],"properties":{"v":{"type":"null"},"n":{"$ref":"#/$defs/n"}}}}}"##,
      #"{"v":null}"#, #"{"v":null}"#, "recursion ends"),
    Row(
      ##"{"$ref":"#/$defs/n","$defs":{"n":{"anyOf":[{"type":"object","required":["n"],"properties":{"n":{"$ref":"#/$defs/n"}}},{"type":"boolean"}]}}}"##,
      "true", nil, "the alternative that ends"),
    Row(
      #"{"minProperties":2,"propertyNames":{"pattern":"^x[0-9]$"},"additionalProperties":{"type":"boolean"}}"#,
      nil, nil, "names that a schema requires"),
    Row(
      #"{"if":{"required":["a"]},"then":{"required":["b"]},"properties":{"a":{"const":1},"b":{"const":2}}}"#,
      nil, nil, "a condition"),
    Row(
      #"{"properties":{"a":{"const":1}},"dependentRequired":{"a":["b"]},"dependentSchemas":{"b":{"required":["c"]}}}"#,
      nil, nil, "members that require other members"),
    Row(#"{"not":{"type":["string","object","array"]}}"#, nil, nil, "not"),
    Row(
      #"{"properties":{"a":{"const":1},"b":{"const":2}},"not":{"required":["a","b"]}}"#, nil, nil,
      "members that exclude each other"),
    Row(
      #"{"type":"object","properties":{"a":{"examples":["x"]},"b":{"default":false}}}"#, "{}",
      #"{"a":"x","b":false}"#, "values of the schema"),
    Row(#"{"type":"integer","examples":["wrong",5]}"#, "0", "5", "an example that is not valid"),
    Row(
      #"{"prefixItems":[{"const":1},{"const":2}],"items":false,"minItems":2}"#, "[1,2]", "[1,2]",
      "elements in order"),
    Row(
      #"{"type":"object","properties":{"a":{"const":1}},"unevaluatedProperties":false,"minProperties":1}"#,
      #"{"a":1}"#, #"{"a":1}"#, "nothing else is allowed"),
    Row(
      #"{"oneOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"b":{"type":"string"}}}]}"#,
      #"{"b":0}"#, nil, "what satisfies one alternative violates the other"),
    Row(
      #"{"type":"object","oneOf":[{"properties":{"t":{"enum":["x"]}}},{"properties":{"t":{"enum":["y"]}}}]}"#,
      #"{"t":"x"}"#, #"{"t":"x"}"#, "an optional member distinguishes alternatives"),
    Row(
      #"{"type":"object","properties":{"a":{"oneOf":[{"required":["c"]},{"required":["c"]}]},"b":{"const":1}}}"#,
      "{}", #"{"b":1}"#, "an impossible member is omitted"),
    Row(
      #"{"type":"string","pattern":"^(?=.*[0-9])(?=.*[A-Z])[A-Za-z0-9]{8,12}$"}"#, nil, nil,
      "requirements of lookaheads"),
    Row(
      #"{"type":"object","properties":{"a":{"const":1}},"dependencies":{"a":["b"],"b":{"required":["c"]}}}"#,
      "{}", nil, "the older keyword for members that require others"),
    Row(
      #"{"$schema":"http://json-schema.org/draft-07/schema#","items":[{"const":1}],"additionalItems":{"const":2},"minItems":2}"#,
      "[1,2]", "[1,2]", "the older keywords for elements in order"),
    Row(
      #"{"prefixItems":[{"const":1}],"unevaluatedItems":{"const":2},"minItems":3}"#, "[1,2,2]",
      "[1,2,2]", "elements that no other keyword describes"),
    Row(
      #"{"minProperties":2,"propertyNames":{"enum":["x","y"]},"additionalProperties":{"const":1}}"#,
      #"{"x":1,"y":1}"#, #"{"x":1,"y":1}"#, "names from a list"),
    Row(
      #"{"minProperties":1,"patternProperties":{"^x[0-9]$":{"const":1}},"additionalProperties":false}"#,
      #"{"x0":1}"#, #"{"x0":1}"#, "names that match a pattern"),
    Row(
      #"{"type":"array","items":{"enum":[]}}"#, "[]", "[]", "an impossible element is omitted"),
  ])
  func document(row: Row) throws {
    let schema = try Schema(jsonSchema: Array(row.schema.utf8))
    let generator = try ExampleGenerator(schema)
    let validator = try Validator(schema)
    for (extent, expected) in [(ExampleGenerator.Extent.shortest, row.shortest), (.full, row.full)]
    {
      let text = Self.text(try generator.document(extent))
      #expect(validator.validate(text).outcome == .valid)
      if let expected { #expect(text == expected, "\(extent)") }
    }
  }

  @Test(
    "A schema that no value satisfies has no document, and the failure gives the reason",
    arguments: [
      ("false", "for the document"),
      (#"{"type":"string","minLength":2,"maxLength":1}"#, "for the document"),
      (#"{"enum":[]}"#, "for the document"),
      (#"{"type":"array","items":{"enum":[]},"minItems":1}"#, "for /0"),
      (
        ##"{"type":"object","required":["n"],"properties":{"n":{"$ref":"#"}}}"##,
        "its values were nested too deeply"
      ),
      // Found by fuzzing: each of 600 attempts went to the depth limit.
      (
        ##"{"type":"object","required":["n"],"additionalProperties":{"$ref":"#"},"properties":{"a":{},"b":{}}}"##,
        "in 20 attempts"
      ),
      (#"{"allOf":[{"type":"string"},{"type":"number"}]}"#, "for the document"),
      (
        #"{"type":"object","required":["a"],"properties":{"a":{"oneOf":[{"type":"null"},{"type":"null"}]}}}"#,
        "/a must satisfy exactly one of 2 alternatives but satisfies more than one"
      ),
    ])
  func nothing(schema: String, obstacle: String) throws {
    let generator = try ExampleGenerator(try Schema(jsonSchema: Array(schema.utf8)))
    for extent in ExampleGenerator.Extent.allCases {
      let failure = #expect(throws: ExampleGenerator.Failure.self) {
        try generator.document(extent)
      }
      #expect(failure?.description.contains(obstacle) == true, "\(failure?.description ?? "")")
    }
  }

  @Test("The bodies of the documented operation have both examples")
  func documented() throws {
    for schema in [AddBackupDestination.request, AddBackupDestination.response] {
      let generator = try ExampleGenerator(schema)
      for extent in ExampleGenerator.Extent.allCases { _ = try generator.document(extent) }
    }
  }

  @Test(
    "Strings from a pattern match it",
    arguments: [
      "^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$", "^(a|bc){2,3}\\1$", "\\bx\\b", "^\\p{Lu}+$",
      "(?<=a)b", "^.{5}$", "^(?=.*\\d)(?=.*[a-z]).{8,}$", "^(?!0+$)[0-9]{4}$",
    ])
  func patterns(source: String) throws {
    let pattern = try Pattern(source)
    let strings = PatternSampler(pattern.syntax).strings(lengths: 0...100)
    #expect(strings.contains { pattern.match($0) == .match })
  }
}
