import ECMARegex
import JSONText
import SchemaEvaluation
import SchemaRules
import Testing

/// The limits for untrusted schemas and instances.
@Suite("Limits of evaluation")
struct EvaluationLimitTests {
  /// A pattern for which matching the name or text below gives up.
  private static let slow = #"^(a+)+\\1$"#
  private static let text = String(repeating: "a", count: 40) + "b"

  /// Schemas with `¶` as a placeholder for `slow`, and instances with `§` as a placeholder for the long text.
  static let rows:
    [(why: String, schema: String, instance: String, verdict: EvaluationUnit.Verdict)] = [
      ("an undecided pattern", #"{"pattern":"¶"}"#, #""§""#, .indeterminate),
      ("other rules are violated anyway", #"{"pattern":"¶","maxLength":3}"#, #""§""#, .invalid),
      (
        "an undecided schema does not violate `not`", #"{"not":{"pattern":"¶"}}"#, #""§""#,
        .indeterminate
      ),
      (
        "another alternative is valid", #"{"anyOf":[{"pattern":"¶"},{"type":"string"}]}"#, #""§""#,
        .valid
      ),
      ("no other alternative is", #"{"anyOf":[{"pattern":"¶"},false]}"#, #""§""#, .indeterminate),
      (
        "it may be a second valid alternative", #"{"oneOf":[{"pattern":"¶"},true]}"#, #""§""#,
        .indeterminate
      ),
      ("two are valid without it", #"{"oneOf":[{"pattern":"¶"},true,true]}"#, #""§""#, .invalid),
      (
        "both branches agree", #"{"if":{"pattern":"¶"},"then":false,"else":false}"#, #""§""#,
        .invalid
      ),
      ("the branches differ", #"{"if":{"pattern":"¶"},"then":false}"#, #""§""#, .indeterminate),
      (
        "an undecided name", #"{"patternProperties":{"¶":true}}"#, #"{"§":1}"#,
        .indeterminate
      ),
      (
        "it may be additional", #"{"patternProperties":{"¶":true},"additionalProperties":false}"#,
        #"{"§":1}"#, .indeterminate
      ),
      (
        "it may be evaluated",
        #"{"anyOf":[true,{"patternProperties":{"¶":true}}],"unevaluatedProperties":false}"#,
        #"{"§":1}"#, .indeterminate
      ),
      ("enough elements without it", #"{"contains":{"pattern":"¶"}}"#, #"["§","aa"]"#, .valid),
      ("it may be enough", #"{"contains":{"pattern":"¶"}}"#, #"["§"]"#, .indeterminate),
    ]

  @Test("leaves only the keyword undecided", arguments: rows.indices)
  func indeterminate(_ index: Int) throws {
    let row = Self.rows[index]
    let limits = EvaluationLimits(matching: MatchLimits(matchSteps: 1000))
    let unit = try EvaluationTests.evaluate(
      row.schema.replacingOnce("¶", Self.slow), row.instance.replacingOnce("§", Self.text),
      limits: limits)
    #expect(unit.verdict == row.verdict, "\(row.why)")
    var writer = JSONWriter()
    unit.write(as: .basic, to: &writer)
    if row.verdict == .indeterminate { #expect(writer.text.contains("is indeterminate")) }
  }

  @Test("supports the maximum nesting of documents")
  func deepDocument() throws {
    let depth = JSONLimits().depth - 1
    let instance =
      String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    let unit = try EvaluationTests.evaluate(
      ##"{"properties":{"a":{"$ref":"#"}},"type":["object","string"]}"##, instance)
    #expect(unit.verdict == .invalid)
    var writer = JSONWriter()
    unit.write(as: .hierarchical, to: &writer)
    #expect(writer.text.contains("must be an object or a string"))
  }

  @Test("stops if schemas that apply one another are nested too deeply")
  func deepSchema() throws {
    let chain = (0..<3000).map { ##""d\##($0)":{"allOf":[{"$ref":"#/$defs/d\##($0 + 1)"}]}"## }
    let unit = try EvaluationTests.evaluate(
      ##"{"$ref":"#/$defs/d0","$defs":{\##(chain.joined(separator: ",")),"d3000":{"type":"null"}}}"##,
      "1")
    #expect(unit.verdict == .indeterminate)
  }

  @Test("evaluates a schema on a value once, however often it applies")
  func doubling() throws {
    let chain = (0..<40).map {
      ##""d\##($0)":{"allOf":[{"$ref":"#/$defs/d\##($0 + 1)"},{"$ref":"#/$defs/d\##($0 + 1)"}]}"##
    }
    let unit = try EvaluationTests.evaluate(
      ##"{"$ref":"#/$defs/d0","$defs":{\##(chain.joined(separator: ",")),"d40":{"type":"null"}}}"##,
      "1", limits: EvaluationLimits(units: 200, repeatedUnits: 1000))
    #expect(unit.verdict == .invalid)
    var writer = JSONWriter()
    unit.write(as: .basic, to: &writer)
    #expect(writer.text.contains("must be null, not a number"))
    #expect(writer.bytes.count < 1_000_000)
  }

  @Test("stops at the limit on evaluated units")
  func manyUnits() throws {
    let elements = Array(repeating: "1", count: 200).joined(separator: ",")
    let unit = try EvaluationTests.evaluate(
      #"{"items":{"type":"number"}}"#, "[\(elements)]", limits: EvaluationLimits(units: 100))
    #expect(unit.verdict == .indeterminate)
  }

  @Test("stops if a schema applies itself to the same value")
  func endlessReference() throws {
    // The reader of schemas rejects such a text.
    let graph = SchemaGraph(
      origin: .text,
      nodes: [
        SchemaNode(pointer: .root, keywords: [KeywordUse(.allOf, .schemas([1]))]),
        SchemaNode(
          pointer: .root.appending("allOf").appending("0"), keywords: [KeywordUse(.ref, .schema(0))]
        ),
      ], root: 0)
    let unit = try SchemaEvaluator(Schema(id: "loop", title: "", graph: graph)).evaluate(.null)
    #expect(unit.verdict == .indeterminate)
  }

  /// Numbers in many spellings, and whether they are equal.
  @Test(
    "compares numbers exactly",
    arguments: [
      ("1", "1.0", true), ("100", "1e2", true), ("0.001", "1E-3", true), ("-0", "0e99", true),
      ("1e400", "10e399", true),  // beyond binary64
      ("9007199254740993", "9007199254740992", false),  // one binary64
      ("0.1", "0.10000000000000001", false), ("1", "-1", false), ("1e400", "1e401", false),
    ])
  func numbers(_ one: String, _ other: String, _ areEqual: Bool) throws {
    let unit = try EvaluationTests.evaluate(#"{"const":\#(one)}"#, other)
    #expect((unit.verdict == .valid) == areEqual)
  }
}

extension String {
  /// The text with the first occurrence of a letter replaced.
  fileprivate func replacingOnce(_ letter: Character, _ text: String) -> String {
    guard let index = firstIndex(of: letter) else { return self }
    return self[..<index] + text + self[self.index(after: index)...]
  }
}
