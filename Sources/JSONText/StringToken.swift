/// The position of a string in the document, and the results of scanning it.
@frozen @usableFromInline package struct StringToken: Hashable, Sendable, BitwiseCopyable {
  /// The byte offset of the first byte after the opening quote.
  @usableFromInline package let start: Int
  /// The byte offset of the closing quote.
  @usableFromInline package let end: Int
  /// The string's length in code points; an escape counts as the character that it represents.
  @usableFromInline package let lengthInCodePoints: Int
  /// Whether the bytes between the quotes differ from the string's own UTF-8.
  @usableFromInline package let hasEscapes: Bool

  @inlinable init(start: Int, end: Int, lengthInCodePoints: Int, hasEscapes: Bool) {
    self.start = start
    self.end = end
    self.lengthInCodePoints = lengthInCodePoints
    self.hasEscapes = hasEscapes
  }

  /// The byte offsets of the token with its quotes.
  package var byteRange: Range<Int> { (start - 1)..<(end + 1) }
}
