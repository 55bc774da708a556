/// Plain values in raw memory: an array without reference counting that many threads can read.
///
/// Marked safe because every index comes from another table of the same schema, where the compiler put it, and because
/// the owner frees a table last.
@safe struct Table<Element: BitwiseCopyable>: BitwiseCopyable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    unsafe base = .allocate(capacity: elements.count)
    _ = unsafe UnsafeMutableBufferPointer(start: base, count: elements.count)
      .initialize(from: elements)
    count = elements.count
  }

  func deallocate() {
    unsafe base.deallocate()
  }

  subscript(index: Int) -> Element {
    // In place: reading one field of a large element must not copy the whole element.
    @inline(__always) unsafeAddress {
      assert(index >= 0 && index < count)
      return unsafe UnsafePointer(base + index)
    }
    @inline(__always) nonmutating unsafeMutableAddress {
      assert(index >= 0 && index < count)
      return unsafe base + index
    }
  }

  @inline(__always)
  subscript(index: Int32) -> Element {
    unsafeAddress {
      assert(index >= 0 && index < count)
      return unsafe UnsafePointer(base + Int(index))
    }
  }

  /// The address of an element, or of the end.
  @inline(__always)
  func place(_ index: Int) -> Place {
    assert(index >= 0 && index <= count)
    return unsafe Place(base: UnsafePointer(base + index))
  }

  /// The address of an element, for loops that would otherwise compute it from an index each time.
  @safe struct Place: BitwiseCopyable, Equatable {
    fileprivate let base: UnsafePointer<Element>

    /// The element; invalid at the end.
    var element: Element {
      @inline(__always) unsafeAddress { unsafe base }
    }

    /// The place of the next element.
    @inline(__always) var next: Place { unsafe Place(base: base + 1) }

    @inline(__always) static func == (one: Place, other: Place) -> Bool {
      unsafe one.base == other.base
    }
  }

  /// The bytes of a range of elements.
  @unsafe @inline(__always)
  func bytes(from start: Int, count length: Int) -> UnsafeRawBufferPointer {
    assert(start >= 0 && start + length <= count)
    return unsafe UnsafeRawBufferPointer(start: base + start, count: length)
  }
}
