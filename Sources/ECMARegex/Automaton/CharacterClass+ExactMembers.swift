import CPCRE2Match
import Synchronization

extension CharacterClass {
  /// Every member, with those of Unicode properties from PCRE2; nil if PCRE2 is not available.
  var exactMembers: ScalarSet? {
    guard !properties.isEmpty else { return scalars }
    var all = scalars
    for property in properties {
      guard let members = property.exactMembers else { return nil }
      all = all.union(members)
    }
    return isNegated ? all.complement : all
  }
}

extension UnicodeProperty {
  /// The members of the properties requested so far; ECMA-262 has a few hundred properties.
  private static let known = Mutex<[UnicodeProperty: ScalarSet]>([:])

  fileprivate var exactMembers: ScalarSet? {
    let positive = UnicodeProperty(kind: kind, shortName: shortName, isNegated: false)
    guard let set = Self.known.withLock({ $0[positive] }) ?? positive.membersFromPCRE2 else {
      return nil
    }
    Self.known.withLock { $0[positive] = set }
    return isNegated ? set.complement : set
  }

  /// The members according to PCRE2, which matches every scalar, up to 4,096 at once if their results agree.
  private var membersFromPCRE2: ScalarSet? {
    let negative = UnicodeProperty(kind: kind, shortName: shortName, isNegated: !isNegated)
    guard reasonUnsupported == nil,
      let onlyMembers = try? CompiledCode("^\(spellingInPCRE2)*\\z", for: .utf8, usesJIT: true),
      let onlyOthers = try? CompiledCode(
        "^\(negative.spellingInPCRE2)*\\z", for: .utf8, usesJIT: true)
    else { return nil }
    var ranges: [ClosedRange<UInt32>] = []
    func ask(_ start: UInt32, count: UInt32) {
      let block = (start..<start + count).compactMap { Unicode.Scalar($0) }
      if block.isEmpty || onlyOthers.matches(block) { return }
      if count == 1 || onlyMembers.matches(block) {
        ranges.append(start...start + (count - 1))
      } else {
        for part in 0..<UInt32(16) { ask(start + part * (count / 16), count: count / 16) }
      }
    }
    for block in UInt32(0)..<0x110 { ask(block * 4096, count: 4096) }
    return ScalarSet(codePoints: ranges)
  }
}

extension CompiledCode {
  /// Whether the pattern, compiled for UTF-8, matches text of these scalars, which must be too short for any limit to
  /// matter.
  fileprivate func matches(_ scalars: [Unicode.Scalar]) -> Bool {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * scalars.count)
    for scalar in scalars { if let encoded = UTF8.encode(scalar) { bytes += encoded } }
    // Sound: the encoder produces well-formed UTF-8, and the code lives until the call ends.
    var limits = cpcre2_limits(.default)
    return unsafe bytes.withUnsafeBytes {
      unsafe unowned.match($0, &limits) == .match
    }
  }
}
