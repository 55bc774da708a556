/// What stands in a document if a name or a string is spelled as nearly every writer spells it: one
/// comparison of two machine words moves a cursor past it, or of a long one past its first 16 bytes.
///
/// Worked example: of the name `name` that is `"name":` with quotes and colon, 7 bytes, so `first` holds
/// them with a zero byte behind, `firstMask` covers 7 bytes, and `second` and its mask are 0.
@frozen @usableFromInline package struct CanonicalToken: BitwiseCopyable, Sendable {
  @usableFromInline var first: UInt64 = 0
  @usableFromInline var firstMask: UInt64 = 0
  @usableFromInline var second: UInt64 = 0
  @usableFromInline var secondMask: UInt64 = 0
  /// The number of bytes. Of more than 16, only the first 16 are here.
  package private(set) var count = 0

  /// A spelling that stands nowhere.
  package static let unmatchable: CanonicalToken = {
    var spelling = CanonicalToken()
    // No byte is anything but 0 under a mask that covers none of it.
    spelling.first = 1
    return spelling
  }()

  private init() {}

  /// A member's name with its quotes and colon. Returns nil for a name that JSON text can only spell with
  /// escapes.
  package init?(ofName name: String) {
    self.init(quoting: name, end: "\":")
  }

  /// A string with its quotes. Returns nil for a string of more than 14 bytes, or one that JSON text can
  /// only spell with escapes.
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

  /// The spelling's own first sixteen bytes, with zeros behind it.
  package var words: WordsAhead { WordsAhead(first: first, second: second) }

  /// Whether it stands at the start of what is ahead.
  @inlinable @inline(__always)
  package func stands(in ahead: WordsAhead) -> Bool {
    ahead.first & firstMask == first && ahead.second & secondMask == second
  }
}

/// The next sixteen bytes of a document as two machine words, the first byte in the low bits.
@frozen @usableFromInline package struct WordsAhead: BitwiseCopyable, Sendable {
  @usableFromInline let first: UInt64
  @usableFromInline let second: UInt64

  @inlinable @inline(__always)
  init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  /// The eight bytes behind the first one, which is a quote where a name or a string begins.
  @inlinable @inline(__always)
  package var wordBehindQuote: UInt64 { first >> 8 | second << 56 }

  /// How many spaces come first.
  @inlinable @inline(__always)
  package var spaceCount: Int {
    let others = first ^ 0x2020_2020_2020_2020
    if others != 0 { return others.trailingZeroBitCount >> 3 }
    return 8 &+ (second ^ 0x2020_2020_2020_2020).trailingZeroBitCount >> 3
  }

  /// The eight bytes behind the first eight.
  @inlinable @inline(__always)
  package var secondWord: UInt64 { second }
}

extension JSONCursor {
  /// The next sixteen bytes; nil if there are fewer.
  @inlinable @inline(__always)
  package var wordsAhead: WordsAhead? {
    guard count &- position >= 16 else { return nil }
    // Sound: the bytes are there.
    let start = unsafe UnsafeRawPointer(base + position)
    return unsafe WordsAhead(
      first: UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)),
      second: UInt64(littleEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }
}
