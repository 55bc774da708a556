import APIOperations
import Testing
import Vectors

@testable import VectorRunner

/// The alternatives that the answers of an implementation imply.
@Suite("Axis inference")
struct InferenceTests {
  struct Pick: Sendable, CustomTestStringConvertible {
    let axis: String
    let alternative: String

    var testDescription: String { "\(axis): \(alternative)" }
  }

  static func picks() throws -> [Pick] {
    try Fixture.corpus().axes.flatMap { axis in
      axis.alternatives.map { Pick(axis: axis.id, alternative: $0.name) }
    }
  }

  static func choices(_ axis: String? = nil) throws -> [SelectedVector] {
    try Fixture.vectors { vector in
      guard case .choice(let name, _) = vector.judgement else { return false }
      return axis == nil || name == axis
    }
  }

  @Test(arguments: try picks())
  func eachAlternativeIsFoundAndPasses(_ pick: Pick) throws {
    let (corpus, vectors) = (try Fixture.corpus(), try Self.choices())
    let session = OracleSession(corpus, vectors, choosing: [pick.axis: pick.alternative])
    let report = try Fixture.report(on: session, vectors)
    #expect(report.isPassed, "\(report.results.compactMap(\.failure).prefix(3))")
    for conclusion in report.conclusions {
      let expected =
        conclusion.axis.id == pick.axis ? pick.alternative : conclusion.axis.recommended
      #expect(conclusion.isConsistent)
      #expect(conclusion.chosen == expected)
    }
  }

  @Test(arguments: try Fixture.corpus().axes.map(\.id))
  func aMixOfAlternativesFails(_ name: String) throws {
    let corpus = try Fixture.corpus()
    let axis = try #require(corpus.axes.first { $0.id == name })
    let other = try #require(axis.alternatives.first { $0.name != axis.recommended }?.name)
    let vectors = try Self.choices(name)
    // Of the documents on which the two differ, every other one gets the other one's answer.
    let differing = vectors.filter { selected in
      guard case .choice(_, let alternatives) = selected.vector.judgement else { return false }
      let answers = alternatives.filter { [other, axis.recommended].contains($0.name) }
      return selected.vector.given.isEmpty && Set(answers.map(\.expectation)).count == 2
    }
    try #require(differing.count > 1)
    let strays = Set(differing.indices.filter { $0 % 2 == 0 }.map { differing[$0].vector.id })
    let stray = OracleSession(corpus, vectors, choosing: [name: other])
    let session = OracleSession(corpus, vectors) { vector, observation in
      guard strays.contains(vector.id),
        let strayed = try? stray.ask(vector.input.bytes, as: vector.target)
      else { return observation }
      return strayed
    }
    let report = try Fixture.report(on: session, vectors)
    let conclusion = try #require(report.conclusions.first)
    #expect(!conclusion.isConsistent)
    #expect(conclusion.summary.contains("INCONSISTENT"))
    #expect(!report.isPassed)
    #expect(report.results.count { $0.failure?.kind == .inconsistent } == conclusion.strays)
  }

  @Test func verdictsAloneAreScoredOnVerdicts() throws {
    let (corpus, vectors) = (try Fixture.corpus(), try Fixture.vectors())
    let session = OracleSession(corpus, vectors, reportsErrors: false)
    let report = try Fixture.report(on: session, vectors)
    #expect(report.isPassed)
    #expect(report.conclusions.contains { $0.candidates.count > 1 })
  }

  @Test func unreportedErrorsFail() throws {
    let (corpus, vectors) = (try Fixture.corpus(), try Self.choices())
    let session = OracleSession(corpus, vectors) { _, observation in
      var first = observation
      first.findings = observation.findings.map { Array($0.prefix(1)) }
      return first
    }
    let report = try Fixture.report(on: session, vectors)
    #expect(!report.isPassed)
    #expect(report.results.contains { $0.failure?.kind == .errors })
  }

  @Test func rejectedMatchesInvalidAndMalformed() throws {
    let (corpus, vectors) = (try Fixture.corpus(), try Fixture.vectors())
    let session = OracleSession(corpus, vectors, reportsErrors: false) { _, observation in
      observation.outcome == .valid ? observation : Observation(.rejected)
    }
    #expect(try Fixture.report(on: session, vectors).isPassed)
  }
}
