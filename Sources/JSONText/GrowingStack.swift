/// A stack of plain values in its own memory, without the reference counting of an array.
///
/// Marked safe although it contains a pointer: it owns the memory, cannot be copied, and checks each index.
@safe struct GrowingStack<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  /// Creates an empty stack with room for a few elements.
  init() {
    capacity = 16
    unsafe base = .allocate(capacity: capacity)
  }

  deinit {
    unsafe base.deallocate()
  }

  @inline(__always) var isEmpty: Bool { count == 0 }

  /// The size of the memory in bytes.
  @inline(__always) var byteCount: Int { capacity &* MemoryLayout<Element>.stride }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count)
      return unsafe base[index]
    }
    @inline(__always) set {
      precondition(index >= 0 && index < count)
      unsafe base[index] = newValue
    }
  }

  @inline(__always) mutating func append(_ element: Element) {
    if count == capacity { reserve(count &+ 1) }
    unsafe base[count] = element
    count &+= 1
  }

  mutating func append(repeating element: Element, count added: Int) {
    reserve(count + added)
    unsafe (base + count).update(repeating: element, count: added)
    count += added
  }

  @inline(__always) mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    count &-= 1
    return unsafe base[count]
  }

  @inline(__always) mutating func removeLast(_ removed: Int) {
    count &-= min(max(removed, 0), count)
  }

  mutating func removeAll() {
    count = 0
  }

  @inline(never)
  private mutating func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    capacity = max(needed, capacity * 2)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
  }
}

extension Array {
  /// Removes every element. Gives the memory back if it has room for more than `bound` elements.
  @inline(__always)
  package mutating func removeAll(keepingAtMost bound: Int) {
    removeAll(keepingCapacity: capacity <= bound)
  }
}
