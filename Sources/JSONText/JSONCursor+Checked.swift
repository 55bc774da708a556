extension JSONCursor {
  /// Moves past a value that was read before, checking nothing but where it ends.
  ///
  /// On bytes that are not JSON it stops somewhere, at the end at the latest.
  package mutating func skipCheckedValue() {
    var cursor = self
    if cursor.next == UInt8(ascii: "\"") {
      cursor.skipCheckedString()
      self = cursor
      return
    }
    var depth = 0
    while let byte = cursor.next {
      switch byte {
      case UInt8(ascii: "\""):
        cursor.skipCheckedString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        cursor.position &+= 1
        depth &+= 1
        continue
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // A closing bracket that is not the value's own ends a scalar.
        guard depth > 0 else {
          self = cursor
          return
        }
        cursor.position &+= 1
        depth &-= 1
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x0A, 0x0D, 0x09:
        guard depth > 0 else {
          self = cursor
          return
        }
        cursor.position &+= 1
        continue
      default:
        cursor.skipCheckedScalar()
      }
      guard depth > 0 else { break }
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
