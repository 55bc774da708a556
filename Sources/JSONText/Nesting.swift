/// The open containers at a position of a document: one bit each, with a limit on their number.
///
/// Exceeding the limit does not stop the reader, which is not recursive. It still checks the rest, so a document that
/// is not JSON is reported as malformed.
package struct Nesting: Sendable {
  /// The maximum number of containers that may be open at once.
  package var limit: Int
  /// The number of containers that are open.
  package private(set) var depth = 0
  /// The byte offset of the first container beyond the limit.
  package private(set) var limitExceededAt: Int?
  /// The kinds of the innermost containers, with the last one in bit 0: 1 for an object.
  private var kinds: UInt64 = 0
  /// The kinds of the containers further out, 64 in each word.
  private var outerKinds: [UInt64] = []

  /// Creates an empty nesting.
  package init(limit: Int) {
    self.limit = limit
  }

  /// Records that a container opens at a byte offset.
  @inline(__always)
  package mutating func enter(_ container: JSONKind, at offset: Int) {
    if depth & 63 == 0 && depth > 0 { outerKinds.append(kinds) }
    kinds = kinds << 1 | (container == .object ? 1 : 0)
    depth &+= 1
    if depth > limit { noteLimit(at: offset) }
  }

  @inline(never)
  private mutating func noteLimit(at offset: Int) {
    if limitExceededAt == nil { limitExceededAt = offset }
  }

  /// Records that the innermost container closes.
  @inline(__always)
  package mutating func leave() {
    depth &-= 1
    kinds = depth & 63 == 0 && depth > 0 ? outerKinds.popLast() ?? 0 : kinds >> 1
  }

  /// Whether the innermost open container is an object.
  package var isInObject: Bool { kinds & 1 == 1 }

  /// Forgets everything but the memory, for the next document.
  mutating func reset() {
    outerKinds.removeAll(keepingCapacity: true)
    kinds = 0
    depth = 0
    limitExceededAt = nil
  }
}
