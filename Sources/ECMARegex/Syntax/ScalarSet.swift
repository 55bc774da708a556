/// A set of Unicode scalar values, stored as sorted ranges that neither overlap nor touch.
///
/// Surrogate code points are not scalar values, and well-formed UTF-8 never contains them. A set therefore drops them,
/// and treats U+D7FF and U+E000 as neighbors.
public struct ScalarSet: Hashable, Sendable {
  /// The members in ascending order, in as few ranges as possible.
  public let ranges: [ClosedRange<Unicode.Scalar>]

  /// The empty set.
  public static let none = ScalarSet(codePoints: [])

  /// Every scalar.
  public static let all = ScalarSet(codePoints: [0...0x10FFFF])

  /// Creates the set of the scalars among `codePoints`, which can be in any order, overlap and include surrogates.
  public init(codePoints: [ClosedRange<UInt32>]) {
    var clipped: [ClosedRange<UInt32>] = []
    clipped.reserveCapacity(codePoints.count)
    for range in codePoints {
      let lower = Self.isSurrogate(range.lowerBound) ? 0xE000 : range.lowerBound
      let upper = Self.isSurrogate(range.upperBound) ? 0xD7FF : min(range.upperBound, 0x10FFFF)
      if lower <= upper { clipped.append(lower...upper) }
    }
    if clipped.count > 1 { clipped.sort { $0.lowerBound < $1.lowerBound } }
    self.ranges = Self.merging(sorted: clipped)
  }

  /// Creates the set of one code point; empty for a surrogate.
  public init(codePoint: UInt32) {
    self.init(codePoints: [codePoint...codePoint])
  }

  /// Whether no scalar is a member.
  public var isEmpty: Bool { ranges.isEmpty }

  /// The only member; nil if the set is empty or has several.
  public var onlyMember: Unicode.Scalar? {
    guard ranges.count == 1, let range = ranges.first, range.lowerBound == range.upperBound else {
      return nil
    }
    return range.lowerBound
  }

  /// The scalars that are not members.
  public var complement: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound.value > next { gaps.append(next...(range.lowerBound.value - 1)) }
      next = range.upperBound.value + 1
    }
    if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
    return ScalarSet(codePoints: gaps)
  }

  /// The scalars that are members of this set or of `other`.
  public func union(_ other: ScalarSet) -> ScalarSet {
    ScalarSet(codePoints: codePointRanges + other.codePointRanges)
  }

  /// Whether some scalar is a member of both sets.
  public func intersects(_ other: ScalarSet) -> Bool {
    var left = ranges[...]
    var right = other.ranges[...]
    while let a = left.first, let b = right.first {
      if a.overlaps(b) { return true }
      if a.upperBound < b.lowerBound { left.removeFirst() } else { right.removeFirst() }
    }
    return false
  }

  /// Whether `scalar` is a member.
  public func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar) }
  }

  var codePointRanges: [ClosedRange<UInt32>] {
    ranges.map { $0.lowerBound.value...$0.upperBound.value }
  }

  private static func isSurrogate(_ codePoint: UInt32) -> Bool {
    codePoint >= 0xD800 && codePoint <= 0xDFFF
  }

  private static func merging(sorted: [ClosedRange<UInt32>]) -> [ClosedRange<Unicode.Scalar>] {
    var merged: [ClosedRange<UInt32>] = []
    for range in sorted {
      guard let last = merged.last else {
        merged.append(range)
        continue
      }
      let neighbor = last.upperBound == 0xD7FF ? 0xE000 : last.upperBound + 1
      if range.lowerBound <= neighbor {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged.compactMap { range in
      guard let lower = Unicode.Scalar(range.lowerBound),
        let upper = Unicode.Scalar(range.upperBound)
      else { return nil }
      return lower...upper
    }
  }
}
