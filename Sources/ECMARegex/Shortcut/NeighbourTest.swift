public import CVector

/// The `NeighbourRules` of a pattern in a form that a subject is tested with, without the engine.
///
/// It gives the engine's verdict or none: a subject with any byte beyond ASCII is left to the engine.
public final class NeighbourTest: Sendable {
  let table: NeighbourTable

  /// Returns nil if the pattern is not decided by neighbouring characters alone.
  init?(_ syntax: PatternSyntax) {
    guard let rules = NeighbourRules(syntax) else { return nil }
    table = NeighbourTable(rules)
  }

  deinit {
    table.deallocate()
  }
}

/// The kind of each byte's character, one bit, and the kinds that must not follow it.
///
/// Two more kinds stand for characters without a place in the pattern and for bytes beyond ASCII;
/// neither may come anywhere.
///
/// Worked example: with letters as kind 1 and `-` as kind 2, what must not follow `-` is 2 and both
/// of the others. The kind of each byte is compared with what the byte before it forbids, and all
/// that is found is collected: there is nothing to branch on but the length.
///
/// It is `@unchecked Sendable` and marked safe because the tables are written before anyone else
/// knows them, and freed by the `NeighbourTest` that owns them, which whoever uses them keeps alive.
@safe @usableFromInline struct NeighbourTable: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline typealias Kinds = NeighbourRules.Kinds

  @inlinable static var misplaced: Kinds { 0x40 }
  @inlinable static var beyondASCII: Kinds { 0x80 }

  /// The kinds of all values of a byte, and behind them what each of these forbids to follow.
  @usableFromInline let tables: UnsafeMutablePointer<Kinds>
  @usableFromInline let forbiddenFirst: Kinds
  @usableFromInline let forbiddenLast: Kinds
  @usableFromInline let acceptsEmpty: Bool
  /// The same for 16 bytes at a time; nil if the rules are not of that shape.
  @usableFromInline let vectors: UnsafePointer<cvector_kinds>?

  init(_ rules: NeighbourRules) {
    unsafe tables = .allocate(capacity: 512)
    for byte in 0..<256 {
      var kind = byte < 128 ? rules.kinds[byte] : Self.beyondASCII
      if kind == 0 { kind = Self.misplaced }
      let isPlaced = kind < Self.misplaced
      let followers = isPlaced ? rules.followers[kind.trailingZeroBitCount] : 0
      unsafe (tables + byte).initialize(to: kind)
      unsafe (tables + 256 + byte).initialize(to: ~followers)
    }
    forbiddenFirst = ~rules.first
    forbiddenLast = ~rules.last
    acceptsEmpty = rules.acceptsEmpty
    unsafe vectors = cvector_kinds(rules).map { kinds in
      let pointer = UnsafeMutablePointer<cvector_kinds>.allocate(capacity: 1)
      unsafe pointer.initialize(to: kinds)
      return unsafe UnsafePointer(pointer)
    }
  }

  func deallocate() {
    unsafe tables.deallocate()
    unsafe vectors?.deallocate()
  }

  /// The verdict on a subject. Returns nil if it is for the engine to say.
  @inlinable @inline(__always)
  func verdict(on subject: UnsafeRawBufferPointer) -> MatchResult? {
    let count = subject.count
    guard count > 0, let start = subject.baseAddress else {
      return acceptsEmpty ? .match : .noMatch
    }
    let bytes = unsafe start.assumingMemoryBound(to: UInt8.self)
    // The last byte is looked at here, all others as one of a pair too.
    var found = unsafe kind(of: bytes[0]) & forbiddenFirst
    found |= unsafe kind(of: bytes[count - 1]) & forbiddenLast
    // Sound: the call reads the tables and the subject's bytes, and nothing else.
    if found == 0, count >= 8, let vectors = unsafe vectors,
      unsafe cvector_kinds_fit(vectors, bytes, count) != 0
    {
      return .match
    }
    found |= unsafe conflicts(bytes, count)
    if found == 0 { return .match }
    return found & Self.beyondASCII == 0 ? .noMatch : nil
  }

  /// The kinds among the bytes that the byte before them forbids.
  @usableFromInline @inline(never)
  func conflicts(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Kinds {
    var found: Kinds = 0
    var forbidden = unsafe kindsForbidden(after: bytes[0])
    for index in 1..<count {
      let byte = unsafe bytes[index]
      found |= kind(of: byte) & forbidden
      forbidden = kindsForbidden(after: byte)
    }
    return found
  }

  // Sound: both tables have an entry for every value of a byte.

  @inlinable @inline(__always)
  func kind(of byte: UInt8) -> Kinds {
    unsafe tables[Int(byte)]
  }

  @inline(__always)
  private func kindsForbidden(after byte: UInt8) -> Kinds {
    unsafe tables[256 &+ Int(byte)]
  }
}

extension cvector_kinds {
  /// Returns nil if the machine has no such test, or if the rules are not of its shape: one set of
  /// characters after which nothing may come, or nothing of the same set.
  init?(_ rules: NeighbourRules) {
    guard cvector_kinds_available() != 0 else { return nil }
    self.init()
    let all = rules.allKinds
    var loners: NeighbourRules.Kinds = 0
    for (index, followers) in rules.followers.enumerated() where followers != all {
      loners |= 1 << NeighbourRules.Kinds(index)
    }
    has_loners = loners == 0 ? 0 : 1
    for (index, followers) in rules.followers.enumerated() where loners >> index & 1 == 1 {
      guard followers == 0 || followers == all & ~loners else { return nil }
      guard followers == rules.followers[loners.trailingZeroBitCount] else { return nil }
      may_follow_loners = followers == 0 ? 0 : 1
    }
    var columns = [UInt8](repeating: 0, count: 16)
    var lonersByColumn = columns
    for (code, kind) in rules.kinds.enumerated() {
      if kind != 0 { columns[code & 15] |= 1 << UInt8(code >> 4) }
      if kind & loners != 0 { lonersByColumn[code & 15] |= 1 << UInt8(code >> 4) }
    }
    let rows = (0..<16).map { $0 < 8 ? 1 << UInt8($0) : UInt8(0) }
    // Sound: the three fields have 16 bytes each, as have the arrays.
    unsafe withUnsafeMutableBytes(of: &by_low) { unsafe $0.copyBytes(from: columns) }
    unsafe withUnsafeMutableBytes(of: &loners_by_low) { unsafe $0.copyBytes(from: lonersByColumn) }
    unsafe withUnsafeMutableBytes(of: &by_high) { unsafe $0.copyBytes(from: rows) }
  }
}
