import APIOperations
import JSONSchema
import JSONText
import SchemaDocuments
import SchemaRules
import Synchronization

/// What to say of broken rules: `--explain`. Each is explained when it is first broken.
final class RuleExplanations: Sendable {
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
    var places: SchemaPlaces
    var known: [Rule: Explanation] = [:]
  }

  private let operation: APIOperation?
  private let state: Mutex<State>

  init(_ schema: Schema, of operation: APIOperation?) {
    self.operation = operation
    state = Mutex(State(places: SchemaPlaces(schema.graph)))
  }

  subscript(rule: Rule) -> Explanation {
    state.withLock { state in
      if let known = state.known[rule] { return known }
      let explanation = Explanation(
        text: RuleExplanation(rule, of: operation), place: state.places.place(of: rule))
      state.known[rule] = explanation
      return explanation
    }
  }
}
