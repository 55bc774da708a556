/// The limits of the reader. A document that exceeds one is neither valid nor malformed.
public struct JSONLimits: Hashable, Sendable {
  /// The limits by name.
  public enum Limit: String, Hashable, Sendable, CaseIterable {
    /// The maximum nesting of containers.
    case depth
    /// The maximum number of bytes of a document.
    case documentBytes
  }

  /// The maximum nesting of objects and arrays; the outermost counts as 1.
  ///
  /// The reader needs one bit per level and does not recurse, so this limit protects programs that read the document
  /// later rather than this library.
  public var depth: Int
  /// The maximum number of bytes of a document.
  public var documentBytes: Int

  /// Creates limits; by default, 512 levels and 1 GiB.
  public init(depth: Int = 512, documentBytes: Int = 1 << 30) {
    self.depth = depth
    self.documentBytes = documentBytes
  }

  /// The value of the limit with the given name.
  public subscript(limit: Limit) -> Int {
    switch limit {
    case .depth: depth
    case .documentBytes: documentBytes
    }
  }
}
