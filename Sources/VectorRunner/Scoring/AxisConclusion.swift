public import APIOperations
import Vectors

/// The alternative of an axis that explains an implementation's answers.
public struct AxisConclusion: Hashable, Sendable {
  /// The axis.
  public let axis: Decision
  /// The number of answers on the axis.
  public let answers: Int
  /// The number of answers that each alternative explains, in the axis's order.
  public let explained: [Int]
  /// The number of answers that only other alternatives explain.
  public let strays: Int
  /// The alternative that explains the most answers; of several, the recommended one or else the first.
  public let chosen: String
  /// Every alternative that explains as many answers.
  public let candidates: [String]

  /// Every other alternative that explains as much.
  var others: [String] { candidates.filter { $0 != chosen } }

  /// Whether no answer fits only an alternative that was not chosen. An answer that fits no alternative is wrong, but
  /// does not make the implementation inconsistent.
  public var isConsistent: Bool { strays == 0 }

  /// The number of answers that the chosen alternative explains.
  public var explainedByChosen: Int { explained.max() ?? 0 }
}

extension [VectorResult] {
  /// The conclusions about the axes that have answers, in the order of the axes.
  ///
  /// A vector that presumes an alternative of another axis counts only after the conclusion about that axis, which is
  /// drawn without such vectors.
  func conclusions(on axes: [Decision]) -> [AxisConclusion] {
    let first = axes.compactMap { conclusion(on: $0) { $0.isEmpty } }
    return axes.compactMap { conclusion(on: $0, where: first.satisfy) }
  }

  private func conclusion(
    on axis: Decision, where counts: ([Given]) -> Bool
  ) -> AxisConclusion? {
    let choices = compactMap {
      result -> (alternatives: [Judgement.Alternative], observation: Observation)? in
      guard case .choice(axis.id, let alternatives) = result.vector.judgement,
        let observation = result.observation, counts(result.vector.given)
      else { return nil }
      return (alternatives, observation)
    }
    guard !choices.isEmpty else { return nil }
    var full = [Int](repeating: 0, count: axis.alternatives.count)
    var byOutcome = full
    for choice in choices {
      for (index, alternative) in choice.alternatives.enumerated() {
        if alternative.expectation.isMet(by: choice.observation) { full[index] += 1 }
        if alternative.expectation.isMet(by: choice.observation.outcome) { byOutcome[index] += 1 }
      }
    }
    // An implementation with wrong errors everywhere still has an alternative.
    let best = axis.alternatives.indices.filter { full[$0] == full.max() }
    let most = best.map { byOutcome[$0] }.max()
    let candidates = best.filter { byOutcome[$0] == most }.map { axis.alternatives[$0].name }
    let chosen = candidates.contains(axis.recommended) ? axis.recommended : candidates[0]
    let strays = choices.count { choice in
      let fitting = choice.alternatives.filter { $0.expectation.isMet(by: choice.observation) }
      return !fitting.isEmpty && !fitting.contains { $0.name == chosen }
    }
    return AxisConclusion(
      axis: axis, answers: choices.count, explained: full, strays: strays, chosen: chosen,
      candidates: candidates)
  }
}

extension [AxisConclusion] {
  /// Whether the chosen alternatives are among the presumed ones. An axis without a conclusion satisfies every condition.
  func satisfy(_ given: [Given]) -> Bool {
    given.allSatisfy { condition in
      guard let conclusion = first(where: { $0.axis.id == condition.axis }) else { return true }
      return condition.alternatives.contains(conclusion.chosen)
    }
  }
}
