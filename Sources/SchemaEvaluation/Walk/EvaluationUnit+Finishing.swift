import JSONText
import SchemaRules

extension EvaluationUnit {
  /// Gives the unit, and those inside it, what is known only once the evaluation has ended: their places and
  /// messages, of which none may tell a secret; and takes the annotations from what has failed.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-core#section-7.7.1.2
  mutating func finish(
    _ graph: SchemaGraph, _ locations: inout InstanceLocations, dropsAnnotations: Bool
  ) {
    // The name of a member has no place in the document that could be annotated.
    let isDropping = dropsAnnotations || verdict != .valid || locations.isName(value)
    if isDropping {
      annotations = []
    } else if locations.withholdsMembers(of: value) {
      annotations.removeAll { annotation in
        Keyword(rawValue: annotation.name).map(Self.listsNames.contains) ?? false
      }
    }
    for finding in findings { note(finding, graph, locations) }
    findings = []
    instanceLocation = locations.pointer(to: value)
    for index in details.indices {
      details[index].finish(graph, &locations, dropsAnnotations: isDropping)
    }
  }

  /// The keywords whose annotations list names that the document makes up.
  private static let listsNames: Set<Keyword> = [
    .patternProperties, .additionalProperties, .unevaluatedProperties,
  ]

  private mutating func note(
    _ finding: Finding, _ graph: SchemaGraph, _ locations: InstanceLocations
  ) {
    var name = ""
    var message = finding.reason.limitStatement
    if let use = finding.use {
      let rule = Rule(graph: graph, node: node, use: use)
      let keyword = graph.nodes[node].keywords[use].keyword
      if keyword != .falseSchema { name = keyword.rawValue }
      switch finding.reason {
      case .broken(let actual):
        message = rule.statement(of: actual, withholdsName: locations.withholdsPlace(of: value))
      case .missing(let names, let cause):
        message = Rule.statement(missing: names, because: cause)
      default: break
      }
    }
    // A declaration has one `required` per member, for example.
    if let known = errors.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      errors[known].value += "; \(message)"
    } else {
      errors.append(Named(name, message))
    }
  }
}

extension Finding.Reason {
  /// Why a keyword or a schema could not be decided, in plain English.
  fileprivate var limitStatement: String {
    switch self {
    case .broken, .missing: ""
    case .matching(let limit):
      "is indeterminate: matching the pattern hit the limit \"\(limit)\""
    case .evaluation(.depth, let bound):
      "is indeterminate: schemas apply more than \(bound) deep, the limit \"evaluationDepth\""
    case .evaluation(.units, let bound):
      "is indeterminate: schemas apply more than \(bound) times, the limit \"evaluationUnits\""
    case .unevaluated:
      "is indeterminate: a limit left open what other keywords evaluate"
    case .endlessReference:
      "is indeterminate: the schema applies itself to the same value without end"
    }
  }
}
