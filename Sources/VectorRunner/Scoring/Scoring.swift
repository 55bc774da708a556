import APIOperations
import Vectors

/// Scores an implementation's answers after its alternatives are known.
struct Scoring {
  let identity: Identity
  let conclusions: [AxisConclusion]

  func status(of result: VectorResult) -> VectorResult.Status {
    let vector = result.vector
    guard identity.validates(vector.target) else {
      return .skipped("does not support the body \(vector.target)")
    }
    switch result.reply {
    case .failure(let failure): return .failed(failure)
    case .success(let observation):
      guard conclusions.satisfy(vector.given) else {
        return .skipped("the vector presumes another alternative")
      }
      guard let expectation = expectation(of: vector), !expectation.isMet(by: observation) else {
        return .passed
      }
      return .failed(
        Failure(kind(of: observation, for: vector, expectation), observation.description))
    }
  }

  /// The right answer under the alternative that the implementation has chosen.
  private func expectation(of vector: Vector) -> Expectation? {
    switch vector.judgement {
    case .fixed(let expectation): return expectation
    case .choice(let axis, let alternatives):
      let conclusion = conclusions.first { $0.axis.id == axis }
      return alternatives.first { $0.name == conclusion?.chosen }?.expectation
    }
  }

  private func kind(
    of observation: Observation, for vector: Vector, _ expectation: Expectation
  ) -> Failure.Kind {
    if case .choice(_, let alternatives) = vector.judgement,
      alternatives.contains(where: { $0.expectation.isMet(by: observation) })
    {
      return .inconsistent
    }
    if expectation.isMet(by: observation.outcome) { return .errors }
    if observation.outcome == .valid { return .accepted }
    return expectation == .valid ? .rejected : .outcome
  }
}
