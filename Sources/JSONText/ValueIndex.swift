/// The positions of the values inside a value; outer values come first.
///
/// Worked example: `{"a":[1,2]}` has four entries, for the object, the array, 1 and 2. The array's `end` is 4, the
/// index after its last element.
struct ValueIndex: Sendable {
  struct Entry: BitwiseCopyable, Sendable {
    /// The offset of the value's first byte.
    var start: Int
    /// The index after the entries inside this one.
    var end = 0
    /// The name of a member and its hash.
    var name = StringToken(start: 0, end: 0, lengthInCodePoints: 0, hasEscapes: false)
    var hash: UInt64 = 0
  }

  private(set) var entries: [Entry] = []

  /// The maximum number of entries whose memory is kept after use.
  private static let maximumKeptEntries = 1 << 14

  mutating func removeAll() {
    entries.removeAll(keepingAtMost: Self.maximumKeptEntries)
  }

  /// Adds the value at a cursor and all values inside it. Returns false if the nesting exceeds `depth` or the value
  /// is not JSON.
  mutating func append(
    valueAt cursor: JSONCursor, depth: Int, _ scratch: inout JSONScratch
  ) -> Bool {
    var cursor = cursor
    do throws(JSONFault) {
      return try append(Entry(start: cursor.position), &cursor, depth, &scratch)
    } catch {
      return false
    }
  }

  private mutating func append(
    _ entry: Entry, _ cursor: inout JSONCursor, _ depth: Int, _ scratch: inout JSONScratch
  ) throws(JSONFault) -> Bool {
    let index = entries.count
    entries.append(entry)
    switch cursor.kindOfNextValue {
    case .object:
      guard depth > 0 else { return false }
      var continuation = try cursor.openObject()
      while continuation == .another {
        let name = try cursor.scanString()
        let hash = cursor.hash(of: name, &scratch, .process)
        try cursor.skipColon()
        let member = Entry(start: cursor.position, name: name, hash: hash)
        guard try append(member, &cursor, depth - 1, &scratch) else { return false }
        continuation = try cursor.continueObject()
      }
    case .array:
      guard depth > 0 else { return false }
      var continuation = try cursor.openArray()
      while continuation == .another {
        let element = Entry(start: cursor.position)
        guard try append(element, &cursor, depth - 1, &scratch) else { return false }
        continuation = try cursor.continueArray()
      }
    case .string: _ = try cursor.scanString()
    case .number: try cursor.scanNumber()
    case .boolean, .null: try cursor.scanLiteral()
    case nil: return false
    }
    entries[index].end = entries.count
    return true
  }

  /// The indices of the elements or members of an entry.
  func children(of index: Int) -> Children {
    Children(entries: entries, child: index + 1, end: entries[index].end)
  }

  /// The indices of consecutive entries, without an array.
  struct Children: Sequence, IteratorProtocol {
    fileprivate let entries: [Entry]
    fileprivate var child: Int
    fileprivate let end: Int

    mutating func next() -> Int? {
      guard child < end else { return nil }
      defer { child = entries[child].end }
      return child
    }
  }

  /// The members in the order of the hashes of their names; names with equal hashes are ordered by their bytes.
  func sortedByName(_ members: Children, _ cursor: JSONCursor) -> [Int] {
    members.sorted { one, two in
      let (one, two) = (entries[one], entries[two])
      if one.hash != two.hash { return one.hash < two.hash }
      return cursor.compare(one.name, with: two.name, in: cursor) < 0
    }
  }
}
