/// Memory that the reader needs in addition to the document's bytes. It is reused for the next document, so reading
/// does not allocate once it is warm.
public struct JSONScratch: ~Copyable, Sendable {
  /// The member names of the open objects, except those that the caller tracks itself.
  package var keys = ObjectKeys()
  /// The open containers.
  package var nesting: Nesting
  /// The unescaped bytes of the current string.
  private var text: [UInt8] = []

  /// The maximum number of bytes of unescaped text whose memory is kept after use.
  private static let keptBytes = 1 << 20

  /// The size of the memory in bytes.
  package var byteCount: Int { keys.byteCount + text.capacity }

  /// Creates empty memory for documents within the given limits.
  public init(limits: JSONLimits = JSONLimits()) {
    nesting = Nesting(limit: limits.depth)
  }

  /// Calls `body` with the bytes of a scanned string after resolving its escapes.
  @unsafe package mutating func withUnescaped<Result>(
    _ token: StringToken, from cursor: JSONCursor, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    cursor.appendUnescaped(token, to: &text)
    defer { text.removeAll(keepingAtMost: Self.keptBytes) }
    return unsafe text.withUnsafeBytes { unsafe body($0) }
  }

  /// Resets the state but keeps the memory. Call it after a document that was malformed or exceeded a limit; other
  /// documents leave the state as they found it.
  public mutating func reset() {
    keys.reset()
    nesting.reset()
  }
}
