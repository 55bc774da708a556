import JSONText

/// The ends of large, deeply nested containers that are skipped repeatedly, so reading all enclosing values again costs
/// no more than their bytes.
struct ContainerEnds {
  /// Skipping a smaller container is faster than looking it up.
  private static let leastBytes = 256
  /// The maximum number of entries whose memory is kept for the next document.
  private static let maximumKeptEntries = 1 << 14

  private var ends: [Int: Int] = [:]
  private var starts: [Int] = []

  /// Forgets the ends of a document.
  @inline(__always)
  mutating func forget() {
    if !ends.isEmpty { forgetAll() }
  }

  @inline(never)
  private mutating func forgetAll() {
    ends.removeAll(keepingCapacity: ends.capacity <= Self.maximumKeptEntries)
    starts.removeAll(keepingAtMost: Self.maximumKeptEntries)
  }

  /// Moves past the value at a cursor, like `skipCheckedValue`.
  mutating func skip(_ cursor: inout JSONCursor) {
    if !ends.isEmpty, let end = ends[cursor.position] {
      cursor.position = end
      return
    }
    let inside = cursor
    cursor.skipCheckedValue()
    if cursor.position - inside.position >= Self.leastBytes { note(inside, until: cursor.position) }
  }

  /// Records the ends of a value and of the containers inside it.
  @inline(never)
  private mutating func note(_ cursor: JSONCursor, until end: Int) {
    var cursor = cursor
    starts.removeAll(keepingCapacity: true)
    while cursor.position < end {
      switch cursor.next {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        starts.append(cursor.position)
        cursor.position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        cursor.position += 1
        guard let start = starts.popLast() else { return }
        if cursor.position - start >= Self.leastBytes { ends[start] = cursor.position }
      case UInt8(ascii: "\""):
        cursor.skipCheckedValue()
      default:
        cursor.position += 1
      }
    }
  }
}
