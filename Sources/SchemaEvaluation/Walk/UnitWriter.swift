import JSONText
import SchemaRules

/// Creates output units from a completed evaluation. Locations and messages do not reveal secrets.
struct UnitWriter {
  private let graph: SchemaGraph
  private let limits: EvaluationLimits
  private var locations: InstanceLocations
  private var seen: Set<ObjectIdentifier> = []
  private var repeatedCount = 0

  init(_ graph: SchemaGraph, _ locations: InstanceLocations, _ limits: EvaluationLimits) {
    self.graph = graph
    self.locations = locations
    self.limits = limits
  }

  /// The unit of a schema on a value, including the units inside it. The recursion is as deep as that of the
  /// evaluation.
  ///
  /// A failed schema has no annotations, and neither do the schemas inside it.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-core#section-7.7.1.2
  mutating func unit(
    of frame: Evaluation.Frame, at path: JSONPointer, isDecisive: Bool = true,
    dropsAnnotations: Bool = false
  ) -> EvaluationUnit {
    let isRepeated = !seen.insert(ObjectIdentifier(frame)).inserted
    if isRepeated { repeatedCount += 1 }
    // The name of a member has no location in the document that could be annotated.
    let isDropping =
      dropsAnnotations || frame.verdict != .valid || locations.isName(frame.value)
    var details: [EvaluationUnit] = []
    if !isRepeated || repeatedCount <= limits.repeatedUnits {
      for detail in frame.details {
        details.append(
          unit(
            of: detail.frame, at: detail.tokens.reduce(path) { $0.appending($1) },
            isDecisive: detail.isDecisive, dropsAnnotations: isDropping))
      }
    }
    return EvaluationUnit(
      verdict: frame.verdict, evaluationPath: path,
      schemaLocation: frame.location ?? graph.location(of: frame.node),
      instanceLocation: locations.pointer(to: frame.value), errors: errors(of: frame),
      annotations: isDropping ? [] : annotations(of: frame), details: details, node: frame.node,
      isDecisive: isDecisive)
  }

  /// The keywords whose annotations list names from the document.
  private static let listsNames: Set<Keyword> = [
    .patternProperties, .additionalProperties, .unevaluatedProperties,
  ]

  private func annotations(of frame: Evaluation.Frame) -> [Named<JSONValue>] {
    guard locations.withholdsMembers(of: frame.value) else { return frame.annotations }
    return frame.annotations.filter { annotation in
      !(Keyword(rawValue: annotation.name).map(Self.listsNames.contains) ?? false)
    }
  }

  private func errors(of frame: Evaluation.Frame) -> [Named<String>] {
    var errors: [Named<String>] = []
    for finding in frame.findings {
      let keyword = finding.use.map { graph.nodes[frame.node].keywords[$0].keyword }
      let name = keyword.map { $0 == .falseSchema ? "" : $0.rawValue } ?? ""
      let message = message(of: finding, in: frame)
      // For example, a declaration has one `required` per member.
      if let known = errors.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        errors[known].value += "; \(message)"
      } else {
        errors.append(Named(name, message))
      }
    }
    return errors
  }

  private func message(of finding: Finding, in frame: Evaluation.Frame) -> String {
    switch (finding.reason, finding.use) {
    case (.broken(let actual), let use?):
      Rule(graph: graph, node: frame.node, use: use).statement(
        of: actual, withholdsName: locations.withholdsPlace(of: frame.value))
    case (.missing(let names, let cause), _):
      Rule.statement(missing: names, because: cause)
    default: finding.reason.limitStatement
    }
  }
}

extension Finding.Reason {
  /// The reason why a keyword or a schema was not decided, in plain English.
  fileprivate var limitStatement: String {
    switch self {
    case .broken, .missing: ""
    case .matching(let limit):
      "is indeterminate: matching the pattern exceeded the limit \"\(limit)\""
    case .evaluation(.depth, let bound):
      "is indeterminate: schemas apply more than \(bound) levels deep, the limit \"evaluationDepth\""
    case .evaluation(.units, let bound):
      "is indeterminate: schemas apply more than \(bound) times, the limit \"evaluationUnits\""
    case .unevaluated:
      "is indeterminate: because of a limit, it is unknown what other keywords evaluate"
    case .endlessReference:
      "is indeterminate: the schema applies itself to the same value endlessly"
    }
  }
}
