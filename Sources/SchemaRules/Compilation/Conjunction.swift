import JSONText

/// Nodes that one value must satisfy together; each stands here once, in the order of the schema.
struct Conjunction: Hashable {
  var members: [Member]
  /// What is known of members of the value beforehand.
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

/// What a value of one kind must satisfy, once all that is certain has been followed: references,
/// `allOf`, and alternatives of which the kind leaves only one.
struct Closure {
  let kind: JSONKind
  /// The nodes whose own keywords apply.
  var members: [Member] = []
  /// What is left to decide by reading the value again.
  var open: [OpenKeyword] = []
  /// Whether keywords were left out that assert nothing, and yet look at what is inside values.
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
