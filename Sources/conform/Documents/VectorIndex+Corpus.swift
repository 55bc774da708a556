import APIOperations
import JSONText
import SchemaDocuments
import SchemaRules
import Vectors

extension VectorIndex {
  /// How many values of a rule are shown at most, on each side.
  private static let mostExamples = 5

  /// The index of a corpus: what satisfies and what breaks each rule that a vector is about, and what
  /// depends on each decision.
  init(_ corpus: Corpus, _ operation: APIOperation) {
    let rules = Dictionary(
      operation.schemas.flatMap(\.rules).map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    var index: [String: Vectors] = [:]
    var decisions: [String: [String]] = [:]
    var candidates: [String: RuleExamples] = [:]
    for file in corpus.files {
      for vector in file.vectors {
        for decision in operation.decisions where decision.selects(vector, file.path) {
          decisions[decision.id, default: []].append(vector.id)
        }
        let expectation = corpus.recommendedExpectation(of: vector)
        guard expectation.isJudgement else { continue }
        for id in vector.rules {
          guard let rule = rules[id] else { continue }
          let finding = Finding(rule.pointer.description, rule.keyword.rawValue)
          let isAccepted = !expectation.findings.contains(finding)
          // A value of the wrong type is there, and satisfies no other rule.
          let isOfWrongType = expectation.findings.contains(Finding(finding.pointer, "type"))
          if isAccepted, isOfWrongType, rule.keyword != .required { continue }
          // Of a document that breaks something else too, nobody can tell what is meant.
          let isClear = expectation.findings.count <= (isAccepted ? 0 : 1)
          if isAccepted {
            index[id, default: .init()].accepting.append(vector.id)
          } else {
            index[id, default: .init()].rejecting.append(vector.id)
          }
          guard isClear, rule.hasShowableValue else { continue }
          candidates[id, default: .init(rule)].add(vector, isAccepted, file.path)
        }
      }
    }
    for (id, examples) in candidates {
      index[id]?.accepted = examples.accepted(Self.mostExamples)
      index[id]?.rejected = examples.rejected(Self.mostExamples)
    }
    self.init(corpus: "vectors \(corpus.version)", rules: index, decisions: decisions)
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
  /// Whether the rules were looked at.
  fileprivate var isJudgement: Bool {
    switch self {
    case .valid, .invalid: true
    case .malformed, .refused: false
    }
  }
}

extension Rule {
  /// Whether a value of the field shows what the rule means, and may be shown.
  fileprivate var hasShowableValue: Bool {
    guard !isSecret else { return false }
    return switch keyword {
    case .minLength, .maxLength, .pattern, .enum, .type: pointer != .root
    default: false
    }
  }
}
