extension JSONCursor {
  /// Appends the UTF-8 of a scanned string, its escapes resolved.
  ///
  /// The result is never longer than the bytes between the quotes.
  public func appendUnescaped(_ token: StringToken, to buffer: inout [UInt8]) {
    guard token.hasEscapes else {
      unsafe buffer.append(contentsOf: bytes(from: token.start, to: token.end))
      return
    }
    var offset = token.start
    while offset < token.end {
      let byte = byte(at: offset)
      guard byte == UInt8(ascii: "\\"), offset + 1 < token.end else {
        buffer.append(byte)
        offset += 1
        continue
      }
      offset += appendEscape(at: offset, to: &buffer)
    }
  }

  /// The string's own text.
  public func string(_ token: StringToken) -> String {
    guard token.hasEscapes else {
      return unsafe String(decoding: bytes(from: token.start, to: token.end), as: UTF8.self)
    }
    var buffer: [UInt8] = []
    appendUnescaped(token, to: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// Appends what an escape stands for; returns the escape's number of bytes.
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
      // `scanString` has let no lone surrogate through.
      buffer.append(contentsOf: UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? .init())
      return length
    case let other: buffer.append(other)
    }
    return 2
  }
}
