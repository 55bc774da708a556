import JSONText
import SchemaEvaluation
import SchemaRules
import Testing

/// The part of the official suite about annotations, in each dialect of a case.
@Suite("The official tests of annotations", OfficialSuite.isThere)
struct AnnotationSuiteTests {
  @Test(
    "finds the annotations", arguments: OfficialSuite.paths(below: "annotations/tests"),
    Dialect.allCases)
  func file(_ path: String, _ dialect: Dialect) throws {
    for group in try #require(OfficialSuite.read(path)["suite"]?.arrayValue) {
      guard Self.isCompatible(group["compatibility"]?.stringValue ?? "", dialect) else { continue }
      let external = group["externalSchemas"]?.objectValue ?? []
      let schema = try OfficialSuite.schema(
        try #require(group["schema"]), dialect, documents: external.map { ($0.name, $0.value) })
      let evaluator = try SchemaEvaluator(schema)
      for test in try #require(group["tests"]?.arrayValue) {
        let unit = evaluator.evaluate(try #require(test["instance"]))
        for assertion in try #require(test["assertions"]?.arrayValue) {
          let location = try #require(assertion["location"]?.stringValue)
          let keyword = try #require(assertion["keyword"]?.stringValue)
          var found: [JSONPointer: JSONValue] = [:]
          Self.collect(keyword, at: location, in: unit, of: schema.graph, &found)
          var expected: [JSONPointer: JSONValue] = [:]
          for member in try #require(assertion["expected"]?.objectValue) {
            expected[try #require(JSONPointer(uriFragment: member.name))] = member.value
          }
          #expect(found == expected, "\(group["description"]?.stringValue ?? "") at \(location)")
        }
      }
    }
  }

  /// Collects the annotations of a value by the location of the schema in its text.
  private static func collect(
    _ keyword: String, at location: String, in unit: EvaluationUnit, of graph: SchemaGraph,
    _ found: inout [JSONPointer: JSONValue]
  ) {
    if unit.instanceLocation.description == location {
      for annotation in unit.annotations where annotation.name == keyword {
        let node = graph.nodes[unit.node]
        let pointer = node.pointer.tokens.reduce(graph.resources[node.resource].pointer) {
          $0.appending($1)
        }
        found[pointer] = annotation.value
      }
    }
    for inner in unit.details { collect(keyword, at: location, in: inner, of: graph, &found) }
  }

  /// Whether a dialect satisfies a condition such as `6,<=2019`; an empty condition allows all.
  private static func isCompatible(_ condition: String, _ dialect: Dialect) -> Bool {
    func number(_ text: Substring) -> Int { Int(text) ?? 9999 }
    let draft = number(dialect.rawValue.prefix { $0 != "-" })
    return condition.split(separator: ",").allSatisfy { part in
      if part.hasPrefix("<=") { return draft <= number(part.dropFirst(2)) }
      if part.hasPrefix("=") { return draft == number(part.dropFirst()) }
      return draft >= number(part)
    }
  }
}
