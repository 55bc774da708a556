import JSONText

/// A choice that is decided before an object's members are read, because all alternatives but one require members that
/// the object does not have.
///
/// Worked example: `oneOf` has two nodes, which require `date` and `timestamp`. An object with only `date` is checked by
/// a node in which the first of the two replaces `oneOf`.
struct PresenceChoice: BitwiseCopyable {
  /// The names that the alternatives require, a range of `nodeLists` with indices into `texts`.
  var names: TableRange
  /// The index in `requiredWords` where the alternatives start. Each has its number of words, then words with the
  /// bits of names of which one must be present.
  var firstWord: Int32
  /// The node for each alternative, a range of `nodeLists`.
  var nodes: TableRange
}

extension SchemaCompiler {
  private static let maximumNames = 24
  private static let maximumAlternatives = 32

  /// The index of a choice that the presence of members may decide; -1 if a closure has none.
  mutating func presenceChoice(
    of closure: Closure, _ conjunction: Conjunction, isSecret: Bool
  ) throws(SchemaError) -> Int32 {
    guard mergesNodes, conjunction.facts.count < Self.maximumFacts else { return -1 }
    for open in closure.open where 2...Self.maximumAlternatives ~= open.candidates.count {
      let use = graph.nodes[open.member.node].keywords[open.use]
      guard use.keyword == .anyOf || use.keyword == .oneOf else { continue }
      let (groups, isAll) = requiredMembers(open)
      var names: [[UInt8]] = []
      for name in groups.joined().joined().map({ Array($0.utf8) }) where !names.contains(name) {
        names.append(name)
      }
      // If the alternatives require nothing else, the choice costs as little while the members are read.
      guard !isAll, names.count <= Self.maximumNames, groups.count == open.candidates.count,
        groups.count(where: \.isEmpty) <= 1
      else { continue }
      let firstWord = Int32(parts.requiredWords.count)
      for groups in groups {
        parts.requiredWords.append(UInt64(groups.count))
        parts.requiredWords += groups.map { group in
          group.reduce(0) { $0 | 1 << UInt64(names.firstIndex(of: Array($1.utf8)) ?? 0) }
        }
      }
      var nodes: [Int32] = []
      for candidate in open.candidates {
        let choice = DecidedChoice(member: open.member, use: open.use, alternative: candidate)
        nodes.append(
          try node(
            for: conjunction.members, conjunction.facts.adding(choice), isSecret: isSecret))
      }
      parts.presenceChoices.append(
        PresenceChoice(
          names: append(nodes: names.map { discriminatorName($0) }), firstWord: firstWord,
          nodes: append(nodes: nodes)))
      return Int32(parts.presenceChoices.count - 1)
    }
    return -1
  }
}
