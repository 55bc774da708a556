/// A member name with its quotes and colon, as nearly every writer writes it: one comparison of two
/// machine words moves a cursor past it.
///
/// Worked example: `"name":` is 7 bytes, so `first` holds them with a zero byte behind, `firstMask`
/// covers 7 bytes, and `second` and its mask are 0.
@frozen public struct QuotedName: BitwiseCopyable, Sendable {
  @usableFromInline var first: UInt64 = 0
  @usableFromInline var firstMask: UInt64 = 0
  @usableFromInline var second: UInt64 = 0
  @usableFromInline var secondMask: UInt64 = 0
  @usableFromInline var count: Int = 0

  /// A name that stands nowhere.
  public static let unmatchable: QuotedName = {
    var name = QuotedName()
    // No byte is anything but 0 under a mask that covers none of it.
    name.first = 1
    return name
  }()

  private init() {}

  /// The name's usual spelling. Returns nil for a name of more than 13 bytes, or one that JSON text
  /// can only spell with escapes.
  public init?(_ name: String) {
    guard name.utf8.count <= 13,
      name.utf8.allSatisfy({
        $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
      })
    else { return nil }
    for byte in "\"\(name)\":".utf8 {
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
}

extension JSONCursor {
  /// Moves past a name and its colon if they stand here in their usual spelling.
  ///
  /// False says nothing: the name may stand here in another spelling, or right at the end.
  @inlinable @inline(__always)
  public mutating func skip(_ name: QuotedName) -> Bool {
    guard count &- position >= 16 else { return false }
    let start = unsafe UnsafeRawPointer(base + position)
    let first = unsafe UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    let second = unsafe UInt64(
      littleEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    guard first & name.firstMask == name.first && second & name.secondMask == name.second else {
      return false
    }
    position &+= name.count
    return true
  }
}
