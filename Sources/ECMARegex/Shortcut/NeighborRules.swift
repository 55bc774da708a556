/// The rules of a pattern that decides whole ASCII strings by neighboring characters alone: which characters may come
/// first, which may follow each other, and which may come last.
///
/// Worked example: in `^[a-z]+(-[a-z]+)*$`, the letters are one kind of character and `-` is another. Letters may
/// come first and last. A letter may be followed by either kind, `-` only by a letter. These rules are complete: the
/// automaton of the pattern is in the same situation after every letter, whatever came before.
@usableFromInline struct NeighborRules: Equatable {
  /// A set of kinds, one bit each.
  @usableFromInline typealias Kinds = UInt8

  /// The maximum number of kinds that are distinguished.
  static let maximumKinds = 6
  /// The maximum number of situations of the automaton to examine.
  private static let maximumSituations = 64

  /// The kind of each ASCII character, as a set of one; the empty set for characters that the pattern does not
  /// contain.
  private(set) var kinds: [Kinds] = []
  /// The kinds that may come first.
  private(set) var first: Kinds = 0
  /// The kinds that may come last.
  private(set) var last: Kinds = 0
  /// The kinds that may follow each kind.
  private(set) var followers: [Kinds] = []
  /// Whether the empty string matches.
  private(set) var acceptsEmpty = false

  /// The kinds that the pattern contains.
  var allKinds: Kinds { kinds.reduce(0, |) }

  /// The rules of a pattern `^…$`. Returns nil if neighbors alone do not decide it.
  init?(_ syntax: PatternSyntax) {
    guard case .sequence(let parts) = syntax.root, parts.count >= 2,
      parts.first == .anchor(.start), parts.last == .anchor(.end),
      let positions = ClassPositions(Array(parts.dropFirst().dropLast()))
    else { return nil }
    // Characters that the same positions accept have the same kind.
    let accepting = (0..<UInt32(128)).map { codePoint in
      positions.classes.indices.reduce(ClassPositions.Positions(0)) { set, index in
        positions.classes[index].contains(codePoint) ? set | 1 << UInt64(index) : set
      }
    }
    var positionsOfKind: [ClassPositions.Positions] = []
    for set in accepting where set != 0 && !positionsOfKind.contains(set) {
      positionsOfKind.append(set)
    }
    guard positionsOfKind.count <= Self.maximumKinds else { return nil }
    kinds = accepting.map { set in
      positionsOfKind.firstIndex(of: set).map { 1 << Kinds($0) } ?? 0
    }
    acceptsEmpty = positions.isNullable
    guard collect(positions, positionsOfKind) else { return nil }
  }

  /// A character that was read, with the positions at which it may have been read.
  private struct Situation: Hashable {
    let kind: Int
    let positions: ClassPositions.Positions
  }

  /// Visits each situation that the automaton can reach. Returns false if two situations of the same kind continue
  /// differently, or if there are too many.
  private mutating func collect(
    _ automaton: ClassPositions, _ positionsOfKind: [ClassPositions.Positions]
  ) -> Bool {
    func situations(at next: ClassPositions.Positions) -> [Situation] {
      positionsOfKind.indices.compactMap {
        let positions = next & positionsOfKind[$0]
        return positions == 0 ? nil : Situation(kind: $0, positions: positions)
      }
    }
    func kinds(of situations: [Situation]) -> Kinds {
      situations.reduce(0) { $0 | 1 << Kinds($1.kind) }
    }
    var pending = situations(at: automaton.first)
    first = kinds(of: pending)
    var seen = Set(pending)
    var known: [Int: (followers: Kinds, canEnd: Bool)] = [:]
    while let situation = pending.popLast() {
      let next = situations(at: automaton.followers(of: situation.positions))
      let rule = (kinds(of: next), situation.positions & automaton.last != 0)
      guard known[situation.kind].map({ $0 == rule }) ?? true else { return false }
      known[situation.kind] = rule
      pending += next.filter { seen.insert($0).inserted }
      guard seen.count <= Self.maximumSituations else { return false }
    }
    followers = positionsOfKind.indices.map { known[$0]?.followers ?? 0 }
    for (kind, rule) in known where rule.canEnd { last |= 1 << Kinds(kind) }
    return true
  }
}

extension ScalarSet {
  fileprivate func contains(_ codePoint: UInt32) -> Bool {
    Unicode.Scalar(codePoint).map { contains($0) } ?? false
  }
}
