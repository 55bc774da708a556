import CVector

extension JSONCursor {
  /// Moves past a value that was read before. It checks only where the value ends.
  ///
  /// On bytes that are not JSON, it stops at some offset, at most at the end.
  package mutating func skipCheckedValue() {
    var cursor = self
    switch cursor.next {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      // Sound: the call reads no byte beyond the last.
      cursor.position &+= unsafe cvector_container_length(base + position, count &- position)
    case UInt8(ascii: "\""):
      cursor.skipCheckedString()
    default:
      cursor.skipCheckedScalar()
    }
    self = cursor
  }

  @inline(__always)
  private mutating func skipCheckedString() {
    var offset = firstSpecialByte(from: position &+ 1)
    while offset < count, byte(at: offset) != UInt8(ascii: "\"") {
      // An escaped quote does not end the string.
      offset = firstSpecialByte(from: offset &+ (byte(at: offset) == UInt8(ascii: "\\") ? 2 : 1))
    }
    position = min(offset &+ 1, count)
  }

  @inline(__always)
  private mutating func skipCheckedScalar() {
    while let byte = next {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"),
        UInt8(ascii: "\""),
        UInt8(ascii: "{"), UInt8(ascii: "["), 0x20, 0x0A, 0x0D, 0x09:
        return
      default:
        position &+= 1
      }
    }
  }
}
