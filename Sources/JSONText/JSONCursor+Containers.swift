extension JSONCursor {
  /// The token that follows a member or an element.
  @frozen @usableFromInline package enum Continuation {
    /// A comma. The cursor is at the first byte of the next member or element.
    case another
    /// The closing brace or bracket. The cursor is after it.
    case closed
  }

  /// Moves past the `{` and whitespace; `closed` if the object is empty.
  ///
  /// - Throws: `expectedKey`, `unexpectedEnd`.
  @inlinable @inline(__always)
  package mutating func openObject() throws(JSONFault) -> Continuation {
    position &+= 1
    let byte = try nextInContainer()
    if byte == UInt8(ascii: "\"") { return .another }
    guard byte == UInt8(ascii: "}") else { throw JSONFault(.expectedKey, at: position) }
    position += 1
    return .closed
  }

  /// Moves past what follows a member: a comma before the next name, or the closing brace.
  ///
  /// - Throws: `expectedCommaOrBrace`, `expectedKey`, `trailingComma`, `unexpectedEnd`.
  @inlinable @inline(__always)
  package mutating func continueObject() throws(JSONFault) -> Continuation {
    // The common cases: a brace right here, or a comma followed by the next name, with or without a space.
    if position < count {
      let byte = byte(at: position)
      if byte == UInt8(ascii: "}") {
        position &+= 1
        return .closed
      }
      if byte == UInt8(ascii: ","), count &- position >= 3 {
        // Two branches instead of a sum, because the processor predicts them faster than it waits for a byte.
        if self.byte(at: position &+ 1) == UInt8(ascii: "\"") {
          position &+= 1
          return .another
        }
        if self.byte(at: position &+ 1) == 0x20, self.byte(at: position &+ 2) == UInt8(ascii: "\"")
        {
          position &+= 2
          return .another
        }
      }
    }
    // The call needs its argument in memory; with a copy, the cursor itself can stay in registers.
    var copy = self
    let continuation = try copy.continueUnusualObject()
    self = copy
    return continuation
  }

  @usableFromInline @inline(never)
  mutating func continueUnusualObject() throws(JSONFault) -> Continuation {
    let byte = try nextAfterIndentation()
    if byte == UInt8(ascii: ",") {
      let comma = position
      position += 1
      let following = try nextAfterIndentation()
      if following == UInt8(ascii: "\"") { return .another }
      if following == UInt8(ascii: "}") { throw JSONFault(.trailingComma, at: comma) }
      throw JSONFault(.expectedKey, at: position)
    }
    guard byte == UInt8(ascii: "}") else { throw JSONFault(.expectedCommaOrBrace, at: position) }
    position += 1
    return .closed
  }

  /// Moves past the `[` and whitespace; `closed` if the array is empty.
  ///
  /// - Throws: `unexpectedEnd`.
  @inlinable @inline(__always)
  package mutating func openArray() throws(JSONFault) -> Continuation {
    position += 1
    guard try nextInContainer() == UInt8(ascii: "]") else { return .another }
    position += 1
    return .closed
  }

  /// Moves past what follows an element: a comma before the next one, or the closing bracket.
  ///
  /// - Throws: `expectedCommaOrBracket`, `trailingComma`, `unexpectedEnd`.
  @inlinable @inline(__always)
  package mutating func continueArray() throws(JSONFault) -> Continuation {
    // As in `continueObject`. The general case handles a bracket after a comma.
    if position < count {
      let byte = byte(at: position)
      if byte == UInt8(ascii: "]") {
        position &+= 1
        return .closed
      }
      if byte == UInt8(ascii: ","), count &- position >= 3 {
        let following = self.byte(at: position &+ 1)
        if following > 0x20, following != UInt8(ascii: "]") {
          position &+= 1
          return .another
        }
        let second = self.byte(at: position &+ 2)
        if following == 0x20, second > 0x20, second != UInt8(ascii: "]") {
          position &+= 2
          return .another
        }
      }
    }
    var copy = self
    let continuation = try copy.continueUnusualArray()
    self = copy
    return continuation
  }

  @usableFromInline @inline(never)
  mutating func continueUnusualArray() throws(JSONFault) -> Continuation {
    let byte = try nextAfterIndentation()
    if byte == UInt8(ascii: ",") {
      let comma = position
      position += 1
      if try nextAfterIndentation() == UInt8(ascii: "]") {
        throw JSONFault(.trailingComma, at: comma)
      }
      return .another
    }
    guard byte == UInt8(ascii: "]") else { throw JSONFault(.expectedCommaOrBracket, at: position) }
    position += 1
    return .closed
  }

  /// Like `nextAfterWhitespace`, optimized for a token, or else for a line feed with many spaces.
  @inlinable @inline(__always)
  mutating func nextInContainer() throws(JSONFault) -> UInt8 {
    if let next, next > 0x20 { return next }
    var copy = self
    let byte = try copy.nextAfterIndentation()
    self = copy
    return byte
  }

  /// Like `nextAfterWhitespace`, optimized for a line feed with many spaces.
  @usableFromInline @inline(never)
  mutating func nextAfterIndentation() throws(JSONFault) -> UInt8 {
    if next == 0x0A { position &+= 1 }
    while let ahead = wordsAhead {
      let spaceCount = ahead.spaceCount
      position &+= spaceCount
      if spaceCount < 16 { break }
    }
    return try nextAfterWhitespace()
  }
}
