extension JSONCursor {
  /// Appends the UTF-8 of a scanned string with its escapes resolved.
  ///
  /// The result is never longer than the bytes between the quotes.
  package func appendUnescaped(_ token: StringToken, to buffer: inout [UInt8]) {
    appendUnescaped(from: token.start, to: token.end, into: &buffer)
  }

  private func appendUnescaped(from start: Int, to end: Int, into buffer: inout [UInt8]) {
    var offset = start
    while offset < end {
      // Copy the bytes between two escapes at once.
      var escape = firstSpecialByte(from: offset)
      while escape < end, byte(at: escape) != UInt8(ascii: "\\") {
        escape = firstSpecialByte(from: escape + 1)
      }
      unsafe buffer.append(
        contentsOf: UnsafeBufferPointer(start: base + offset, count: min(escape, end) - offset))
      guard escape < end else { return }
      offset = escape + appendEscape(at: escape, to: &buffer)
    }
  }

  /// The text of the string.
  package func string(_ token: StringToken) -> String {
    string(from: token.start, to: token.end)
  }

  /// The text of a scanned string, given the offsets of its first byte and of its closing quote.
  package func string(from start: Int, to end: Int) -> String {
    let bytes = unsafe bytes(from: start, to: end)
    guard unsafe bytes.contains(UInt8(ascii: "\\")) else {
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    var buffer: [UInt8] = []
    appendUnescaped(from: start, to: end, into: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// Appends the character of an escape. Returns the length of the escape in bytes.
  private func appendEscape(at offset: Int, to buffer: inout [UInt8]) -> Int {
    switch byte(at: offset + 1) {
    case UInt8(ascii: "b"): buffer.append(0x08)
    case UInt8(ascii: "f"): buffer.append(0x0C)
    case UInt8(ascii: "n"): buffer.append(0x0A)
    case UInt8(ascii: "r"): buffer.append(0x0D)
    case UInt8(ascii: "t"): buffer.append(0x09)
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(ofEscapeAt: offset) else { return 2 }
      var scalar = UInt32(unit)
      var length = 6
      if 0xD800...0xDBFF ~= unit, let low = codeUnit(ofEscapeAt: offset + 6) {
        scalar = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(low) & 0x3FF
        length = 12
      }
      // `scanString` has rejected lone surrogates.
      buffer.append(contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? .init())
      return length
    case let other: buffer.append(other)
    }
    return 2
  }
}
