import APIOperations
import Vectors

/// What an implementation's answers are worth, once its alternatives are known.
struct Scoring {
  let identity: Identity
  let conclusions: [AxisConclusion]

  func status(of result: VectorResult) -> VectorResult.Status {
    let vector = result.vector
    guard identity.validates(vector.target) else {
      return .skipped("does not support the body \(vector.target)")
    }
    func failed(_ kind: VectorResult.Failure.Kind, _ actual: String) -> VectorResult.Status {
      .failed(
        VectorResult.Failure(kind, expected: vector.judgement.summary, actual: actual))
    }
    switch result.reply {
    case nil: return failed(.notAsked, "the run had ended")
    case .inconclusive(let reason): return failed(.inconclusive, reason)
    case .failure(let failure):
      let kind: VectorResult.Failure.Kind =
        switch failure.kind {
        case .cannotStart, .crash: .crash
        case .timeOut: .timeOut
        case .breach: .breach
        case .service: .service
        }
      return failed(kind, failure.detail)
    case .observation(let observation):
      guard conclusions.satisfy(vector.given) else {
        return .skipped("the vector presumes another alternative")
      }
      guard let expectation = expectation(of: vector) else { return .passed }
      if expectation.isMet(by: observation) { return .passed }
      return failed(kind(of: observation, for: vector, expectation), observation.description)
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
  ) -> VectorResult.Failure.Kind {
    if case .choice(_, let alternatives) = vector.judgement,
      alternatives.contains(where: { $0.expectation.isMet(by: observation) })
    {
      return .inconsistent
    }
    if expectation.isMet(byOutcomeOf: observation) { return .errors }
    if observation.outcome == .valid { return .accepted }
    return expectation == .valid ? .rejected : .outcome
  }
}
