import CVector

extension ObjectKeys {
  /// Adds a name to the innermost object if the object may already have it or is large.
  @inline(never)
  mutating func insertSeen(
    _ token: StringToken, hash: UInt64, from cursor: JSONCursor
  ) throws(JSONFault) {
    guard !outer.isEmpty else { return }
    var shortHash = UInt32(truncatingIfNeeded: hash)
    if object.slotCount == 0 {
      try search(for: token, shortHash, in: cursor)
      object.seen |= 1 &<< (hash &>> 58)
      append(shortHash, token)
      if count - object.firstName > Self.largestSearchedObject { makeTable() }
      return
    }
    if object.hasSafeHashes { shortHash = safeHash(of: token, in: cursor) }
    if mark(shortHash) {
      if fillTable(from: cursor) {
        shortHash = safeHash(of: token, in: cursor)
        _ = mark(shortHash)
      }
      // No name is further from its slot than a search goes.
      _ = try freeSlot(for: shortHash) { index throws(JSONFault) in
        try requireDifferent(index, token, in: cursor)
      }
    }
    append(shortHash, token)
    if (count - object.firstName) * 2 > object.slotCount { makeTable() }
  }

  private mutating func append(_ hash: UInt32, _ token: StringToken) {
    reserveName()
    unsafe hashes[count] = hash
    unsafe offsets[count] = token.start - 1
    count += 1
  }

  /// Searches the names of the innermost object one by one by their hashes.
  private func search(
    for token: StringToken, _ hash: UInt32, in cursor: JSONCursor
  ) throws(JSONFault) {
    var index = object.firstName
    while true {
      index = unsafe cvector_first_equal(hashes, index, count, hash)
      guard index < count else { return }
      try requireDifferent(index, token, in: cursor)
      index += 1
    }
  }

  private func requireDifferent(
    _ index: Int, _ token: StringToken, in cursor: JSONCursor
  ) throws(JSONFault) {
    let offset = unsafe offsets[index]
    var other = cursor
    other.position = offset
    if cursor.compare(token, with: try other.scanString(), in: cursor) == 0 {
      throw JSONFault(.duplicateKey(firstOffset: offset), at: token.start - 1)
    }
  }

  // MARK: The filter

  /// Sets the bits of a hash in the filter of the innermost object. Returns whether all were set already, so another
  /// name may have the same hash.
  private mutating func mark(_ hash: UInt32) -> Bool {
    // Each name sets two bits of one machine word, so a lookup loads memory once.
    let mixed = UInt64(hash) &* 0x9E37_79B9_7F4A_7C15
    let bits: UInt64 = 1 &<< (mixed &>> 58) | 1 &<< (mixed &>> 52 & 63)
    let words = object.filterCount
    let place = firstSlot - words + Int(truncatingIfNeeded: mixed &>> 20) & (words - 1)
    let word = UInt64(bitPattern: Int64(tables[place]))
    tables[place] = Int(Int64(bitPattern: word | bits))
    return word & bits == bits
  }

  // MARK: The hash table

  /// The index in `tables` of the first slot of the innermost object's table.
  private var firstSlot: Int { tables.count - object.slotCount }

  /// Adds the missing names to the innermost object's table. Returns whether all hashes were replaced by safe ones.
  private mutating func fillTable(from cursor: JSONCursor) -> Bool {
    let hadSafeHashes = object.hasSafeHashes
    while object.tabledCount < count - object.firstName {
      let hash = unsafe hashes[object.firstName + object.tabledCount]
      if let slot = freeSlot(for: hash, { _ in }) {
        object.tabledCount += 1
        tables[slot] = object.tabledCount
      } else {
        makeHashesSafe(from: cursor)
        makeTable()
      }
    }
    return object.hasSafeHashes != hadSafeHashes
  }

  /// The free slot for a name. Passes the indices of other names with the same hash to `visit`. Returns nil if too
  /// many slots in a row are taken.
  private func freeSlot<Failure>(
    for hash: UInt32, _ visit: (Int) throws(Failure) -> Void
  ) throws(Failure) -> Int? {
    let start = firstSlot
    var slot = Int(hash) & (object.slotCount - 1)
    var taken = 0
    while true {
      let name = tables[start + slot]
      if name == 0 { return start + slot }
      let index = object.firstName + name - 1
      if unsafe hashes[index] == hash { try visit(index) }
      slot = (slot + 1) & (object.slotCount - 1)
      taken += 1
      // With safe hashes, a search may take any number of steps.
      if taken > Self.longestProbe && !object.hasSafeHashes { return nil }
    }
  }

  /// Makes an empty table with at least two slots for each name of the innermost object, and a filter that contains
  /// all of them.
  private mutating func makeTable() {
    let names = count - object.firstName
    tables.removeLast(object.tableCount)
    object.seen = .max
    object.slotCount = 256
    while object.slotCount < names * 3 { object.slotCount *= 2 }
    object.tabledCount = 0
    tables.append(repeating: 0, count: object.tableCount)
    for index in object.firstName..<count { _ = unsafe mark(hashes[index]) }
  }

  private mutating func safeHash(of token: StringToken, in cursor: JSONCursor) -> UInt32 {
    var hasher = Hasher()
    unsafe withUTF8(of: token, in: cursor) { unsafe hasher.combine(bytes: $0) }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  private mutating func makeHashesSafe(from cursor: JSONCursor) {
    object.hasSafeHashes = true
    for index in object.firstName..<count {
      var cursor = cursor
      cursor.position = unsafe offsets[index]
      // The name has been scanned before.
      guard let token = try? cursor.scanString() else { continue }
      unsafe hashes[index] = safeHash(of: token, in: cursor)
    }
  }
}
