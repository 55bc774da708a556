import JSONText
import SchemaEvaluation
import SchemaRules
import Testing

/// A result must not reveal a secret: no value of a secret schema, and no name inside it that only the document
/// contains.
@Suite("Secrets in results")
struct EvaluationSecretsTests {
  /// Schemas in which `secret` must not be shown, instances that contain it, and the place that the result shows
  /// instead.
  static let rows: [(why: String, schema: String, instance: String, place: String)] = [
    (
      "the value of a secret field",
      #"{"properties":{"key":{"writeOnly":true,"maxLength":2}}}"#, #"{"key":"secret"}"#, "/key"
    ),
    (
      "a value that is not in the enumeration",
      #"{"properties":{"key":{"writeOnly":true,"enum":["a"]}}}"#, #"{"key":"secret"}"#, "/key"
    ),
    (
      "an undeclared name in a secret object",
      #"{"properties":{"key":{"writeOnly":true,"additionalProperties":false}}}"#,
      #"{"key":{"secret":1}}"#, "/key"
    ),
    (
      "a value inside an undeclared name",
      #"{"properties":{"key":{"writeOnly":true,"patternProperties":{"":{"items":{"type":"null"}}}}}}"#,
      #"{"key":{"secret":[1]}}"#, "/key"
    ),
    (
      "a declared name is not secret, but an undeclared one inside it is",
      #"{"writeOnly":true,"properties":{"a":{"unevaluatedProperties":false}}}"#,
      #"{"a":{"secret":1}}"#, "/a"
    ),
    (
      "another schema marks the value as secret after its name was evaluated",
      #"{"allOf":[{"properties":{"key":{"additionalProperties":false}}},{"properties":{"key":{"writeOnly":true}}}]}"#,
      #"{"key":{"secret":1}}"#, "/key"
    ),
    (
      "a reference leads to the secret schema",
      ##"{"$ref":"#/$defs/s","additionalProperties":false,"$defs":{"s":{"format":"password"}}}"##,
      #"{"secret":1}"#, ""
    ),
    (
      "the name itself is wrong",
      #"{"writeOnly":true,"propertyNames":{"maxLength":2}}"#, #"{"secret":1}"#, ""
    ),
    (
      "annotations that list names",
      #"{"properties":{"a":{"type":"null"},"key":{"writeOnly":true,"additionalProperties":true,"patternProperties":{"x":true}}}}"#,
      #"{"a":1,"key":{"secret":1,"secretx":1}}"#, "/a"
    ),
  ]

  @Test("are not in any format", arguments: rows.indices)
  func hidden(_ index: Int) throws {
    let row = Self.rows[index]
    let unit = try EvaluationTests.evaluate(row.schema, row.instance)
    #expect(unit.verdict == .invalid)
    for format in OutputFormat.allCases {
      var writer = JSONWriter()
      unit.write(as: format, to: &writer)
      #expect(!writer.text.contains("secret"), "\(row.why)")
    }
    #expect(Self.places(of: unit) == [row.place], "\(row.why)")
  }

  @Test("listed names are shown if they are not secret")
  func shown() throws {
    let unit = try EvaluationTests.evaluate(
      #"{"properties":{"a":{"additionalProperties":true}}}"#, #"{"a":{"b":1}}"#)
    #expect(
      unit.details.first?.annotations == [Named("additionalProperties", .array([.string("b")]))])
  }

  private static func places(of unit: EvaluationUnit) -> Set<String> {
    var places: Set<String> = unit.errors.isEmpty ? [] : [unit.instanceLocation.description]
    for inner in unit.details { places.formUnion(self.places(of: inner)) }
    return places
  }
}
