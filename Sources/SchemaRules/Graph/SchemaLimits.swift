/// The bounds within which a schema is compiled, whoever wrote it.
public enum SchemaLimits {
  /// How many nodes a compiled schema has at most.
  public static let compiledNodes = 250_000
  /// How many members, elements, listed values and checks a compiled schema has at most, each counted for
  /// every node that it becomes part of.
  public static let compiledMembers = 8_000_000
  /// How many keywords are followed to compile a schema, each counted for every node that it becomes part
  /// of.
  public static let compilationSteps = 100_000_000
  /// After how many of them nodes are no longer merged, and 200 more for each node of the schema.
  static let mergingSteps = 2_000_000
  /// How many containers may stand inside one another in a value that is compared with another.
  public static let comparedDepth = 512
  /// How deep places of a schema are followed inside one another: as deep as documents may be.
  public static let placeDepth = 512
  /// How deep declared fields may be nested.
  public static let declaredDepth = 128
}
