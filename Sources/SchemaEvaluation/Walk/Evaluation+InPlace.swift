import JSONText
import SchemaRules

extension Evaluation {
  /// Evaluates a keyword that applies other schemas to the same value, whatever its type.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-core#section-10.2
  mutating func evaluateInPlace(_ use: KeywordUse, _ index: Int, _ frame: Frame) {
    let start = frame.details.count
    switch (use.keyword, use.parameter) {
    case (.ref, .schema(let target)), (.dynamicRef, .schema(let target)),
      (.recursiveRef, .schema(let target)):
      require(target, by: [use.keyword.rawValue], in: frame)
    case (_, .dynamicReference(let anchor, let initial)):
      require(
        target(of: anchor, initial: initial), by: [use.keyword.rawValue], in: frame)
    case (.allOf, .schemas(let branches)):
      for (place, branch) in branches.enumerated() {
        require(branch, by: [use.keyword.rawValue, String(place)], in: frame)
      }
    case (.anyOf, .schemas(let branches)):
      let verdicts = applyAll(branches, of: use.keyword, in: frame)
      if verdicts.contains(.valid) {
        frame.dismissDetails(from: start)
      } else if verdicts.contains(.indeterminate) {
        frame.require(.indeterminate)
      } else {
        frame.fail(index, .broken(.noAlternative))
      }
    case (.oneOf, .schemas(let branches)):
      let verdicts = applyAll(branches, of: use.keyword, in: frame)
      let validCount = verdicts.count { $0 == .valid }
      if validCount > 1 {
        frame.fail(index, .broken(.severalAlternatives))
      } else if verdicts.contains(.indeterminate) {
        frame.require(.indeterminate)
      } else if validCount == 0 {
        frame.fail(index, .broken(.noAlternative))
      } else {
        frame.dismissDetails(from: start)
      }
    case (.not, .schema(let target)):
      switch apply(target, to: frame.value, by: [use.keyword.rawValue], in: frame).verdict {
      case .valid: frame.fail(index, .broken(.unspecified))
      case .invalid: frame.dismissDetails(from: start)
      case .indeterminate: frame.require(.indeterminate)
      }
    case (.if, .schema(let condition)):
      evaluateCondition(condition, frame)
    default: break
    }
  }

  /// Requires the value to satisfy a schema, and adds the members and elements that the schema evaluated.
  mutating func require(_ target: NodeID, by tokens: [String], in frame: Frame) {
    let inner = apply(target, to: frame.value, by: tokens, in: frame)
    frame.require(inner.verdict)
    frame.takeEvaluated(from: inner)
  }

  /// The target of a dynamic reference, in the outermost resource that has the anchor.
  private func target(of anchor: String, initial: NodeID) -> NodeID {
    for resource in scope {
      let anchors = graph.resources[resource].dynamicAnchors
      if let target = anchors.first(where: { $0.name.utf8.elementsEqual(anchor.utf8) }) {
        return target.value
      }
    }
    return initial
  }

  /// Applies every alternative, because each valid one has annotations.
  private mutating func applyAll(
    _ branches: [NodeID], of keyword: Keyword, in frame: Frame
  ) -> [EvaluationUnit.Verdict] {
    var verdicts: [EvaluationUnit.Verdict] = []
    for (place, branch) in branches.enumerated() {
      let inner = apply(branch, to: frame.value, by: [keyword.rawValue, String(place)], in: frame)
      frame.takeEvaluated(from: inner)
      verdicts.append(inner.verdict)
    }
    return verdicts
  }

  private mutating func evaluateCondition(_ condition: NodeID, _ frame: Frame) {
    let start = frame.details.count
    let inner = apply(condition, to: frame.value, by: [Keyword.if.rawValue], in: frame)
    if inner.verdict != .indeterminate { frame.dismissDetails(from: start) }
    frame.takeEvaluated(from: inner)
    func branch(_ keyword: Keyword) -> NodeID? {
      if case .schema(let target) = graph.nodes[frame.node][keyword] { target } else { nil }
    }
    let (then, otherwise) = (branch(.then), branch(.else))
    switch inner.verdict {
    case .valid:
      if let then { require(then, by: [Keyword.then.rawValue], in: frame) }
    case .invalid:
      if let otherwise { require(otherwise, by: [Keyword.else.rawValue], in: frame) }
    case .indeterminate:
      // The condition does not matter if both branches agree.
      var verdicts: [EvaluationUnit.Verdict] = []
      for (keyword, target) in [(Keyword.then, then), (.else, otherwise)] {
        let verdict = target.map {
          apply($0, to: frame.value, by: [keyword.rawValue], in: frame).verdict
        }
        verdicts.append(verdict ?? .valid)
      }
      frame.require(verdicts[0] == verdicts[1] ? verdicts[0] : .indeterminate)
    }
  }
}
