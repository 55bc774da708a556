/// A position in the bytes of one document, and the steps that the reader takes from it.
///
/// The reader builds no tree and no tokens. The caller requests what it expects, and the cursor moves on or throws a
/// `JSONFault`.
///
/// https://www.rfc-editor.org/rfc/rfc8259
///
/// The type is marked safe although it holds a pointer: each load follows a comparison of its offset with `count`,
/// and only `init(unsafeBytes:)` creates a cursor, whose caller guarantees that the bytes outlive it.
@safe @frozen @usableFromInline package struct JSONCursor {
  @usableFromInline let base: UnsafePointer<UInt8>
  /// The number of bytes in the document.
  @usableFromInline package let count: Int
  /// The byte offset of the next byte to read.
  @usableFromInline package var position: Int

  /// Creates a cursor at the start of a document. The bytes must stay alive and unchanged while it is used.
  @inlinable package init(unsafeBytes bytes: UnsafeRawBufferPointer) {
    // An empty buffer may have no address. The cursor never loads from it.
    let start =
      unsafe bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1 as UInt).unsafelyUnwrapped
    unsafe base = start.assumingMemoryBound(to: UInt8.self)
    count = bytes.count
    position = 0
  }

  /// Whether every byte has been read.
  @inlinable package var isAtEnd: Bool { position >= count }

  /// The byte at an offset, which must be in `0..<count`.
  @inlinable @inline(__always) func byte(at offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < count)
    return unsafe base[offset]
  }

  /// The next byte, or nil at the end.
  @inlinable @inline(__always) package var next: UInt8? {
    position < count ? byte(at: position) : nil
  }

  /// Moves past whitespace: space, tab, line feed, carriage return.
  @inlinable @inline(__always) package mutating func skipWhitespace() {
    while position < count {
      let byte = byte(at: position)
      // One comparison decides the common case: no byte above a space is whitespace.
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        return
      }
      position &+= 1
    }
  }

  /// Moves past whitespace and returns the byte that follows, without moving past it.
  @inlinable @inline(__always)
  package mutating func nextAfterWhitespace() throws(JSONFault) -> UInt8 {
    skipWhitespace()
    guard position < count else { throw JSONFault(.unexpectedEnd, at: count) }
    return byte(at: position)
  }

  /// Moves to the first byte of the document's value.
  ///
  /// - Throws: `emptyDocument` or `byteOrderMark`.
  @inlinable package mutating func beginDocument() throws(JSONFault) {
    skipWhitespace()
    guard position < count else { throw JSONFault(.emptyDocument, at: position) }
    if byte(at: position) == 0xEF, count - position >= 3,
      byte(at: position + 1) == 0xBB, byte(at: position + 2) == 0xBF
    {
      throw JSONFault(.byteOrderMark, at: position)
    }
  }

  /// Checks that only whitespace follows the document's value.
  ///
  /// - Throws: `trailingContent`.
  @inlinable package mutating func endDocument() throws(JSONFault) {
    skipWhitespace()
    guard position >= count else { throw JSONFault(.trailingContent, at: position) }
  }

  /// Moves past the `:` between a member's name and its value, to the value's first byte.
  ///
  /// - Throws: `expectedColon`, `unexpectedEnd`.
  @inlinable @inline(__always) package mutating func skipColon() throws(JSONFault) {
    // The common case: a colon right here, followed by the value, with or without a space.
    if count &- position >= 3, byte(at: position) == UInt8(ascii: ":") {
      if byte(at: position &+ 1) > 0x20 {
        position &+= 1
        return
      }
      if byte(at: position &+ 1) == 0x20, byte(at: position &+ 2) > 0x20 {
        position &+= 2
        return
      }
    }
    var copy = self
    try copy.skipUnusualColon()
    self = copy
  }

  @usableFromInline @inline(never) mutating func skipUnusualColon() throws(JSONFault) {
    guard try nextAfterWhitespace() == UInt8(ascii: ":") else {
      throw JSONFault(.expectedColon, at: position)
    }
    position &+= 1
    _ = try nextAfterWhitespace()
  }

  /// The kind of value whose first byte is next, or nil if no value starts with that byte.
  @inlinable @inline(__always) package var kindOfNextValue: JSONKind? {
    guard let next else { return nil }
    return switch next {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
    default: nil
    }
  }

  /// The bytes between two offsets of the document.
  @unsafe @inlinable package func bytes(from start: Int, to end: Int) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: base + start, count: end - start)
  }
}
