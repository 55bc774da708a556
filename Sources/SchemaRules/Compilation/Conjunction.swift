import JSONText

/// Nodes that one value must satisfy together, without duplicates, in the order of the schema.
struct Conjunction: Hashable {
  var members: [Member]
  /// Facts about members of the value that are known in advance.
  var facts: [MemberFact]
  /// Whether the value is inside something secret.
  var isSecret: Bool

  init(_ members: [Member], _ facts: [MemberFact] = [], isSecret: Bool) {
    self.facts = facts
    self.isSecret = isSecret
    self.members = []
    for member in members where !self.members.contains(member) { self.members.append(member) }
  }
}

/// The requirements for a value of one kind after resolving everything certain: references, `allOf`, and alternatives
/// of which only one allows the kind.
struct Closure {
  let kind: JSONKind
  /// The nodes whose own keywords apply.
  var members: [Member] = []
  /// The keywords that require reading the value again.
  var open: [OpenKeyword] = []
  /// Whether keywords were omitted that reject nothing but evaluate members or elements.
  var hasDropped = false
  /// Keywords that no value of this kind satisfies.
  var refused: [(member: Member, use: Int)] = []
}

/// A keyword that applies other nodes to the same value.
struct OpenKeyword {
  var member: Member
  /// The index of the keyword among those of its node.
  var use: Int
  /// The alternatives that the kind of value leaves.
  var candidates: [Member] = []
}
