import JSONSchema
import JSONText
import SchemaRules
import Testing

/// Failures that random schemas and documents have found: each row was once reported differently.
@Suite("Errors under schemas of any kind")
struct ReportedErrorsTests {
  @Test(
    "Each error has its place, and the errors are in order",
    arguments: [
      (
        ##"{"unevaluatedProperties":{"$ref":"#/$defs/any"},"anyOf":[{"required":["a"]},{"required":["b"]}],"$defs":{"any":true}}"##,
        #"{"a":1}"#, [], "unevaluated members may be anything, as a reference says"
      ),
      (
        ##"{"unevaluatedItems":{"$ref":"#/$defs/any"},"anyOf":[{"minItems":1},{"maxItems":9}],"$defs":{"any":{}}}"##,
        "[1]", [], "elements may be unevaluated too"
      ),
      (
        ##"""
        {"anyOf":[{"additionalProperties":{"required":["q"]}},{"properties":{"x":{"enum":[1],"$ref":
          "#/$defs/d"}}}],"$defs":{"d":{"properties":{"x":{"properties":{"x":{"patternProperties":
          {"b$":{}}}},"anyOf":[{"required":["n"]},{"required":["m"]}]}}}}}
        """##, #"{"":{},"x":{"x":{"x":{"":true}}}}"#,
        ["/x 11..<12", "/x/x 16..<17", "/x/x/n 16..<17", " 0..<1"],
        "a value does not count as completely read if an earlier failure ended the reading"
      ),
      (
        ##"""
        {"if":{"if":{"properties":{"abcdefg":{"$ref":"#/$defs/d"}},"anyOf":[
          {"properties":{"a":{"enum":[]}},"required":["a"]},
          {"properties":{"a":{"enum":[]}},"required":["a"]}]},
          "unevaluatedProperties":{"not":{"$ref":"#/$defs/d"}}},"then":false,
          "$defs":{"d":{"not":{"unevaluatedItems":false}}}}
        """##, #"{"abcdefg":{},"":{}}"#, [" 0..<1"],
        "its verdict is not remembered either"
      ),
      (
        #"{"properties":{"abc":false}}"#, #"{"\u0061bc":1}"#, ["/abc 1..<11"],
        "the range of a forbidden member's name is as long as its spelling"
      ),
      (
        #"{"properties":{"b":{"type":"string"}},"allOf":[{"additionalProperties":false}]}"#,
        #"{"b":1}"#, ["/b 1..<4", "/b 5..<6"],
        "other schemas still apply to a forbidden member"
      ),
      (
        #"{"properties":{"b":{"properties":{"c":false}}},"allOf":[{"additionalProperties":false}]}"#,
        #"{"b":{"c":[{}]},"d":0}"#, ["/b 1..<4", "/b/c 6..<9", "/d 16..<19"],
        "also inside it, and the document continues after it"
      ),
      (
        #"{"required":["z"],"anyOf":[{"required":["a"]},{"required":["b"]}],"unevaluatedProperties":false}"#,
        #"{"a":1}"#, ["/a 1..<4", "/z 0..<1"],
        "an unevaluated member comes before a missing one"
      ),
      (
        #"{"anyOf":[{"minItems":1},{"maxItems":9}],"unevaluatedItems":false}"#, "[[1,2],3]",
        ["/0 1..<2", "/1 7..<8"], "the bracket of an unevaluated element that is a container"
      ),
    ] as [(String, String, [String], Comment)])
  func errors(
    _ schema: String, _ document: String, _ expected: [String], _ reason: Comment
  ) throws {
    let validator = try Validator(Schema(jsonSchema: Array(schema.utf8)))
    let errors = validator.validate(document).errors
    #expect(errors.map { "\($0.pointer) \($0.byteRange)" } == expected, reason)
  }

  @Test(
    "A duplicate member name is reported before later faults",
    arguments: [
      (#"{"a":1,"a""#, "the document ends after the name"),
      (#"{"a":1,"a":"#, "the document ends after the colon"),
      (#"{"a":1,"a" 2}"#, "no colon follows"),
      (#"{"a":1,"\u0061"]"#, "with an escape, and no colon follows"),
      (#"{"b":1,"c":2,"b"}"#, "of a name beyond the first 64"),
    ] as [(String, Comment)])
  func duplicates(_ document: String, _ reason: Comment) throws {
    let names = ["a"] + (0..<70).map { "n\($0)" } + ["b"]
    let properties = names.map { #""\#($0)":{}"# }.joined(separator: ",")
    for schema in [
      "{}", #"{"properties":{"a":true,"b":true}}"#, "{\"properties\":{\(properties)}}",
    ] {
      let validator = try Validator(Schema(jsonSchema: Array(schema.utf8)))
      guard case .malformed(let fault) = JSONText.check(Array(document.utf8)) else {
        Issue.record("\(document)")
        continue
      }
      #expect(validator.validate(document).fault == fault, reason)
    }
  }
}
