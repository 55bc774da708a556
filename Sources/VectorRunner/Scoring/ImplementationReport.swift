import Vectors

/// The results of one implementation on the selected vectors.
public struct ImplementationReport: Sendable {
  /// The implementation.
  public let identity: Identity
  /// The result of each vector, in the order of the corpus.
  public let results: [VectorResult]
  /// The alternatives that explain the answers.
  public let conclusions: [AxisConclusion]
  /// The problems that belong to no vector.
  public let remarks: [String]
  /// The reason why the implementation could not be started; nil if it could.
  public let startFailure: Failure?

  /// The remarks, with the reason why the implementation could not be asked.
  var allRemarks: [String] { [startFailure?.detail].compactMap { $0 } + remarks }

  /// The duration of the run.
  public let duration: Duration

  /// The bodies that the implementation validates; those of the vectors if it names none.
  public var targets: [String] {
    identity.targets
      ?? results.reduce(into: []) { targets, result in
        if !targets.contains(result.vector.target) { targets.append(result.vector.target) }
      }
  }

  /// The number of right answers.
  public var passed: Int { results.count { $0.isPassed } }
  /// The number of vectors with a wrong answer or none.
  public var failed: Int { results.count { $0.failure != nil } }
  /// The number of vectors that do not apply to the implementation.
  public var skipped: Int { results.count - passed - failed }

  /// Whether there are right answers and no wrong ones.
  public var isPassed: Bool {
    passed > 0 && failed == 0 && remarks.isEmpty && startFailure == nil
  }

  /// The number of failures of each kind that occurred.
  public var failureCounts: [(kind: Failure.Kind, count: Int)] {
    Failure.Kind.allCases.map { kind in (kind, results.count { $0.failure?.kind == kind }) }
      .filter { $0.count > 0 }
  }

  /// The notes about parts of answers that could not be read, without duplicates, in the order of the first such
  /// answer.
  public var notes: [Note] {
    var notes: [Note] = []
    var indices: [String: Int] = [:]
    for result in results {
      guard let text = result.observation?.note else { continue }
      if let index = indices[text] {
        notes[index].count += 1
      } else {
        indices[text] = notes.count
        notes.append(Note(text: text, first: result.vector.id, count: 1))
      }
    }
    return notes
  }

  /// A note about a part of answers that could not be read. It does not affect the score.
  public struct Note: Hashable, Sendable, CustomStringConvertible {
    /// The part and the reason.
    public let text: String
    /// The id of the first vector with such an answer.
    public let first: String
    /// The number of answers.
    public fileprivate(set) var count: Int

    /// The note and the answers that it applies to, on one line.
    public var description: String {
      "\(text) (\(first)\(count == 1 ? "" : " and \(count - 1) more"))"
    }
  }

  /// The results of each class, sorted by class.
  public var classes: [(name: String, results: [VectorResult])] {
    Dictionary(grouping: results, by: \.className).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}

/// A run of several implementations over the same vectors.
public struct RunReport: Sendable {
  /// The version of the corpus.
  public let corpusVersion: String
  /// The day of the run, such as `2026-11-24`.
  public let date: String
  /// The results of each implementation.
  public let implementations: [ImplementationReport]

  /// Creates a report.
  public init(corpusVersion: String, date: String, implementations: [ImplementationReport]) {
    self.corpusVersion = corpusVersion
    self.date = date
    self.implementations = implementations
  }

  /// Whether every implementation passed.
  public var isPassed: Bool { implementations.allSatisfy(\.isPassed) }

  /// The number of vectors that were selected.
  public var vectorCount: Int { implementations.map(\.results.count).max() ?? 0 }
}
