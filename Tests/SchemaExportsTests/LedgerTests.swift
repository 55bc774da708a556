import BackupDestinations
import SchemaExports
import SchemaRules
import Testing

@Suite("What exports say and what they lose")
struct LedgerTests {
  /// Nothing is lost silently: a rule that the export does not state stands in its ledger.
  @Test(arguments: ExportFormat.allCases)
  func everyRuleIsStatedOrLost(format: ExportFormat) {
    let operation = AddBackupDestination.operation
    for id in operation.schemas.map(\.id) {
      let export = Export(format, of: operation, schemaID: id)
      let schemas =
        format == .jsonSchema ? operation.schemas.filter { $0.id == id } : operation.schemas
      for rule in schemas.flatMap(\.rules) {
        #expect(
          export.rules.contains(rule.id) || export.ledger.rules.contains(rule.id), "\(rule.id)")
      }
    }
  }
}
