import Foundation
import JSONText
import SchemaEvaluation
import SchemaRules
import Testing

/// Compares the validator with the evaluator: on the schemas of the official suite, separately and combined at
/// random, and on randomly changed instances.
///
/// `CONFORM_SEED` selects others; `CONFORM_DOCUMENTS` is the number of instances for each schema.
@Suite("Validator and evaluator", OfficialSuite.isThere)
struct EngineComparisonTests {
  private static func number(_ variable: String, otherwise: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? otherwise
  }

  private static let seed = UInt64(number("CONFORM_SEED", otherwise: 1))

  @Test("agree on the schemas of the suite", arguments: OfficialSuite.files)
  func suite(_ file: OfficialSuite.File) throws {
    for (ordinal, group) in try OfficialSuite.groups(of: file).enumerated() {
      let schema = try OfficialSuite.schema(
        group.schema, file.dialect, assertsFormat: file.assertsFormat)
      try Self.compare(
        schema, group.schema, group.tests.map(\.instance),
        seed: Self.seed &+ UInt64(ordinal) &* 1000,
        count: Self.number("CONFORM_DOCUMENTS", otherwise: 50), file.path)
    }
  }

  @Test("agree on combinations of the suite's schemas", arguments: Dialect.allCases)
  func combinations(_ dialect: Dialect) throws {
    var groups: [OfficialSuite.Group] = []
    for file in OfficialSuite.files where file.dialect == dialect && !file.path.contains("optional")
    {
      groups += try OfficialSuite.groups(of: file)
    }
    var combiner = SchemaCombiner(seed: Self.seed, dialect: dialect, groups: groups)
    for ordinal in 0..<300 {
      let (value, instances) = combiner.next()
      let schema = try OfficialSuite.schema(value, dialect)
      try Self.compare(
        schema, value, instances, seed: Self.seed &+ UInt64(ordinal) &* 1000,
        count: Self.number("CONFORM_DOCUMENTS", otherwise: 20), "combination")
    }
  }

  static func compare(
    _ schema: Schema, _ text: JSONValue, _ instances: [JSONValue], seed: UInt64, count: Int,
    _ comment: String
  ) throws {
    let validator = try Validator(schema)
    let evaluator = try SchemaEvaluator(schema)
    var mutator = InstanceMutator(seed: seed, pool: instances + [text])
    for _ in 0..<count {
      let instance = mutator.mutated(mutator.random.pick(instances))
      let document = instance.compactText
      let result = validator.validate(document)
      let unit = evaluator.evaluate(instance)
      // The validator's result can be indeterminate whatever else is wrong.
      if result.outcome == .indeterminate || unit.verdict == .indeterminate { continue }
      guard (result.outcome == .valid) == (unit.verdict == .valid) else {
        Issue.record("\(comment)\n\(text.compactText)\n\(document): \(result.outcome)")
        continue
      }
      var failures: Set<Failure> = []
      collect(unit, &failures)
      for error in result.errors {
        let failure = Failure(location: error.rule.location, pointer: error.pointer)
        // Only the validator's errors have a separate place for a missing member or a member's name.
        let outer = Failure(location: error.rule.location, pointer: error.pointer.parent)
        if !failures.contains(failure), !failures.contains(outer) {
          Issue.record("\(comment)\n\(text.compactText)\n\(document): \(failure)")
        }
      }
    }
  }

  /// A violated rule, by its location in the schema and the place of the value.
  private struct Failure: Hashable {
    let location: String
    let pointer: JSONPointer
  }

  private static func collect(_ unit: EvaluationUnit, _ failures: inout Set<Failure>) {
    for error in unit.errors {
      let step =
        error.name.isEmpty ? "" : JSONPointer.root.appending(error.name).uriFragment.dropFirst()
      failures.insert(
        Failure(location: unit.schemaLocation + step, pointer: unit.instanceLocation))
    }
    for inner in unit.details { collect(inner, &failures) }
  }
}

extension JSONPointer {
  /// The pointer to the container of the value; for the root, its own.
  fileprivate var parent: JSONPointer {
    tokens.dropLast().reduce(.root) { $0.appending($1) }
  }
}
