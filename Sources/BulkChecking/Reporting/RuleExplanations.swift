package import APIOperations
import JSONSchema
import JSONText
import SchemaDocuments
import SchemaRules
import Synchronization

/// The explanations of violated rules: `--explain`. Each rule is explained at its first violation.
package final class RuleExplanations: Sendable {
  /// An explanation, and where the rule is in the file of its schema.
  struct Explanation {
    let text: RuleExplanation
    /// Nil for a schema that was not read from a file.
    let place: SchemaPlaces.Place?

    /// The explanation as lines of text.
    var lines: [String] {
      let place = place.map { "\($0.document):\($0.location.line):\($0.location.column)" }
      return text.lines.dropLast() + [place, text.rule].compactMap { $0 }
    }
  }

  private struct State {
    var places: [ObjectIdentifier: SchemaPlaces] = [:]
    var known: [Rule: Explanation] = [:]
  }

  /// The operation that declared rules belong to.
  private let operation: APIOperation?
  private let state = Mutex(State())

  package init(of operation: APIOperation?) {
    self.operation = operation
  }

  subscript(rule: Rule) -> Explanation {
    state.withLock { state in
      if let known = state.known[rule] { return known }
      let graph = rule.graph
      let explanation = Explanation(
        text: RuleExplanation(rule, of: graph.isDeclared ? operation : nil),
        place: state.places[ObjectIdentifier(graph), default: SchemaPlaces(graph)].place(of: rule))
      state.known[rule] = explanation
      return explanation
    }
  }
}
