/// A name or a string in the spelling that nearly every writer uses. Comparing two machine words moves a cursor past
/// it, or past the first 16 bytes of a longer one.
///
/// Worked example: for the name `name`, the token is `"name":` with quotes and colon, 7 bytes. `first` contains them
/// followed by a zero byte, `firstMask` covers 7 bytes, and `second` and its mask are 0.
@frozen @usableFromInline package struct CanonicalToken: BitwiseCopyable, Sendable {
  @usableFromInline var first: UInt64 = 0
  @usableFromInline var firstMask: UInt64 = 0
  @usableFromInline var second: UInt64 = 0
  @usableFromInline var secondMask: UInt64 = 0
  /// The number of bytes. If there are more than 16, only the first 16 are stored.
  package private(set) var count = 0

  /// A token that matches nothing.
  package static let unmatchable: CanonicalToken = {
    var spelling = CanonicalToken()
    // A mask of zero leaves only zeros, which never equal 1.
    spelling.first = 1
    return spelling
  }()

  private init() {}

  /// Creates the token of a member's name with its quotes and colon. Returns nil for a name that JSON text can spell
  /// only with escapes.
  package init?(ofName name: String) {
    self.init(quoting: name, end: "\":")
  }

  /// Creates the token of a string with its quotes. Returns nil for a string of more than 14 bytes, or one that JSON
  /// text can spell only with escapes.
  package init?(ofString text: String) {
    guard text.utf8.count <= 14 else { return nil }
    self.init(quoting: text, end: "\"")
  }

  private init?(quoting text: String, end: String) {
    let spelling = "\"\(text)\(end)".utf8
    guard
      text.utf8.allSatisfy({
        $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      })
    else { return nil }
    defer { count = spelling.count }
    for byte in spelling.prefix(16) {
      let shift = UInt64(count & 7) * 8
      if count < 8 {
        first |= UInt64(byte) << shift
        firstMask |= 0xFF << shift
      } else {
        second |= UInt64(byte) << shift
        secondMask |= 0xFF << shift
      }
      count += 1
    }
  }

  /// The first 16 bytes of the token, padded with zeros.
  package var words: WordsAhead { WordsAhead(first: first, second: second) }

  /// Whether the given bytes start with the token.
  @inlinable @inline(__always)
  package func stands(in ahead: WordsAhead) -> Bool {
    ahead.first & firstMask == first && ahead.second & secondMask == second
  }
}

/// The next 16 bytes of a document as two machine words, with the first byte in the low bits.
@frozen @usableFromInline package struct WordsAhead: BitwiseCopyable, Sendable {
  @usableFromInline let first: UInt64
  @usableFromInline let second: UInt64

  @inlinable @inline(__always)
  init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  /// The 8 bytes after the first one, which is the quote of a name or a string.
  @inlinable @inline(__always)
  package var wordAfterQuote: UInt64 { first >> 8 | second << 56 }

  /// The number of spaces at the start.
  @inlinable @inline(__always)
  package var spaceCount: Int {
    let others = first ^ 0x2020_2020_2020_2020
    if others != 0 { return others.trailingZeroBitCount >> 3 }
    return 8 &+ (second ^ 0x2020_2020_2020_2020).trailingZeroBitCount >> 3
  }

  /// The second 8 bytes.
  @inlinable @inline(__always)
  package var secondWord: UInt64 { second }
}

extension JSONCursor {
  /// The next 16 bytes; nil if there are fewer.
  @inlinable @inline(__always)
  package var wordsAhead: WordsAhead? {
    guard count &- position >= 16 else { return nil }
    // Sound: the guard above ensures that there are 16 bytes.
    let start = unsafe UnsafeRawPointer(base + position)
    return unsafe WordsAhead(
      first: UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)),
      second: UInt64(littleEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }
}
