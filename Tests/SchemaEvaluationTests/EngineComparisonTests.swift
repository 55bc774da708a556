import Foundation
import JSONText
import SchemaEvaluation
import SchemaRules
import Testing

/// The validator against the evaluator: the schemas of the official suite, and instances changed at random.
///
/// `CONFORM_SEED` and `CONFORM_DOCUMENTS`, the number of instances per schema, choose others and more.
@Suite("Validator and evaluator", OfficialSuite.isThere)
struct EngineComparisonTests {
  private static func number(_ variable: String, otherwise: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? otherwise
  }

  @Test("give the same verdict", arguments: OfficialSuite.files)
  func sameVerdict(_ file: OfficialSuite.File) throws {
    for (ordinal, group) in try OfficialSuite.groups(of: file).enumerated() {
      let schema = try OfficialSuite.schema(
        group.schema, file.dialect, assertsFormat: file.assertsFormat)
      let validator = try Validator(schema)
      let evaluator = try SchemaEvaluator(schema)
      let instances = group.tests.map(\.instance)
      var mutator = InstanceMutator(
        seed: UInt64(Self.number("CONFORM_SEED", otherwise: 1) &+ ordinal &* 1000),
        pool: instances + [group.schema])
      for _ in 0..<Self.number("CONFORM_DOCUMENTS", otherwise: 100) {
        let instance = mutator.mutated(mutator.random.pick(instances))
        let text = instance.compactText
        let outcome = validator.validate(text).outcome
        let unit = evaluator.evaluate(instance)
        // The validator calls a result indeterminate whatever else is wrong.
        if outcome == .indeterminate || unit.verdict == .indeterminate { continue }
        #expect(
          (outcome == .valid) == (unit.verdict == .valid),
          "\(file.path): \(group.description)\n\(group.schema.compactText)\n\(text): \(outcome)")
      }
    }
  }
}
