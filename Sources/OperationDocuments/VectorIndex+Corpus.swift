package import APIOperations
import JSONText
package import SchemaDocuments
import SchemaRules
package import Vectors

extension VectorIndex {
  /// The maximum number of valid, and of invalid, values to show for a rule.
  private static let maximumExamples = 5

  /// The index of a corpus: the vectors that satisfy and violate each rule, and those that depend on each decision.
  package init(_ corpus: Corpus, _ operation: APIOperation) {
    let knownRules = Dictionary(
      operation.schemas.flatMap(\.rules).map { (Array($0.id.utf8), $0) },
      uniquingKeysWith: { one, _ in one })
    var index: [[UInt8]: Vectors] = [:]
    var decisions: [String: [String: Int]] = [:]
    var candidates: [[UInt8]: RuleExamples] = [:]
    for file in corpus.files {
      for vector in file.vectors {
        for decision in operation.decisions where decision.selects(vector, file.path) {
          decisions[decision.id, default: [:]][file.path, default: 0] += 1
        }
        let expectation = corpus.recommendedExpectation(of: vector)
        guard expectation.isVerdict else { continue }
        for id in vector.rules.map({ Array($0.utf8) }) {
          guard let rule = knownRules[id] else { continue }
          let finding = Finding(rule.pointer.description, rule.keyword.rawValue)
          let isAccepted = !expectation.findings.contains(finding)
          // A value of the wrong type satisfies no rule but `required`.
          let isOfWrongType = expectation.findings.contains(Finding(finding.pointer, "type"))
          if isAccepted, isOfWrongType, rule.keyword != .required { continue }
          // If a document violates another rule too, its value does not show what this rule means.
          let isClear = expectation.findings.count <= (isAccepted ? 0 : 1)
          if isAccepted {
            index[id, default: .init()].accepting += 1
          } else {
            index[id, default: .init()].rejecting += 1
          }
          index[id]?.files[file.path, default: 0] += 1
          guard isClear, rule.hasShowableValue else { continue }
          candidates[id, default: .init(rule)].add(vector, isAccepted, file.path)
        }
      }
    }
    for (id, examples) in candidates {
      index[id]?.accepted = examples.accepted(Self.maximumExamples)
      index[id]?.rejected = examples.rejected(Self.maximumExamples)
    }
    self.init(folder: "../vectors")
    rules = index
    self.decisions = decisions
  }
}

extension Decision {
  fileprivate func selects(_ vector: Vector, _ path: String) -> Bool {
    if case .choice(id, _) = vector.judgement { return true }
    return selectors.contains { selector in
      selector.hasSuffix("/") ? path.hasPrefix(selector) : vector.tags.contains(selector)
    }
  }
}

extension Expectation {
  /// Whether the document was checked against the rules.
  fileprivate var isVerdict: Bool {
    switch self {
    case .valid, .invalid: true
    case .malformed, .refused: false
    }
  }
}

extension Rule {
  /// Whether a value of the field illustrates the rule and is not secret.
  fileprivate var hasShowableValue: Bool {
    guard !isSecret else { return false }
    return switch keyword {
    case .minLength, .maxLength, .pattern, .enum, .type: pointer != .root
    default: false
    }
  }
}
