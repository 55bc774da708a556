import JSONText
import SchemaEvaluation
import SchemaRules
import Testing

/// The part of the official suite about output formats, and the schema of each format.
@Suite("The official tests of output", OfficialSuite.isThere)
struct OutputSuiteTests {
  /// The folders of the suite, with the formats that their schema describes and the URI of that schema.
  static let releases: [(folder: String, formats: [OutputFormat], schema: String)] = [
    ("draft2019-09", [.flag, .basic], "https://json-schema.org/draft/2019-09/output/schema"),
    ("draft2020-12", [.flag, .basic], "https://json-schema.org/draft/2020-12/output/schema"),
    ("v1", [.flag, .list, .hierarchical], "https://json-schema.org/v1/output/schema"),
  ]

  @Test("writes the expected output", arguments: releases.indices)
  func content(_ index: Int) throws {
    let release = Self.releases[index]
    let outputSchema = try Self.readable(
      OfficialSuite.read("output-tests/\(release.folder)/output-schema.json"))
    let documents = [(release.schema, outputSchema)]
    let paths = OfficialSuite.paths(below: "output-tests/\(release.folder)/content")
    try #require(!paths.isEmpty)
    for path in paths {
      for group in try #require(OfficialSuite.read(path).arrayValue) {
        let schema = Self.readable(try #require(group["schema"]))
        let evaluator = try SchemaEvaluator(OfficialSuite.schema(schema))
        for test in try #require(group["tests"]?.arrayValue) {
          let unit = evaluator.evaluate(try #require(test["data"]))
          for format in release.formats {
            let output = try Self.output(of: unit, format)
            // The schema of v1 calls `list` `basic`.
            let definition = format == .list ? "basic" : format.rawValue
            let shape = JSONValue.object([
              .init(name: "$ref", value: .string("\(release.schema)#/$defs/\(definition)"))
            ])
            try Self.expect(output, shape, documents, "\(path), \(format)")
            if let wanted = test["output"]?[format.rawValue] {
              try Self.expect(output, wanted, documents, "\(path), \(format)")
            }
          }
        }
      }
    }
  }

  private static func output(of unit: EvaluationUnit, _ format: OutputFormat) throws -> JSONValue {
    var writer = JSONWriter()
    unit.write(as: format, to: &writer)
    return try JSONValue(parsing: writer.bytes)
  }

  private static func expect(
    _ output: JSONValue, _ schema: JSONValue, _ documents: [(uri: String, value: JSONValue)],
    _ comment: String
  ) throws {
    let evaluator = try SchemaEvaluator(OfficialSuite.schema(schema, documents: documents))
    let unit = evaluator.evaluate(output)
    #expect(unit.verdict == .valid, "\(comment): \(output.compactText)")
  }

  /// A schema without the `$schema` of v1, whose dialect is not published; 2020-12 is close enough.
  private static func readable(_ schema: JSONValue) -> JSONValue {
    guard case .object(let members) = schema,
      schema["$schema"]?.stringValue == "https://json-schema.org/v1"
    else { return schema }
    return .object(members.filter { $0.name != "$schema" })
  }
}
