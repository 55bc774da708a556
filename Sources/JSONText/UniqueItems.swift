import CVector

/// Finds the first element of an array that equals an earlier one, in linear time.
///
/// Only the hashes and offsets of elements are stored. Values are compared if their hashes are equal, which never
/// happens by chance. Keep the object to reuse its memory.
///
/// https://json-schema.org/draft/2020-12/json-schema-validation#section-6.4.3
package struct UniqueItems: Sendable {
  /// The result of a search.
  package enum Outcome: Hashable, Sendable {
    /// No two elements are equal.
    case unique
    /// The element `second` is the first one that equals an earlier one, `first`.
    case duplicate(first: Element, second: Element)
    /// The nesting of containers exceeds the limit of the search.
    case tooDeep
  }

  /// The position of an element.
  package struct Element: Hashable, Sendable, BitwiseCopyable {
    /// The index, starting at 0.
    package let index: Int
    /// The byte offset of its first byte.
    package let offset: Int
  }

  private struct Entry: BitwiseCopyable {
    var hash: UInt64
    var offset: Int
  }

  /// Up to this number of elements, comparing the hashes one by one is faster than a table.
  private static let largestSearchedCount = 8
  /// The maximum number of elements whose memory is kept after use.
  private static let largestKeptCount = 1 << 15

  private var entries: [Entry] = []
  /// Indices into `entries`, -1 for a free slot.
  private var table: [Int] = []
  /// The number of slots that the current array uses: 0 or a power of two.
  private var slotCount = 0
  private var comparer = ValueComparer()
  /// The maximum number of strings that are compared by their beginnings.
  private static let maximumHeads = 64
  private var heads: [UInt32] = []

  /// Creates a search without memory.
  package init() {}

  /// Searches the array at a cursor over a checked document.
  ///
  /// - Parameter depth: The maximum nesting of containers in an element; the search recurses.
  package mutating func search(
    arrayAt cursor: JSONCursor, depth: Int, scratch: inout JSONScratch
  ) -> Outcome {
    if hasFewDistinctStrings(cursor) { return .unique }
    defer { forget() }
    var cursor = cursor
    guard cursor.kindOfNextValue == .array else { return .unique }
    do throws(JSONFault) {
      var continuation = try cursor.openArray()
      while continuation == .another {
        let offset = cursor.position
        guard let hash = cursor.readValueHash(&scratch, depth: depth) else { return .tooDeep }
        let outcome = insert(Entry(hash: hash, offset: offset), cursor, depth, &scratch)
        guard outcome == .unique else { return outcome }
        continuation = try cursor.continueArray()
      }
    } catch {
      // The document was checked. A value that is not an array has no equal elements.
    }
    return .unique
  }

  private mutating func insert(
    _ entry: Entry, _ cursor: JSONCursor, _ depth: Int, _ scratch: inout JSONScratch
  ) -> Outcome {
    if entries.count < Self.largestSearchedCount {
      for index in entries.indices where entries[index].hash == entry.hash {
        let outcome = compare(index, with: entry, cursor, depth, &scratch)
        guard outcome == .unique else { return outcome }
      }
    } else {
      reserveTable()
      var slot = firstSlot(for: entry.hash)
      while table[slot] >= 0 {
        let index = table[slot]
        if entries[index].hash == entry.hash {
          let outcome = compare(index, with: entry, cursor, depth, &scratch)
          guard outcome == .unique else { return outcome }
        }
        slot = (slot + 1) & (slotCount - 1)
      }
      table[slot] = entries.count
    }
    entries.append(entry)
    return .unique
  }

  private mutating func compare(
    _ index: Int, with entry: Entry, _ cursor: JSONCursor, _ depth: Int,
    _ scratch: inout JSONScratch
  ) -> Outcome {
    var (first, second) = (cursor, cursor)
    first.position = entries[index].offset
    second.position = entry.offset
    switch comparer.compare(first, second, depth: depth, scratch: &scratch) {
    case .different: return .unique
    case .tooDeep: return .tooDeep
    case .equal:
      return .duplicate(
        first: Element(index: index, offset: entries[index].offset),
        second: Element(index: entries.count, offset: entry.offset))
    }
  }

  private func firstSlot(for hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slotCount - 1)
  }

  /// Makes room for one more entry, so at most half of the slots are taken.
  private mutating func reserveTable() {
    guard (entries.count + 1) * 2 > slotCount else { return }
    slotCount = max(slotCount * 2, Self.largestSearchedCount * 4)
    for slot in 0..<min(slotCount, table.count) { table[slot] = -1 }
    while table.count < slotCount { table.append(-1) }
    for index in entries.indices {
      var slot = firstSlot(for: entries[index].hash)
      while table[slot] >= 0 { slot = (slot + 1) & (slotCount - 1) }
      table[slot] = index
    }
  }

  private mutating func forget() {
    slotCount = 0
    guard entries.count > Self.largestKeptCount else {
      entries.removeAll(keepingCapacity: true)
      return
    }
    self = UniqueItems()
  }

  /// Whether the array at a cursor contains only a few distinct strings without escapes, or only a few objects whose
  /// first members have the same name and such strings as values.
  ///
  /// Returns false for many arrays of which this is also true.
  private mutating func hasFewDistinctStrings(_ array: JSONCursor) -> Bool {
    var cursor = array
    // A string becomes a number made of its first 8 bytes and its length. If two numbers are equal, the whole strings
    // are compared.
    var count = 0
    var key: StringToken?
    do throws(JSONFault) {
      var continuation = try cursor.openArray()
      let areObjects = cursor.next == UInt8(ascii: "{")
      while continuation == .another {
        let start = cursor
        if areObjects {
          guard cursor.next == UInt8(ascii: "{"), try cursor.openObject() == .another else {
            return false
          }
          let name = try cursor.scanString()
          guard key.map({ cursor.compare($0, with: name, in: cursor) == 0 }) ?? true else {
            return false
          }
          key = name
          try cursor.skipColon()
        }
        guard count < Self.maximumHeads, cursor.next == UInt8(ascii: "\""),
          let ahead = cursor.wordsAhead
        else { return false }
        let token = try cursor.scanString()
        if token.hasEscapes { return false }
        let length = token.end &- token.start
        let head =
          length >= 8
          ? ahead.wordAfterQuote : ahead.wordAfterQuote & (1 << UInt64(length &* 8) &- 1)
        let mixed = (head ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
        let number = UInt32(truncatingIfNeeded: mixed >> 32)
        if count == heads.count { heads.append(0) }
        heads[count] = number
        // Sound: the array has this many numbers.
        let first = unsafe heads.withUnsafeBufferPointer {
          unsafe $0.baseAddress.map { unsafe cvector_first_equal($0, 0, count, number) } ?? count
        }
        guard first == count else { return false }
        count &+= 1
        if areObjects {
          cursor = start
          cursor.skipCheckedValue()
        }
        continuation = try cursor.continueArray()
      }
      return true
    } catch {
      return false
    }
  }
}
