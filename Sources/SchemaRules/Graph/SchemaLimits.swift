/// The limits of compiling a schema, which protect against hostile schemas.
public enum SchemaLimits {
  /// The maximum number of nodes of a compiled schema.
  public static let compiledNodes = 250_000
  /// The maximum number of members, elements, listed values and checks of a compiled schema, each counted for every
  /// node that it becomes part of.
  public static let compiledMembers = 8_000_000
  /// The maximum number of keywords that the compiler processes, each counted for every node that it becomes part of.
  public static let compilationSteps = 100_000_000
  /// The number of steps after which nodes are no longer merged, plus 200 for each node of the schema.
  static let mergingSteps = 2_000_000
  /// The maximum nesting of a value that is compared with another.
  public static let comparedDepth = 512
  /// The maximum nesting of places of a schema: the same as that of documents.
  public static let placeDepth = 512
  /// The maximum nesting of declared fields.
  public static let declaredDepth = 128
}
