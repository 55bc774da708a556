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
@safe struct NeighbourTable: BitwiseCopyable, @unchecked Sendable {
  typealias Kinds = NeighbourRules.Kinds

  private static let misplaced: Kinds = 0x40
  private static let beyondASCII: Kinds = 0x80

  /// The kinds of all values of a byte, and behind them what each of these forbids to follow.
  private let tables: UnsafeMutablePointer<Kinds>
  private let forbiddenFirst: Kinds
  private let forbiddenLast: Kinds
  /// Whether every kind of the pattern may follow every other, so that only the others matter.
  private let isUnordered: Bool
  private let acceptsEmpty: Bool

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
    isUnordered = Set(rules.followers) == [rules.allKinds]
    acceptsEmpty = rules.acceptsEmpty
  }

  func deallocate() {
    unsafe tables.deallocate()
  }

  /// The verdict on a subject. Returns nil if it is for the engine to say.
  func verdict(on subject: UnsafeRawBufferPointer) -> MatchResult? {
    let count = subject.count
    guard count > 0, let start = subject.baseAddress else {
      return acceptsEmpty ? .match : .noMatch
    }
    let bytes = unsafe start.assumingMemoryBound(to: UInt8.self)
    // The last byte is looked at here, all others as one of a pair too.
    var found = unsafe kind(of: bytes[0]) & forbiddenFirst
    found |= unsafe kind(of: bytes[count - 1]) & forbiddenLast
    found |= unsafe isUnordered ? misfits(bytes, count) : conflicts(bytes, count)
    if found == 0 { return .match }
    return found & Self.beyondASCII == 0 ? .noMatch : nil
  }

  /// The kinds among the bytes that have no place in the pattern.
  @inline(__always)
  private func misfits(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Kinds {
    var found: Kinds = 0
    func collect(_ length: Int, from offset: Int) {
      for index in 0..<length { found |= unsafe kind(of: bytes[offset &+ index]) }
    }
    if count < 8 {
      collect(count, from: 0)
    } else {
      var offset = 0
      while offset < count &- 8 {
        collect(8, from: offset)
        offset &+= 8
      }
      // The last eight, some of them for the second time.
      collect(8, from: count &- 8)
    }
    return found & (Self.misplaced | Self.beyondASCII)
  }

  /// The kinds among the bytes that the byte before them forbids.
  @inline(__always)
  private func conflicts(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Kinds {
    var found: Kinds = 0
    func collect(pairs: Int, from offset: Int) {
      var forbidden = unsafe kindsForbidden(after: bytes[offset])
      for index in 0..<pairs {
        let byte = unsafe bytes[offset &+ 1 &+ index]
        found |= kind(of: byte) & forbidden
        forbidden = kindsForbidden(after: byte)
      }
    }
    if count <= 8 {
      collect(pairs: count &- 1, from: 0)
    } else {
      var offset = 0
      while offset < count &- 9 {
        collect(pairs: 8, from: offset)
        offset &+= 8
      }
      // The last eight pairs, some of them for the second time.
      collect(pairs: 8, from: count &- 9)
    }
    return found
  }

  // Sound: both tables have an entry for every value of a byte.

  @inline(__always)
  private func kind(of byte: UInt8) -> Kinds {
    unsafe tables[Int(byte)]
  }

  @inline(__always)
  private func kindsForbidden(after byte: UInt8) -> Kinds {
    unsafe tables[256 &+ Int(byte)]
  }
}
