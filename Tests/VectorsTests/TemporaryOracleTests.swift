import APIOperations
import JSONText
import SchemaEvaluation
import SchemaRules
import Testing
import Vectors

@Suite("Oracle against the old model")
struct TemporaryOracleTests {
  @Test func agrees() throws {
    let corpus = try TestCorpus.load()
    var evaluators: [String: SchemaEvaluator] = [:]
    for body in corpus.bodies { evaluators[body.name] = try SchemaEvaluator(body.schema) }
    var limits = JSONLimits()
    limits.depth = 512
    var (compared, wrong) = (0, 0)
    for vector in corpus.vectors {
      guard vector.input.bytes.count < 30_000, let value = try? JSONValue(parsing: vector.input.bytes, limits: limits), let evaluator = evaluators[vector.target] else { continue }
      var cases: [(Interpretation, Vectors.Expectation)] = []
      switch vector.judgement {
      case .fixed(let expectation): cases = [(Interpretation(), expectation)]
      case .choice(let axis, let alternatives):
        if ["depth", "document-size", "number-range"].contains(axis) { continue }
        cases = alternatives.map { (Interpretation().choosing($0.name, on: axis)!, $0.expectation) }
      }
      for (interpretation, expectation) in cases {
        compared += 1
        let violations = evaluator.violations(of: value, under: interpretation)
        let findings = (violations ?? []).map { Finding($0.pointer.description, $0.keyword.rawValue) }
        let actual: Vectors.Expectation = findings.isEmpty ? .valid : .invalid(findings)
        if actual != expectation {
          wrong += 1
          if wrong < 30 { Issue.record("\(vector.id) \(vector.judgement)\n expected \(expectation)\n actual \(actual)") }
        }
      }
    }
    #expect(wrong == 0)
    print("compared", compared, "wrong", wrong)
  }
}
