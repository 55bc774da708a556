/// The member names of the objects that are open, to find a name that stands twice.
///
/// Names are compared as the bytes of their unescaped UTF-8, so that no two different names are
/// taken for one (Swift's `String` would merge NFC and NFD spellings). An object of a few names is
/// searched through; a larger one has its names in a hash table with Swift's randomly seeded
/// hash function, so that no document can make the search slow.
///
/// Worked example: while `c` is read in `{"a":1,"b":{"c":2}}`, `objects` holds the outer object
/// with `firstKey` 0 and the inner with 2, and `keys` holds a, b, c. When the inner one closes,
/// c is taken off again. Everything is a stack, the hash table included: names leave it in the
/// reverse of the order in which they came, which leaves each probe sequence as it was before.
public struct ObjectKeys: Sendable {
  private struct Key {
    /// The byte offset of the opening quote.
    var offset: Int
    /// Where the name's bytes start: in the document, or in `unescaped` if `isUnescaped`.
    var start: Int
    var length: Int
    var isUnescaped: Bool
    /// The name's first eight bytes, which tell most names apart.
    var head: UInt64
    /// The name's hash, once its object is large enough to need one.
    var hash = 0
  }

  private struct OpenObject {
    var firstKey: Int
    var firstUnescaped: Int
    var isHashed = false
  }

  /// Up to this many names, comparing them one by one is faster than hashing.
  private static let largestSearchedObject = 12

  private var keys: [Key] = []
  private var objects: [OpenObject] = []
  private var unescaped: [UInt8] = []
  /// Indices into `keys`, -1 for a free place; the length is a power of two.
  private var table: [Int] = []
  private var hashedCount = 0

  /// No open object.
  public init() {}

  /// Forgets everything but the memory, for the next document.
  public mutating func reset() {
    guard !objects.isEmpty else { return }
    while !objects.isEmpty { close() }
  }

  /// Notes that an object opens.
  public mutating func open() {
    objects.append(OpenObject(firstKey: keys.count, firstUnescaped: unescaped.count))
  }

  /// Notes that the innermost object closes.
  public mutating func close() {
    guard let object = objects.popLast() else { return }
    if object.isHashed {
      for index in (object.firstKey..<keys.count).reversed() { removeFromTable(index) }
    }
    keys.removeSubrange(object.firstKey...)
    unescaped.removeSubrange(object.firstUnescaped...)
  }

  /// Adds a name to the innermost object.
  ///
  /// - Throws: `duplicateKey` with both positions.
  public mutating func insert(_ token: StringToken, from cursor: JSONCursor) throws(JSONFault) {
    guard let object = objects.last else { return }
    var key = Key(
      offset: token.start - 1, start: token.start, length: token.end - token.start,
      isUnescaped: false, head: 0)
    if token.hasEscapes {
      key.start = unescaped.count
      cursor.appendUnescaped(token, to: &unescaped)
      key.length = unescaped.count - key.start
      key.isUnescaped = true
    }
    key.head = unsafe withBytes(of: key, cursor) {
      // Behind a name in the document stand its quote and more.
      unsafe Self.head(of: $0, readable: key.isUnescaped ? $0.count : cursor.count &- key.start)
    }
    if object.isHashed {
      try insertHashed(&key, of: object, cursor)
      keys.append(key)
      return
    }
    if let index = firstIndex(of: key, from: object.firstKey, cursor) {
      throw JSONFault(.duplicateKey(firstOffset: keys[index].offset), at: key.offset)
    }
    keys.append(key)
    if keys.count - object.firstKey > Self.largestSearchedObject {
      hashInnermostObject(cursor)
    }
  }

