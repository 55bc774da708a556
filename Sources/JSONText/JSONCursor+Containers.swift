extension JSONCursor {
  /// What stands behind a member or an element.
  @frozen @usableFromInline package enum Continuation {
    /// A comma; the cursor stands on the first byte of the next member or element.
    case another
    /// The closing brace or bracket; the cursor stands behind it.
    case closed
  }

  /// Moves past the `{` and white space; `closed` if the object is empty.
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
    // What most writers write: a brace right here, or a comma and the next name behind it or behind
    // a space.
    if position < count {
      let byte = byte(at: position)
      if byte == UInt8(ascii: "}") {
        position &+= 1
        return .closed
      }
      if byte == UInt8(ascii: ","), count &- position >= 3 {
        // Two branches rather than a sum: a guess of the processor is faster than waiting for a byte.
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
    // A copy goes to memory for the call, so that the cursor itself can stay in registers.
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

  /// Moves past the `[` and white space; `closed` if the array is empty.
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
    // As in `continueObject`; a bracket behind a comma is left to the general case.
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

  /// As `nextAfterWhitespace`, for where a token is likely, and a line feed with many spaces otherwise.
  @inlinable @inline(__always)
  mutating func nextInContainer() throws(JSONFault) -> UInt8 {
    if let next, next > 0x20 { return next }
    var copy = self
    let byte = try copy.nextAfterIndentation()
    self = copy
    return byte
  }

  /// As `nextAfterWhitespace`, for where a line feed and many spaces are likely.
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
