import JSONText
import SchemaEvaluation
import SchemaRules
import Testing

/// The evaluator alone on the official suite, because other tests rely on it.
@Suite("The official test suite of JSON Schema, evaluated", OfficialSuite.isThere)
struct OfficialSuiteTests {
  @Test("agrees with the suite", arguments: OfficialSuite.files)
  func file(_ file: OfficialSuite.File) throws {
    for group in try OfficialSuite.groups(of: file) {
      let evaluator: SchemaEvaluator
      do {
        evaluator = try SchemaEvaluator(
          OfficialSuite.schema(group.schema, file.dialect, assertsFormat: file.assertsFormat))
      } catch {
        Issue.record("\(group.description): \(error)")
        continue
      }
      for test in group.tests {
        let verdict = evaluator.evaluate(test.instance).verdict
        #expect(
          verdict == (test.isValid ? .valid : .invalid),
          "\(file.path): \(group.description): \(test.description)")
      }
    }
  }
}
