import JSONSchema
import JSONText
import SchemaEvaluation
import SchemaRules
import Testing

/// The output for values: places, messages, annotations.
@Suite("Evaluation")
struct EvaluationTests {
  /// A schema, an instance, and the units of `list`. Each unit has the location of its schema if it differs from the
  /// path, the path, the place of the value, and the errors or annotations.
  struct Row: CustomTestStringConvertible, Identifiable, Sendable {
    let why: String
    let schema: String
    let instance: String
    let units: [String]

    var id: String { why }
    var testDescription: String { why }
  }

  static let rows: [Row] = [
    Row(
      why: "a type, in the words of the validator",
      schema: #"{"type":["string","null"]}"#, instance: "1",
      units: [#"   type: must be a string or null, not a number"#]),
    Row(
      why: "a number with a fraction is not an integer",
      schema: #"{"type":"integer"}"#, instance: "1.5",
      units: ["   type: must be an integer, not a number with a fractional part"]),
    Row(
      why: "several keywords, each under its name",
      schema: #"{"minLength":3,"pattern":"^b"}"#, instance: #""a""#,
      units: [
        "   minLength: must have at least 3 code points; it has 1, "
          + "pattern: must match the pattern ^b"
      ]),
    Row(
      why: "all missing members at once, at the object",
      schema: #"{"required":["a","b","c"]}"#, instance: #"{"b":1}"#,
      units: [#"   required: must have the members "a" and "c""#]),
    Row(
      why: "members that another member requires",
      schema: #"{"dependentRequired":{"a":["b"],"c":["d"]}}"#, instance: #"{"a":1,"c":1}"#,
      units: [
        #"   dependentRequired: must have the member "b" if it has "a"; "#
          + #"must have the member "d" if it has "c""#
      ]),
    Row(
      why: "an empty enumeration, which JSON Schema allows",
      schema: #"{"enum":[]}"#, instance: "1",
      units: ["   enum: cannot have any value, because the enumeration is empty"]),
    Row(
      why: "a member that no keyword allows: the schema false has no keyword",
      schema: #"{"additionalProperties":false}"#, instance: #"{"a":1}"#,
      units: [" /additionalProperties /a : is not a known field"]),
    Row(
      why: "the path goes through references, the location does not",
      schema: ##"{"$ref":"#/$defs/x","$defs":{"x":{"items":{"type":"null"}}}}"##, instance: "[1]",
      units: ["#/$defs/x/items /$ref/items /0 type: must be null, not a number"]),
    Row(
      why: "the failure of a branch, and that of the keyword",
      schema: #"{"anyOf":[{"type":"null"},{"minimum":3}]}"#, instance: "1",
      units: [
        "   anyOf: must satisfy at least one of 2 alternatives but satisfies none",
        " /anyOf/0  type: must be null, not a number",
        " /anyOf/1  minimum: must be at least 3",
      ]),
    Row(
      why: "the names that a keyword has evaluated",
      schema:
        #"{"properties":{"a":true,"z":true},"patternProperties":{"^b":true},"#
        + #""unevaluatedProperties":true}"#,
      instance: #"{"c":1,"b":2,"a":3}"#,
      units: [
        #"   properties = ["a"], patternProperties = ["b"], unevaluatedProperties = ["c"]"#
      ]),
    Row(
      why: "the elements that a keyword has evaluated",
      schema: #"{"prefixItems":[true],"contains":{"type":"null"},"unevaluatedItems":true}"#,
      instance: "[1,null,2]",
      units: [
        "   prefixItems = 0, contains = [1], unevaluatedItems = true",
        " /contains /0 type: must be null, not a number",
        " /contains /2 type: must be null, not a number",
      ]),
    Row(
      why: "a failed schema has no annotations, and neither have the schemas inside it",
      schema: #"{"title":"t","type":"null","properties":{"a":{"title":"a"}}}"#,
      instance: #"{"a":1}"#,
      units: ["   type: must be null, not an object"]),
    Row(
      why: "the name of a member has no place that could be annotated",
      schema: #"{"propertyNames":{"title":"t","maxLength":3}}"#, instance: #"{"a":1}"#, units: []),
    Row(
      why: "a name is reported at its object",
      schema: #"{"propertyNames":{"maxLength":3}}"#, instance: #"{"long":1}"#,
      units: [" /propertyNames  maxLength: must have at most 3 code points; it has 4"]),
    Row(
      why: "names are not normalized: two spellings of a letter are two names",
      schema: #"{"properties":{"\u00e1":false}}"#, instance: #"{"a\u0301":1}"#, units: []),
    Row(
      why: "numbers are equal by value, objects in any order",
      schema: #"{"uniqueItems":true}"#, instance: #"[{"a":1,"b":2},{"b":2.0,"a":10e-1}]"#,
      units: ["   uniqueItems: must have no equal elements; elements 0 and 1 are equal"]),
  ]

  @Test("reports errors and annotations", arguments: rows)
  func units(_ row: Row) throws {
    let unit = try Self.evaluate(row.schema, row.instance)
    var found: [String] = []
    Self.list(unit, &found)
    #expect(found == row.units)
  }

  static func evaluate(
    _ schema: String, _ instance: String, limits: EvaluationLimits = EvaluationLimits()
  ) throws -> EvaluationUnit {
    let schema = try Schema(jsonSchema: Array(schema.utf8))
    return try SchemaEvaluator(schema, limits: limits).evaluate(
      JSONValue(parsing: Array(instance.utf8)))
  }

  /// The units with an error or an annotation; the location of a schema is included only if the path does not give
  /// it.
  private static func list(_ unit: EvaluationUnit, _ found: inout [String]) {
    let facts =
      unit.errors.map { "\($0.name): \($0.value)" }
      + unit.annotations.map { "\($0.name) = \($0.value.compactText)" }
    if !facts.isEmpty {
      let isAtPath = unit.schemaLocation == unit.evaluationPath.uriFragment
      found.append(
        "\(isAtPath ? "" : unit.schemaLocation) \(unit.evaluationPath) \(unit.instanceLocation) "
          + facts.joined(separator: ", "))
    }
    for inner in unit.details { list(inner, &found) }
  }
}
