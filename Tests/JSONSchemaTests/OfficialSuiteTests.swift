import Foundation
import JSONSchema
import JSONSchemaSuite
import JSONText
import SchemaRules
import Testing

@Suite("The official test suite of JSON Schema")
struct OfficialSuiteTests {
  @Test(
    "agrees with the suite",
    OfficialSuite.isThere,
    arguments: try OfficialSuite.files())
  func file(_ file: OfficialSuite.File) throws {
    for group in try OfficialSuite.groups(of: file) {
      let options = JSONSchemaOptions(
        dialect: file.dialect, assertsFormat: file.assertsFormat, lookup: OfficialSuite.remote)
      let validator: Validator
      do {
        validator = try Validator(Schema(jsonSchema: group.schema, options: options))
      } catch {
        Issue.record("\(file.id): \(group.description): \(error)")
        continue
      }
      for test in group.tests {
        let name = "\(file.id): \(group.description): \(test.description)"
        guard !OfficialSuite.excluded.contains(name) else { continue }
        let outcome = validator.validate(test.document).outcome
        #expect(outcome == (test.isValid ? .valid : .invalid), "\(name)")
      }
    }
  }
}
