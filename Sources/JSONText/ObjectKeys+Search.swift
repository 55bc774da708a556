import CVector

extension ObjectKeys {
  /// Adds a name to the innermost object if the object may have it already, or is large.
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
      if count - object.firstName > Self.largestSearchedObject { makeTable(from: cursor) }
      return
    }
    if object.hasSafeHashes { shortHash = safeHash(of: token, in: cursor) }
    let slot = try freeSlot(for: shortHash, of: token, in: cursor)
    append(shortHash, token)
    if slot < 0 || (count - object.firstName) * 2 > object.slotCount {
      makeTable(from: cursor, needsSafeHashes: slot < 0)
    } else {
      tables[slot] = count - object.firstName
    }
  }

  private mutating func append(_ hash: UInt32, _ token: StringToken) {
    reserveName()
    unsafe hashes[count] = hash
    unsafe offsets[count] = token.start - 1
    count += 1
  }

  /// Looks for a name among the innermost object's, one hash after the other.
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

  // MARK: The hash table

  private mutating func safeHash(of token: StringToken, in cursor: JSONCursor) -> UInt32 {
    var hasher = Hasher()
    unsafe withUTF8(of: token, in: cursor) { unsafe hasher.combine(bytes: $0) }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  /// The slot of `tables` for a name that the innermost object does not have yet; -1 if too many slots in a
  /// row are taken.
  private func freeSlot(
    for hash: UInt32, of token: StringToken, in cursor: JSONCursor
  ) throws(JSONFault) -> Int {
    let start = tables.count - object.slotCount
    var slot = Int(hash) & (object.slotCount - 1)
    var taken = 0
    while true {
      let name = tables[start + slot]
      if name == 0 { return start + slot }
      let index = object.firstName + name - 1
      if unsafe hashes[index] == hash { try requireDifferent(index, token, in: cursor) }
      slot = (slot + 1) & (object.slotCount - 1)
      taken += 1
      // Swift's own hashes may take as long as they take.
      if taken > Self.longestProbe && !object.hasSafeHashes { return -1 }
    }
  }

  /// Puts the innermost object's names in a new table, at most a quarter of whose slots they take.
  private mutating func makeTable(from cursor: JSONCursor, needsSafeHashes: Bool = false) {
    if needsSafeHashes { makeHashesSafe(from: cursor) }
    tables.removeLast(object.slotCount)
    object.seen = .max
    object.slotCount = 64
    while object.slotCount < (count - object.firstName) * 4 { object.slotCount *= 2 }
    tables.append(repeating: 0, count: object.slotCount)
    let start = tables.count - object.slotCount
    for index in object.firstName..<count {
      var slot = unsafe Int(hashes[index]) & (object.slotCount - 1)
      var taken = 0
      while tables[start + slot] != 0 {
        slot = (slot + 1) & (object.slotCount - 1)
        taken += 1
        if taken > Self.longestProbe && !object.hasSafeHashes {
          makeTable(from: cursor, needsSafeHashes: true)
          return
        }
      }
      tables[start + slot] = index - object.firstName + 1
    }
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
