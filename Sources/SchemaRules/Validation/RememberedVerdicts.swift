import JSONText

/// Verdicts by value and node, so a value that several alternatives check is validated once.
///
/// The entries are in a hash table. Those of earlier values have another number, so the table is never cleared.
struct RememberedVerdicts {
  private struct Entry: BitwiseCopyable {
    var offset = 0
    var node: Int32 = 0
    var generation: Int32 = 0
    var end = 0
    var verdict = Verdict.undecided
  }

  /// The maximum number of stored verdicts. Further ones are not stored.
  private static let maximumEntries = 1 << 22
  /// The maximum number of entries whose memory is kept for the next document.
  private static let maximumKeptEntries = 1 << 15

  private var entries: [Entry] = []
  private var count = 0
  private var generation: Int32 = 1

  /// The verdict about a value and a node. For an invalid value, `end` is the offset of the first violation.
  func verdict(of node: Int32, at offset: Int) -> (verdict: Verdict, end: Int)? {
    guard count > 0 else { return nil }
    var slot = slot(node, offset)
    while entries[slot].generation == generation {
      if entries[slot].offset == offset, entries[slot].node == node {
        return (entries[slot].verdict, entries[slot].end)
      }
      slot = (slot + 1) & (entries.count - 1)
    }
    return nil
  }

  mutating func remember(_ verdict: Verdict, of node: Int32, at offset: Int, end: Int) {
    guard count < Self.maximumEntries else { return }
    if (count + 1) * 2 > entries.count { grow() }
    insert(
      Entry(offset: offset, node: node, generation: generation, end: end, verdict: verdict))
  }

  /// Forgets the verdicts and keeps the memory.
  @inline(__always)
  mutating func forget() {
    if count > 0 { forgetAll() }
  }

  @inline(never)
  private mutating func forgetAll() {
    count = 0
    if entries.count > Self.maximumKeptEntries || generation == .max {
      entries = []
      generation = 0
    }
    generation += 1
  }

  private mutating func insert(_ entry: Entry) {
    var slot = slot(entry.node, entry.offset)
    while entries[slot].generation == generation {
      if entries[slot].offset == entry.offset, entries[slot].node == entry.node {
        entries[slot] = entry
        return
      }
      slot = (slot + 1) & (entries.count - 1)
    }
    entries[slot] = entry
    count += 1
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: Entry(), count: max(64, old.count * 2))
    count = 0
    for entry in old where entry.generation == generation { insert(entry) }
  }

  private func slot(_ node: Int32, _ offset: Int) -> Int {
    let key = UInt64(truncatingIfNeeded: offset) &* 0x9E37_79B9_7F4A_7C15
    let mixed = (key ^ UInt64(truncatingIfNeeded: node)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 20) & (entries.count - 1)
  }
}

/// The properties that were seen of open objects with more members than a machine word has bits.
struct PresenceBits {
  private(set) var words: [UInt64] = []

  /// The number of bits that are set, from a word on.
  func count(from base: Int) -> Int {
    words[base...].reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// Whether the words that start at a base contain every bit of the given ones.
  func contain(_ required: Table<UInt64>, _ range: TableRange, from base: Int) -> Bool {
    range.indices.allSatisfy { index in
      words[base + Int(index - range.first)] & required[index] == required[index]
    }
  }

  /// Makes room for the properties of an object; returns the index of their first word.
  mutating func open(count: Int32) -> Int {
    let base = words.count
    words.append(contentsOf: repeatElement(0, count: (Int(count) + 63) / 64))
    return base
  }

  /// Sets a bit. Returns false if it was set.
  mutating func insert(_ index: Int, _ bit: UInt64) -> Bool {
    guard words[index] & bit == 0 else { return false }
    words[index] |= bit
    return true
  }

  mutating func close(to base: Int) { words.removeSubrange(base...) }
}
