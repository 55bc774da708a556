import JSONText
import SchemaRules

/// Finds mistakes in the text of a schema: errors and warnings from reading it, and rules that contradict one another
/// or never affect a verdict.
public enum SchemaLinter {
  /// Checks the text of a schema, including schemas in it to which nothing refers.
  ///
  /// Returns the problems in the order of the text, at most `JSONSchemaLimits.problems` of each severity. Rules are
  /// compared with one another only if the text has no errors.
  public static func problems(
    in bytes: [UInt8], options: JSONSchemaOptions = JSONSchemaOptions()
  ) -> [SchemaProblem] {
    var options = options
    options.readsUnusedSchemas = true
    var loader = SchemaLoader(options)
    var problems: [SchemaProblem]
    do throws(JSONSchemaError) {
      let document = SchemaGraph.Document(name: options.name, bytes: bytes, map: options.map)
      problems = findings(in: try loader.load(document).schema)
    } catch {
      problems = error.problems
    }
    problems += loader.rendered(loader.warnings)
    for severity in SchemaProblem.Severity.allCases {
      var count = 0
      problems.removeAll { problem in
        guard problem.kind.severity == severity else { return false }
        count += 1
        return count > options.limits.problems
      }
    }
    let others = problems.partition { !$0.document.utf8.elementsEqual(options.name.utf8) }
    // Texts that this one refers to are checked separately; only their errors matter here.
    return problems[..<others].sorted { $0.byteRange.lowerBound < $1.byteRange.lowerBound }
      + problems[others...].filter { $0.kind.severity == .error }
  }

  /// The findings of the checks in the text of the root.
  private static func findings(in schema: Schema) -> [SchemaProblem] {
    let graph = schema.graph
    let document = graph.place(of: graph.root)?.document
    var places = SchemaPlaces(graph)
    var kinds = NodeKinds(graph)
    let validator = LintValidator(graph)
    var problems: [SchemaProblem] = []
    func add(_ finding: SchemaCheck.Finding, in node: NodeID) {
      guard let (_, pointer) = graph.place(of: node),
        let place = places.place(of: finding.path, in: node)
      else { return }
      problems.append(
        SchemaProblem(
          kind: finding.kind, document: place.document, byteRange: place.byteRange,
          location: place.location,
          pointer: finding.path.reduce(pointer) { $0.appending($1) }, keyword: finding.path.first,
          message: finding.message))
    }
    for node in graph.nodes.indices where graph.place(of: node)?.document == document {
      let schema = Conjunction(node, validator)
      for check in SchemaCheck.all {
        for finding in check(schema, &kinds) { add(finding, in: node) }
      }
    }
    do throws(SchemaError) {
      _ = try Validator(schema)
    } catch {
      add(.init(.limitExceeded, [], "the schema cannot be compiled: \(error)"), in: graph.root)
    }
    return problems
  }
}

/// The checks that every schema of a text undergoes.
enum SchemaCheck {
  /// A problem and the member of the schema that causes it.
  struct Finding {
    let kind: SchemaProblem.Kind
    /// The path from the schema to the member.
    let path: [String]
    let message: String

    init(_ kind: SchemaProblem.Kind, _ path: [String], _ message: String) {
      self.kind = kind
      self.path = path
      self.message = message
    }
  }

  /// All checks of one schema, in the order of their findings.
  static let all: [@Sendable (Conjunction, inout NodeKinds) -> [Finding]] = [
    { schema, _ in ranges(schema) },
    { schema, _ in values(schema) },
    { schema, _ in required(schema) },
    { schema, kinds in types(schema, &kinds) },
    { schema, kinds in alternatives(schema, &kinds) },
    { schema, kinds in ineffective(schema, &kinds) },
  ]
}
