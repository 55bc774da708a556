import APIOperations
import BackupDestinations
import ExampleOperation
import SchemaExports
import SchemaRules
import Testing

@Suite("Content and losses of exports")
struct LedgerTests {
  static let operations = [AddBackupDestination.operation, RegisterParcel.operation]

  /// No loss is silent: a rule that the export does not state is in its ledger.
  @Test(arguments: ExportFormat.allCases)
  func everyRuleIsStatedOrLost(format: ExportFormat) {
    for operation in Self.operations {
      for schema in operation.schemas {
        let export = Export(format, of: operation, schemaID: schema.id)
        let schemas = format == .jsonSchema ? [schema] : operation.schemas
        let rules = Set(schemas.flatMap(\.rules).map { Array($0.id.utf8) })
        let stated = export.rules.map { Array($0.utf8) }
        #expect(
          rules.subtracting(stated).subtracting(export.ledger.rules.map { Array($0.utf8) }).isEmpty)
        #expect(rules.isSuperset(of: stated))
      }
    }
  }

  /// Each export contains its own ledger, so readers cannot miss it.
  @Test(arguments: ExportFormat.allCases)
  func exportContainsTheLedger(format: ExportFormat) {
    for operation in Self.operations {
      let export = Export(format, of: operation)
      #expect(!export.ledger.losses.isEmpty)
      for loss in export.ledger.losses { #expect(export.text.contains(loss.id), "\(loss.id)") }
    }
  }

  static let entries: [(format: ExportFormat, loss: String, rules: [String], why: String)] = [
    (
      .jsonSchema, "unknown-fields-report",
      ["register-parcel.request/customs/additionalProperties"], "JSON Schema has no warnings"
    ),
    (
      .jsonSchema, "dollar", ["register-parcel.request/tags/*/pattern"],
      "the pattern of the request; that of the response is another document"
    ),
    (
      .jsonSchema, "whole-numbers", ["register-parcel.request/pieces/type"],
      "1.0 is a whole number"
    ),
    (
      .typeScript, "numbers",
      ["register-parcel.request/weight/type", "register-parcel.request/pieces/type"],
      "one type for both kinds of numbers"
    ),
    (
      .typeScript, "secrets",
      [
        "register-parcel.request/customs/type",
        "register-parcel.request/customs/pass~0~1word/type",
      ], "a String prints"
    ),
  ]

  @Test(arguments: entries)
  func entry(format: ExportFormat, loss: String, rules: [String], why: String) throws {
    let ledger = LossLedger(format, of: [RegisterParcel.request])
    let entry = try #require(ledger.losses.first { $0.id == loss })
    #expect(entry.rules == rules, "\(why)")
  }

  /// A schema whose two members have canonically equivalent names, which are different names in JSON.
  static let equivalent = Schema(
    id: "cafe", title: "",
    root: .object(
      "",
      ["caf\u{E9}", "cafe\u{301}"].map { .required($0, .string("", .minLength(1), .maxLength(9))) })
  )

  @Test(arguments: ExportFormat.allCases)
  func equivalentNamesAreDifferent(format: ExportFormat) throws {
    let rules = Self.equivalent.rules.map { Array($0.id.utf8) }
    let ledger = LossLedger(format, of: [Self.equivalent])
    let stated = Export(format, of: Self.equivalent)?.rules ?? []
    for rule in rules where format == .typeScript || format == .swift || format == .jsonSchema {
      #expect((stated + ledger.rules).contains { Array($0.utf8) == rule })
    }
    #expect(Set(stated.map { Array($0.utf8) }).count == stated.count)
  }

  /// The export of an operation lists no losses that do not concern it.
  @Test func noPatternsNoPatternLosses() {
    let plain = Schema(
      id: "plain", title: "Plain",
      root: .object("Plain.", [.required("on", .boolean("On."))]))
    let ids = LossLedger(.jsonSchema, of: [plain]).losses.map(\.id)
    #expect(ids == ["duplicate-keys", "strict-text", "limits", "provenance"])
  }
}
