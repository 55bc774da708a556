import APIOperations
import BackupDestinations
import Foundation
import Vectors

@testable import VectorRunner

/// The corpus, read once, and the programs that are asked about it.
enum Fixture {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let loaded = Result { () throws(CorpusError) in
    try CorpusFolder(path: root.appending(path: "vectors").path)
      .load(builtIns: AddBackupDestination.operation.schemas)
  }

  private static let selected = Result { try corpus().selection() }

  static func corpus() throws -> Corpus { try loaded.get() }

  /// The first vectors that fit.
  static func vectors(
    _ count: Int = .max, where isWanted: (Vector) -> Bool = { _ in true }
  ) throws -> [SelectedVector] {
    Array(try selected.get().filter { isWanted($0.vector) }.prefix(count))
  }

  /// Requests that are invalid and valid in turn, for programs that need few.
  static func mixed(_ count: Int) throws -> [SelectedVector] {
    let valid = try vectors(count / 2) {
      $0.target == "request" && $0.judgement == .fixed(.valid)
    }
    let invalid = try vectors(count / 2) { $0.target == "request" && !$0.judgement.canBeValid }
    return zip(invalid, valid).flatMap { [$0, $1] }
  }

  /// The library on the bodies of the corpus.
  static func library(version: String) throws -> LibrarySession {
    LibrarySession(try LibraryChecker(corpus().bodies), version: version)
  }

  static func adapter(_ name: String) -> String {
    root.appending(path: "vectors/adapters").appending(path: name).path
  }

  static func program(_ name: String) -> String {
    root.appending(path: "Tests/VectorRunnerTests/Programs").appending(path: name).path
  }

  static func report(
    on session: any Session, _ vectors: [SelectedVector]
  ) throws -> ImplementationReport {
    VectorRun(axes: try corpus().axes, vectors: vectors).report(on: session)
  }
}

/// An implementation that knows the right answers, and may bend them.
final class OracleSession: Session {
  let identity: Identity
  private let answers: [[UInt8]: (Vector, Observation)]
  private let bend: (Vector, Observation) -> Observation

  /// - Parameter chosen: The alternatives that it takes, where they are not the recommended ones.
  init(
    _ corpus: Corpus, _ vectors: [SelectedVector], choosing chosen: [String: String] = [:],
    reportsErrors: Bool = true, bend: @escaping (Vector, Observation) -> Observation = { $1 }
  ) {
    identity = Identity(name: "oracle", kind: .library, reportsErrors: reportsErrors)
    self.bend = bend
    var answers: [[UInt8]: (Vector, Observation)] = [:]
    for selected in vectors {
      let vector = selected.vector
      var expectation = corpus.recommendedExpectation(of: vector)
      if case .choice(let axis, let alternatives) = vector.judgement, let name = chosen[axis],
        let alternative = alternatives.first(where: { $0.name == name })
      {
        expectation = alternative.expectation
      }
      let key = Array(vector.target.utf8) + vector.input.bytes
      answers[key] = (vector, Self.observation(expectation, reportsErrors))
    }
    self.answers = answers
  }

  private static func observation(_ expectation: Expectation, _ withErrors: Bool) -> Observation {
    switch expectation {
    case .valid: Observation(.valid)
    case .malformed: Observation(.malformed)
    case .refused: Observation(.unsupported)
    case .invalid(let findings): Observation(.invalid, withErrors ? findings : nil)
    }
  }

  func start() throws(Failure) {}

  func ask(_ bytes: [UInt8], as target: String) throws(Failure) -> Observation {
    guard let (vector, observation) = answers[Array(target.utf8) + bytes] else {
      throw Failure(.breach, "an unknown document")
    }
    return bend(vector, observation)
  }

  func finish() -> [Breach] { [] }
}
