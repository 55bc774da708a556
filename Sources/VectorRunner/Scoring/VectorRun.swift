public import APIOperations
import Vectors

/// A run of one implementation over vectors.
public struct VectorRun {
  /// The numbers of failures at which a run gives up.
  struct Patience {
    /// Failures in a row before the first answer.
    var beforeFirstAnswer = 3
    /// Failures in a row after it.
    var inARow = 25
    /// Failures in all.
    var inAll = 500
  }

  private let axes: [Decision]
  private let vectors: [SelectedVector]
  private let requirements: [Requirement]
  var patience = Patience()

  /// Creates a run over vectors of a corpus with these axes.
  ///
  /// - Parameter requirements: The alternatives that an implementation must follow.
  public init(axes: [Decision], vectors: [SelectedVector], requirements: [Requirement] = []) {
    self.axes = axes
    self.requirements = requirements
    self.vectors = vectors
  }

  /// Runs every vector that applies to the implementation.
  ///
  /// - Parameter progress: Called after each vector with the number of finished vectors.
  public func report(
    on session: any Session, progress: (Int) -> Void = { _ in }
  ) -> ImplementationReport {
    let clock = ContinuousClock()
    let begin = clock.now
    var questions: [Int] = []
    var results = vectors.map { VectorResult(vector: $0.vector, className: $0.className) }
    var startFailure: Failure?
    var remarks: [String] = []
    do throws(Failure) {
      try session.start()
      var trouble = Trouble(patience: patience)
      for (index, selected) in vectors.enumerated() {
        guard session.identity.validates(selected.vector.target) else { continue }
        let bytes = selected.vector.input.bytes
        let start = clock.now
        let reply = Reply { () throws(Failure) in
          try session.ask(bytes, as: selected.vector.target)
        }
        questions.append(index)
        results[index].duration = clock.now - start
        results[index].reply = reply
        progress(index + 1)
        if session.identity.kind == .service, case .success(let observation) = reply,
          observation.outcome == .valid, !selected.vector.judgement.canBeValid
        {
          remarks.append(
            "stopped: the service accepted \(selected.vector.id), which must be rejected")
          break
        }
        if let reason = trouble.reasonToStop(after: reply) {
          remarks.append("gave up after \(selected.vector.id): \(reason)")
          break
        }
      }
    } catch {
      startFailure = error
    }
    let breaches = startFailure == nil ? session.finish() : []
    let duration = clock.now - begin
    let conclusions = results.conclusions(on: axes)
    let scoring = Scoring(identity: session.identity, conclusions: conclusions)
    for index in results.indices { results[index].status = scoring.status(of: results[index]) }
    for breach in breaches {
      if let question = breach.question, question < questions.count {
        results[questions[question]].status = .failed(Failure(.breach, breach.detail))
      } else {
        remarks.append(breach.detail)
      }
    }
    if startFailure == nil { remarks += requirements.compactMap { $0.remark(on: conclusions) } }
    let secrets = Secrets(session.secrets)
    return ImplementationReport(
      identity: secrets.scrubbed(session.identity), results: results.map(secrets.scrubbed),
      conclusions: conclusions, remarks: remarks.map(secrets.scrubbed),
      startFailure: startFailure.map(secrets.scrubbed), duration: duration)
  }
}

/// Counts failures and inconclusive answers.
private struct Trouble {
  let patience: VectorRun.Patience
  private var hasAnswered = false
  private var failuresInARow = 0
  private var failures = 0
  private var inconclusiveInARow = 0

  init(patience: VectorRun.Patience) {
    self.patience = patience
  }

  mutating func reasonToStop(after reply: Reply) -> String? {
    switch reply {
    case .success:
      hasAnswered = true
      (failuresInARow, inconclusiveInARow) = (0, 0)
      return nil
    case .failure(let failure) where failure.kind == .inconclusive:
      (failuresInARow, inconclusiveInARow) = (0, inconclusiveInARow + 1)
      return inconclusiveInARow == ServiceSession.inconclusiveLimit
        ? "\(inconclusiveInARow) answers in a row were inconclusive (\(failure.detail))" : nil
    case .failure(let failure):
      failures += 1
      failuresInARow += 1
      let most = hasAnswered ? patience.inARow : patience.beforeFirstAnswer
      if failuresInARow >= most { return "\(failuresInARow) failures in a row (\(failure.detail))" }
      return failures >= patience.inAll ? "\(failures) failures" : nil
    }
  }
}
