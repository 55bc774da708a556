/// The bounds within which the reader works; going past one is neither valid nor malformed.
public struct JSONLimits: Hashable, Sendable {
  /// The bounds by name.
  public enum Limit: String, Hashable, Sendable, CaseIterable {
    /// How many containers may stand inside one another.
    case depth
    /// How many bytes a document may have.
    case documentBytes
  }

  /// How many objects and arrays may stand inside one another, the outermost counted as 1.
  ///
  /// The reader keeps one bit a level and does not recurse, so that the bound protects whoever
  /// reads the document next rather than this library.
  public var depth: Int
  /// How many bytes a document may have.
  public var documentBytes: Int

  /// 512 levels and 1 GiB, unless told otherwise.
  public init(depth: Int = 512, documentBytes: Int = 1 << 30) {
    self.depth = depth
    self.documentBytes = documentBytes
  }

  /// The value of the bound with the given name.
  public subscript(limit: Limit) -> Int {
    switch limit {
    case .depth: depth
    case .documentBytes: documentBytes
    }
  }
}
