extension JSONCursor {
  /// Moves past a value of a checked document and returns its hash. Equal values have equal hashes, whatever the
  /// spelling of numbers and strings and the order of members.
  ///
  /// - Parameter depth: The maximum nesting of containers; the function recurses.
  /// - Returns: Nil if the nesting is deeper or if the value is not JSON; the cursor can then be anywhere.
  package mutating func readValueHash(
    _ scratch: inout JSONScratch, keys: KeyedHash = .process, depth: Int
  ) -> UInt64? {
    guard let kind = kindOfNextValue else { return nil }
    do throws(JSONFault) {
      switch kind {
      case .object: return try readObjectHash(&scratch, keys, depth - 1)
      case .array: return try readArrayHash(&scratch, keys, depth - 1)
      case .string:
        let token = try scanString()
        // Equal strings have equal lengths. The other hash ignores zeros at the end of a string.
        let length = UInt64(truncatingIfNeeded: token.lengthInCodePoints)
        return keys.combine(hash(of: token, &scratch, keys), length << 3 | kind.salt)
      case .number: return keys.combine(try readNumber().hash(in: self, keys), kind.salt)
      case .boolean, .null:
        let first = next ?? 0
        try scanLiteral()
        return keys.combine(UInt64(first), kind.salt)
      }
    } catch {
      return nil
    }
  }

  private mutating func readObjectHash(
    _ scratch: inout JSONScratch, _ keys: KeyedHash, _ depth: Int
  ) throws(JSONFault) -> UInt64? {
    guard depth >= 0 else { return nil }
    // A sum does not depend on the order.
    var sum: UInt64 = 0
    var continuation = try openObject()
    while continuation == .another {
      let name = hash(of: try scanString(), &scratch, keys)
      try skipColon()
      guard let value = readValueHash(&scratch, keys: keys, depth: depth) else { return nil }
      sum &+= keys.combine(name, value)
      continuation = try continueObject()
    }
    return keys.combine(sum, JSONKind.object.salt)
  }

  private mutating func readArrayHash(
    _ scratch: inout JSONScratch, _ keys: KeyedHash, _ depth: Int
  ) throws(JSONFault) -> UInt64? {
    guard depth >= 0 else { return nil }
    var hash: UInt64 = 0
    var continuation = try openArray()
    while continuation == .another {
      guard let element = readValueHash(&scratch, keys: keys, depth: depth) else { return nil }
      hash = keys.combine(hash, element)
      continuation = try continueArray()
    }
    return keys.combine(hash, JSONKind.array.salt)
  }

  /// The hash of a string's UTF-8 with its escapes resolved.
  func hash(of token: StringToken, _ scratch: inout JSONScratch, _ keys: KeyedHash) -> UInt64 {
    guard token.hasEscapes else {
      return unsafe keys.quickHash(bytes(from: token.start, to: token.end))
    }
    return unsafe scratch.withUnescaped(token, from: self) { unsafe keys.quickHash($0) }
  }
}

extension JSONKind {
  /// Distinguishes the hash of `1` from that of `"1"` or `[1]`.
  fileprivate var salt: UInt64 {
    switch self {
    case .object: 1
    case .array: 2
    case .string: 3
    case .number: 4
    case .boolean: 5
    case .null: 6
    }
  }
}
