public import SchemaRules

extension AddBackupDestination {
  /// What was decided where the page is silent or contradicts itself.
  public static let decisions: [Decision] = []
}
