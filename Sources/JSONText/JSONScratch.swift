/// Memory that the reader needs beyond the document's bytes, kept from one document to the next
/// so that reading does not allocate once it is warm.
public struct JSONScratch: ~Copyable, Sendable {
  /// The member names of the open objects that nothing else keeps track of.
  package var keys = ObjectKeys()
  /// The open containers.
  package var nesting: Nesting
  /// The unescaped bytes of the string at hand.
  private var text: [UInt8] = []

  /// More bytes of unescaped text than this are given back after use.
  private static let keptBytes = 1 << 20

  /// How much memory is held.
  package var byteCount: Int { keys.byteCount + text.capacity }

  /// Empty memory, for documents within limits.
  public init(limits: JSONLimits = JSONLimits()) {
    nesting = Nesting(limit: limits.depth)
  }

  /// Calls `body` with the bytes of a scanned string, its escapes resolved.
  @unsafe package mutating func withUnescaped<Result>(
    _ token: StringToken, from cursor: JSONCursor, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    cursor.appendUnescaped(token, to: &text)
    defer { text.removeAll(keepingAtMost: Self.keptBytes) }
    return unsafe text.withUnsafeBytes { unsafe body($0) }
  }

  /// Forgets everything but the memory. Needed before the next document where the last one ended in a
  /// fault or went beyond a limit; any other document leaves the memory as it found it.
  public mutating func reset() {
    keys.reset()
    nesting.reset()
  }
}