  /// The first eight bytes of a name, or all of it and zeros; `readable` bytes from its first on may be
  /// loaded.
  @inline(__always)
  private static func head(of name: UnsafeRawBufferPointer, readable: Int) -> UInt64 {
    if name.count >= 8 { return unsafe name.loadUnaligned(as: UInt64.self) }
    if readable >= 8, let start = name.baseAddress {
      let word = unsafe UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
      return word & (1 << UInt64(name.count * 8) - 1)
    }
    var head: UInt64 = 0
    for index in 0..<name.count { unsafe head |= UInt64(name[index]) << UInt64(index * 8) }
    return head
  }

  @inline(__always)
  private func firstIndex(of key: Key, from first: Int, _ cursor: JSONCursor) -> Int? {
    unsafe keys.withUnsafeBufferPointer { keys in
      var index = first
      while index < keys.count {
        if unsafe keys[index].head == key.head && keys[index].length == key.length,
          unsafe key.length <= 8 || areEqual(keys[index], key, cursor)
        {
          return index
        }
        index &+= 1
      }
      return nil
    }
  }

  private func areEqual(_ one: Key, _ other: Key, _ cursor: JSONCursor) -> Bool {
    guard one.length == other.length else { return false }
    return unsafe withBytes(of: one, cursor) { oneBytes in
      unsafe withBytes(of: other, cursor) { otherBytes in
        unsafe oneBytes.elementsEqual(otherBytes)
      }
    }
  }

  private func withBytes<Result>(
    of key: Key, _ cursor: JSONCursor, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    guard key.isUnescaped else {
      return unsafe body(cursor.bytes(from: key.start, to: key.start + key.length))
    }
    return unsafe unescaped.withUnsafeBytes { all in
      unsafe body(UnsafeRawBufferPointer(rebasing: all[key.start..<(key.start + key.length)]))
    }
  }

  // MARK: The hash table

  private func hash(of key: Key, in object: OpenObject, _ cursor: JSONCursor) -> Int {
    var hasher = Hasher()
    // One table serves all open objects; the object is part of the name.
    hasher.combine(object.firstKey)
    unsafe withBytes(of: key, cursor) { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  private mutating func hashInnermostObject(_ cursor: JSONCursor) {
    guard var object = objects.popLast() else { return }
    object.isHashed = true
    objects.append(object)
    for index in object.firstKey..<keys.count {
      keys[index].hash = hash(of: keys[index], in: object, cursor)
      reserveTable()
      table[freePlace(for: keys[index].hash)] = index
      hashedCount += 1
    }
  }

  private mutating func insertHashed(
    _ key: inout Key, of object: OpenObject, _ cursor: JSONCursor
  ) throws(JSONFault) {
    key.hash = hash(of: key, in: object, cursor)
    reserveTable()
    var place = key.hash & (table.count - 1)
    while table[place] >= 0 {
      let other = keys[table[place]]
      if table[place] >= object.firstKey, other.hash == key.hash, areEqual(other, key, cursor) {
        throw JSONFault(.duplicateKey(firstOffset: other.offset), at: key.offset)
      }
      place = (place + 1) & (table.count - 1)
    }
    table[place] = keys.count
    hashedCount += 1
  }

  private func freePlace(for hash: Int) -> Int {
    var place = hash & (table.count - 1)
    while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
    return place
  }

  private mutating func removeFromTable(_ index: Int) {
    var place = keys[index].hash & (table.count - 1)
    while table[place] != index {
      // Every name of a hashed object is in the table; a free place would mean it is not.
      guard table[place] >= 0 else { return }
      place = (place + 1) & (table.count - 1)
    }
    table[place] = -1
    hashedCount -= 1
  }

  /// Makes room for one more name, at most half of the places taken.
  private mutating func reserveTable() {
    guard (hashedCount + 1) * 2 > table.count else { return }
    let capacity = max(64, table.count * 2)
    let hashed = table.filter { $0 >= 0 }.sorted()
    table = [Int](repeating: -1, count: capacity)
    // In the order of their arrival, which the stack discipline depends on.
    for index in hashed { table[freePlace(for: keys[index].hash)] = index }
  }
}
