import Foundation
import JSONSchema
import JSONSchemaSuite
import JSONText
import SchemaExports
import SchemaRules
import Testing

@Suite("The official test suite of JSON Schema")
struct OfficialSuiteTests {
  /// The losses of an export to 2020-12, as its ledger lists them.
  static let lost = [
    "draft7/optional/content.json": "since 2019-09, content keywords only annotate",
    "draft4/optional/zeroTerminatedFloats.json": "in draft 4, 1.0 is not an integer",
    "draft2020-12/optional/format-assertion.json":
      "a vocabulary of the meta-schema asserts formats",
  ]

  /// Each schema of the suite gives the same verdicts after it is exported as 2020-12 and read again.
  @Test(
    "survives an export",
    .enabled(
      if: OfficialSuite.directory != nil,
      "set CONFORM_JSON_SCHEMA_SUITE to a copy of the official test suite"),
    arguments: try OfficialSuite.files())
  func export(_ file: OfficialSuite.File) throws {
    if Self.lost[file.id] != nil { return }
    for group in try OfficialSuite.groups(of: file) {
      let options = JSONSchemaOptions(
        dialect: file.dialect, assertsFormat: file.assertsFormat, lookup: OfficialSuite.remote)
      let schema = try Schema(jsonSchema: group.schema, options: options)
      let text = try #require(Export(.jsonSchema, of: schema)).text
      let validators: [Validator]
      do {
        let again = try Schema(
          jsonSchema: Array(text.utf8),
          options: JSONSchemaOptions(assertsFormat: file.assertsFormat))
        validators = [try Validator(schema), try Validator(again)]
      } catch {
        Issue.record("\(file.id): \(group.description): \(error)\n\(text)")
        continue
      }
      for test in group.tests {
        let outcomes = validators.map { $0.validate(test.document).outcome }
        #expect(
          outcomes[0] == outcomes[1],
          "\(file.id): \(group.description): \(test.description)\n\(text)")
      }
    }
  }

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
        let outcome = validator.validate(test.document).outcome
        #expect(outcome == (test.isValid ? .valid : .invalid), "\(name)")
      }
    }
  }
}
