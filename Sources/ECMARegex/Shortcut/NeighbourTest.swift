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

/// One entry for each value of a byte: the kind of the character, one bit, and the kinds that must
/// not follow it.
///
/// Two more kinds stand for characters without a place in the pattern and for bytes beyond ASCII;
/// neither may come anywhere.
///
/// Worked example: with letters as kind 1 and `-` as kind 2, the entry of `-` has the kind 2, and in
/// the upper half the kinds that must not follow: 2 and both others. Each byte's kind is compared with
/// what the byte before it forbids, and all that is found is collected; there is nothing to branch on.
///
/// It is `@unchecked Sendable` and marked safe because the entries are written before anyone else
/// knows them, and freed by the `NeighbourTest` that owns them, which whoever uses the table keeps alive.
@safe struct NeighbourTable: BitwiseCopyable, @unchecked Sendable {
  private static let misplaced: UInt16 = 0x40
  private static let beyondASCII: UInt16 = 0x80

  private let entries: UnsafeMutablePointer<UInt16>
  private let forbiddenFirst: UInt16
  private let forbiddenLast: UInt16
  private let acceptsEmpty: Bool

  init(_ rules: NeighbourRules) {
    func others(_ kinds: NeighbourRules.Kinds) -> UInt16 { ~UInt16(kinds) & 0xFF }
    unsafe entries = .allocate(capacity: 256)
    for byte in 0..<256 {
      let entry: UInt16
      if byte >= 128 {
        entry = Self.beyondASCII
      } else if rules.kinds[byte] == 0 {
        entry = Self.misplaced
      } else {
        let kind = rules.kinds[byte]
        entry = UInt16(kind) | others(rules.followers[kind.trailingZeroBitCount]) << 8
      }
      unsafe (entries + byte).initialize(to: entry)
    }
    forbiddenFirst = others(rules.first)
    forbiddenLast = others(rules.last)
    acceptsEmpty = rules.acceptsEmpty
  }

  func deallocate() {
    unsafe entries.deallocate()
  }

  /// The verdict on a subject. Returns nil if it is for the engine to say.
  func verdict(on subject: UnsafeRawBufferPointer) -> MatchResult? {
    guard unsafe !subject.isEmpty else { return acceptsEmpty ? .match : .noMatch }
    var entry = forbiddenFirst << 8
    var found: UInt16 = 0
    for index in 0..<subject.count {
      // Sound: there is an entry for every value of a byte.
      let next = unsafe entries[Int(subject[index])]
      found |= entry >> 8 & next
      entry = next
    }
    found |= entry & forbiddenLast
    if found & 0xFF == 0 { return .match }
    return found & Self.beyondASCII == 0 ? .noMatch : nil
  }
}
