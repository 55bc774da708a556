public import CVector

extension JSONCursor {
  /// Moves past a string, from its opening quote to after its closing one.
  ///
  /// Checks the escapes and the UTF-8, rejects unescaped control characters, and counts code points.
  ///
  /// https://www.rfc-editor.org/rfc/rfc8259#section-7
  ///
  /// - Throws: `unexpectedEnd`, `controlCharacter`, `invalidEscape`, `loneSurrogate`, `invalidUTF8`.
  @inlinable @inline(__always)
  package mutating func scanString() throws(JSONFault) -> StringToken {
    // Offsets are at most `count`, so adding a small number to one cannot overflow.
    let start = position &+ 1
    let stop = firstSpecialByte(from: start)
    if stop < count, byte(at: stop) == UInt8(ascii: "\"") {
      position = stop &+ 1
      return StringToken(
        start: start, end: stop, lengthInCodePoints: stop &- start, hasEscapes: false)
    }
    // The call needs its argument in memory; with a copy, the cursor itself can stay in registers.
    var copy = self
    let token = try copy.scanString(from: start, firstSpecial: stop)
    self = copy
    return token
  }

  /// Moves past a string of printable ASCII without escapes, whose length is known.
  ///
  /// Returns nil and does not move if the byte after the string is not a quote. The caller must know that the bytes
  /// of the string are printable ASCII.
  @inlinable @inline(__always)
  package mutating func skipPlainString(ofLength length: Int) -> StringToken? {
    let start = position &+ 1
    let stop = start &+ length
    // As unsigned numbers, so a negative value is also beyond the end.
    guard UInt(bitPattern: stop) < UInt(bitPattern: count), byte(at: stop) == UInt8(ascii: "\"")
    else { return nil }
    position = stop &+ 1
    return StringToken(start: start, end: stop, lengthInCodePoints: length, hasEscapes: false)
  }

  /// The bytes after the opening quote.
  @unsafe @inlinable @inline(__always)
  package var bytesAfterQuote: (start: UnsafePointer<UInt8>, readable: Int) {
    unsafe (base + position + 1, count &- position &- 1)
  }

  /// The offset, at or after `offset`, of the first byte that is not plain: a quote, a backslash, a control
  /// character, or a byte of a longer UTF-8 sequence.
  @inlinable @inline(__always)
  func firstSpecialByte(from offset: Int) -> Int {
    assert(offset >= 0)
    // Sound: the calls read only bytes of the document; the condition ensures that there are 16.
    if count &- offset >= 16 {
      let special = unsafe cvector_special_bytes(base + offset)
      if special != 0 { return offset &+ special.trailingZeroBitCount }
      return unsafe Int(cvector_first_special_byte(base, offset &+ 16, count))
    }
    return unsafe Int(cvector_first_special_byte(base, offset, count))
  }

  /// The rest of `scanString`, starting at the first byte that is not plain.
  @usableFromInline @inline(never)
  mutating func scanString(
    from start: Int, firstSpecial: Int
  ) throws(JSONFault) -> StringToken {
    var offset = firstSpecial
    var hasEscapes = false
    // The number of bytes of the code points so far, minus their count.
    var surplus = 0
    while offset < count {
      let byte = byte(at: offset)
      switch byte {
      case UInt8(ascii: "\""):
        position = offset + 1
        return StringToken(
          start: start, end: offset, lengthInCodePoints: offset - start - surplus,
          hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        let length = try lengthOfEscape(at: offset)
        surplus += length - 1
        offset += length
      case 0x80...:
        let length = try lengthOfSequence(at: offset)
        surplus += length - 1
        offset += length
        continue
      case ..<0x20:
        throw JSONFault(.controlCharacter, at: offset)
      default:
        break
      }
      offset = firstSpecialByte(from: offset)
    }
    throw JSONFault(.unexpectedEnd, at: count)
  }

  /// The number of bytes of the UTF-8 sequence that starts at an offset with a byte from 0x80.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3629#section-4
  private func lengthOfSequence(at offset: Int) throws(JSONFault) -> Int {
    let lead = byte(at: offset)
    let length: Int
    // The range of the second byte excludes overlong forms, surrogates and code points above U+10FFFF.
    let second: ClosedRange<UInt8>
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw JSONFault(.invalidUTF8, at: offset)
    }
    guard count - offset >= length, second.contains(byte(at: offset + 1)) else {
      throw JSONFault(.invalidUTF8, at: offset)
    }
    for index in 2..<max(length, 2) where byte(at: offset + index) & 0xC0 != 0x80 {
      throw JSONFault(.invalidUTF8, at: offset)
    }
    return length
  }

  /// The number of bytes of the escape that starts at an offset; 12 for a surrogate pair.
  private func lengthOfEscape(at offset: Int) throws(JSONFault) -> Int {
    guard count - offset >= 2 else { throw JSONFault(.unexpectedEnd, at: count) }
    switch byte(at: offset + 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"):
      break
    default:
      throw JSONFault(.invalidEscape, at: offset)
    }
    guard let unit = codeUnit(ofEscapeAt: offset) else {
      throw JSONFault(.invalidEscape, at: offset)
    }
    switch unit {
    case 0xD800...0xDBFF:
      guard let low = codeUnit(ofEscapeAt: offset + 6), 0xDC00...0xDFFF ~= low else {
        throw JSONFault(.loneSurrogate, at: offset)
      }
      return 12
    case 0xDC00...0xDFFF:
      throw JSONFault(.loneSurrogate, at: offset)
    default:
      return 6
    }
  }

  /// The UTF-16 code unit of the `\uXXXX` at an offset. Returns nil if there is no such escape.
  func codeUnit(ofEscapeAt offset: Int) -> UInt16? {
    guard count - offset >= 6, byte(at: offset) == UInt8(ascii: "\\"),
      byte(at: offset + 1) == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for index in 2..<6 {
      let byte = byte(at: offset + index)
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
