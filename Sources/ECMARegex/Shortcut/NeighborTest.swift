public import CVector

/// The `NeighborRules` of a pattern as tables that test ASCII subjects without the engine.
public final class NeighborTest: Sendable {
  let table: NeighborTable

  /// Returns nil if neighboring characters alone do not decide the pattern.
  ///
  /// Each step tests at most `vectorWidth` bytes.
  init?(_ syntax: PatternSyntax, vectorWidth: Int32) {
    guard let rules = NeighborRules(syntax) else { return nil }
    table = NeighborTable(rules, vectorWidth: vectorWidth)
  }

  deinit {
    table.deallocate()
  }
}

/// The kind of each byte's character, one bit, and the kinds that must not follow it.
///
/// A further kind represents characters that the pattern does not contain; it is allowed nowhere.
///
/// Worked example: if letters are kind 1 and `-` is kind 2, kind 2 and the further kind must not follow `-`. The kind
/// of each byte is compared with those that the preceding byte forbids, and the results are combined, so only the
/// length needs a branch.
///
/// It is `@unchecked Sendable` and marked safe because the tables are written before they are shared and freed by the
/// `NeighborTest` that owns them. Users of the tables keep it alive.
@safe @usableFromInline struct NeighborTable: BitwiseCopyable, @unchecked Sendable {
  private static let misplaced: NeighborRules.Kinds = 0x40

  @usableFromInline let neighbors: UnsafeMutablePointer<cvector_neighbors>

  init(_ rules: NeighborRules, vectorWidth: Int32) {
    unsafe neighbors = .allocate(capacity: 1)
    unsafe neighbors.initialize(to: cvector_neighbors())
    var kinds = rules.kinds.map { $0 == 0 ? Self.misplaced : $0 }
    kinds += repeatElement(Self.misplaced, count: 256 - kinds.count)
    let forbidden = kinds.map { kind in
      kind == Self.misplaced ? .max : ~rules.followers[kind.trailingZeroBitCount]
    }
    // Sound: the two fields and the arrays have 256 bytes each.
    unsafe withUnsafeMutableBytes(of: &neighbors.pointee.kinds) {
      unsafe $0.copyBytes(from: kinds)
    }
    unsafe withUnsafeMutableBytes(of: &neighbors.pointee.forbidden_after) {
      unsafe $0.copyBytes(from: forbidden)
    }
    unsafe neighbors.pointee.forbidden_first = ~rules.first
    unsafe neighbors.pointee.forbidden_last = ~rules.last
    unsafe neighbors.pointee.accepts_empty = rules.acceptsEmpty ? 1 : 0
    if let sets = cvector_kinds(rules) {
      unsafe neighbors.pointee.sets = sets
      unsafe cvector_choose_width(neighbors, vectorWidth)
    }
  }

  func deallocate() {
    unsafe neighbors.deallocate()
  }

  /// Whether a subject, which must be ASCII, matches.
  @inlinable @inline(__always)
  func matches(ascii subject: UnsafeRawBufferPointer) -> Bool {
    // Sound: the call reads only the tables and the subject's bytes.
    unsafe cvector_neighbors_match(
      neighbors, subject.baseAddress?.assumingMemoryBound(to: UInt8.self), subject.count) != 0
  }
}

extension cvector_kinds {
  /// Returns nil if the rules do not have this shape: there is one set of characters after which nothing may follow,
  /// or nothing from the same set.
  init?(_ rules: NeighborRules) {
    self.init()
    let all = rules.allKinds
    var separators: NeighborRules.Kinds = 0
    for (index, followers) in rules.followers.enumerated() where followers != all {
      separators |= 1 << NeighborRules.Kinds(index)
    }
    has_separators = separators == 0 ? 0 : 1
    for (index, followers) in rules.followers.enumerated() where separators >> index & 1 == 1 {
      guard followers == 0 || followers == all & ~separators else { return nil }
      guard followers == rules.followers[separators.trailingZeroBitCount] else { return nil }
      may_follow_separators = followers == 0 ? 0 : 1
    }
    var columns = [UInt8](repeating: 0, count: 16)
    var separatorsByColumn = columns
    for (code, kind) in rules.kinds.enumerated() {
      if kind != 0 { columns[code & 15] |= 1 << UInt8(code >> 4) }
      if kind & separators != 0 { separatorsByColumn[code & 15] |= 1 << UInt8(code >> 4) }
    }
    let rows = (0..<16).map { $0 < 8 ? 1 << UInt8($0) : UInt8(0) }
    // Sound: the three fields and the arrays have 16 bytes each.
    unsafe withUnsafeMutableBytes(of: &by_low) { unsafe $0.copyBytes(from: columns) }
    unsafe withUnsafeMutableBytes(of: &separators_by_low) {
      unsafe $0.copyBytes(from: separatorsByColumn)
    }
    unsafe withUnsafeMutableBytes(of: &by_high) { unsafe $0.copyBytes(from: rows) }
  }
}
