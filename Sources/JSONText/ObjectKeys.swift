import CVector

/// The member names of the open objects, to find duplicate names.
///
/// Each name has a hash and the offset of its opening quote. Names are compared, as the bytes of their unescaped
/// UTF-8, only if their hashes are equal. Most names do not even need a comparison of hashes: each object has a set
/// of 64 bits, one for each value of six bits of a hash, and a name whose bit is not set is new. If the bit is set,
/// the hashes of a small object are searched. A larger object has a filter in proportion to its size and a hash
/// table, which is filled when the filter first fails to decide. Each name then costs one lookup in the filter, which
/// fits in the processor's caches.
///
/// Worked example: while `c` is read in `{"a":1,"b":{"c":2}}`, `hashes` and `offsets` contain those of a, b and c.
/// `object` is the inner object with `firstName` 2, and `outer` contains the outer one with 0. When the inner object
/// closes, c is removed. Everything is a stack, including the hash tables.
///
/// Marked safe although it holds pointers: it owns the memory, cannot be copied, and checks the capacity before each
/// store.
@safe package struct ObjectKeys: ~Copyable, @unchecked Sendable {
  @usableFromInline var hashes: UnsafeMutablePointer<UInt32>
  @usableFromInline var offsets: UnsafeMutablePointer<Int>
  @usableFromInline var count = 0
  @usableFromInline var capacity: Int
  /// The innermost open object.
  @usableFromInline var object = OpenObject.none
  /// The enclosing objects, preceded by `none`.
  var outer = GrowingStack<OpenObject>()
  /// The filters and hash tables of the large open objects, one after another. Each element of a filter has 64 bits.
  /// Each slot of a table contains 0 or the index of a name, counted from 1 at the object's first name.
  var tables = GrowingStack<Int>()
  @usableFromInline let hash: KeyedHash
  /// The bytes of the current name with its escapes resolved.
  private var unescaped: [UInt8] = []

  /// An open object.
  @frozen @usableFromInline struct OpenObject: BitwiseCopyable {
    /// The index of its first name.
    @usableFromInline var firstName: Int
    /// A bit for each value of the upper six bits of its names' hashes. All bits are set if it has a table.
    @usableFromInline var seen: UInt64
    /// The number of slots of its hash table, a power of two; 0 if there is none.
    var slotCount = 0
    /// The number of its first names that are in the table.
    var tabledCount = 0
    /// Whether its names have Swift's own hashes, because too many of the fast ones were equal.
    var hasSafeHashes = false

    /// A placeholder for the state without an open object; it accepts no names.
    static var none: OpenObject { OpenObject(firstName: 0, seen: .max) }

    /// The number of words of its filter, which has at least eight bits for each name.
    var filterCount: Int { slotCount &>> 4 }
    /// The number of elements of `tables` that belong to it.
    var tableCount: Int { slotCount &+ filterCount }

    @usableFromInline init(firstName: Int, seen: UInt64) {
      self.firstName = firstName
      self.seen = seen
    }
  }

  /// Up to this number of names, comparing hashes one by one is faster than a table.
  static var largestSearchedObject: Int { 64 }
  /// The longest run of taken slots. A longer one never occurs by chance.
  static var longestProbe: Int { 256 }
  /// The maximum memory that is kept when no object is open.
  private static var keptBytes: Int { 1 << 20 }
  private static var firstCapacity: Int { 128 }

  /// Creates a set without open objects.
  package init() {
    self.init(hash: .process)
  }

  /// Creates a set without open objects, with a given hash function.
  package init(hash: KeyedHash) {
    self.hash = hash
    capacity = Self.firstCapacity
    unsafe hashes = .allocate(capacity: capacity)
    unsafe offsets = .allocate(capacity: capacity)
  }

  deinit {
    unsafe hashes.deallocate()
    unsafe offsets.deallocate()
  }

  /// Forgets everything but the memory, for the next document.
  package mutating func reset() {
    outer.removeAll()
    tables.removeAll()
    object = .none
    count = 0
    releaseMemory()
  }

  /// Records that an object opens.
  @inline(__always)
  package mutating func open() {
    outer.append(object)
    object = OpenObject(firstName: count, seen: 0)
  }

  /// Records that the innermost object closes.
  @inline(__always)
  package mutating func close() {
    guard let enclosing = outer.popLast() else { return }
    count = object.firstName
    tables.removeLast(object.tableCount)
    object = enclosing
    if outer.isEmpty { releaseMemory() }
  }

  /// The size of the memory in bytes.
  package var byteCount: Int {
    capacity &* (MemoryLayout<UInt32>.stride &+ MemoryLayout<Int>.stride)
      &+ outer.byteCount &+ tables.byteCount
  }

  @inline(__always)
  private mutating func releaseMemory() {
    if byteCount > Self.keptBytes { startAgain() }
  }

  @inline(never)
  private mutating func startAgain() {
    self = ObjectKeys(hash: hash)
  }

  /// Adds a name to the innermost object.
  ///
  /// - Throws: `duplicateKey` with both positions.
  @inline(__always)
  package mutating func insert(_ token: StringToken, from cursor: JSONCursor) throws(JSONFault) {
    let length = token.end &- token.start
    guard !token.hasEscapes, cursor.count &- token.start >= 16 else {
      try insertUnusual(token, from: cursor)
      return
    }
    let hash: UInt64
    if length <= 16 {
      // Sound: the guard above ensures that there are 16 bytes.
      hash = unsafe self.hash.hash(
        ofShort: cvector_first_bytes(
          cursor.base + token.start, UInt32(truncatingIfNeeded: length)))
    } else {
      hash = unsafe self.hash.hash(ofLong: cursor.bytes(from: token.start, to: token.end))
    }
    try insert(token, hash: hash, from: cursor)
  }

  @inline(__always)
  private mutating func insert(
    _ token: StringToken, hash: UInt64, from cursor: JSONCursor
  ) throws(JSONFault) {
    let bit = 1 &<< (hash &>> 58)
    guard object.seen & bit == 0, count < capacity else {
      try insertSeen(token, hash: hash, from: cursor)
      return
    }
    object.seen |= bit
    unsafe hashes[count] = UInt32(truncatingIfNeeded: hash)
    unsafe offsets[count] = token.start &- 1
    count &+= 1
  }

  /// Adds a name that has escapes or is near the end of the document.
  @inline(never)
  private mutating func insertUnusual(
    _ token: StringToken, from cursor: JSONCursor
  ) throws(JSONFault) {
    try insert(token, hash: fastHash(of: token, in: cursor), from: cursor)
  }

  private mutating func fastHash(of token: StringToken, in cursor: JSONCursor) -> UInt64 {
    let hash = hash
    return unsafe withUTF8(of: token, in: cursor) { unsafe hash.hash($0) }
  }

  mutating func withUTF8<Result>(
    of token: StringToken, in cursor: JSONCursor, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    guard token.hasEscapes else {
      return unsafe body(cursor.bytes(from: token.start, to: token.end))
    }
    unescaped.removeAll(keepingAtMost: Self.keptBytes)
    cursor.appendUnescaped(token, to: &unescaped)
    return unsafe unescaped.withUnsafeBytes(body)
  }

  /// Makes room for one more name.
  mutating func reserveName() {
    guard count >= capacity else { return }
    let larger = capacity * 2
    let newHashes = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
    let newOffsets = UnsafeMutablePointer<Int>.allocate(capacity: larger)
    unsafe newHashes.update(from: hashes, count: count)
    unsafe newOffsets.update(from: offsets, count: count)
    unsafe hashes.deallocate()
    unsafe offsets.deallocate()
    unsafe hashes = newHashes
    unsafe offsets = newOffsets
    capacity = larger
  }
}
