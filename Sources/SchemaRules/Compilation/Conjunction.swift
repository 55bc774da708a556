import JSONText

/// Nodes that one value must satisfy together, without duplicates, in the order of the schema.
struct Conjunction: Hashable {
  var members: [Member]
  /// Facts about the value that are known in advance.
  var facts: Facts
  /// Whether the value is inside a secret value.
  var isSecret: Bool

  init(_ members: [Member], _ facts: Facts = Facts(), isSecret: Bool) {
    self.facts = facts
    self.isSecret = isSecret
    self.members = []
    for member in members where !self.members.contains(member) { self.members.append(member) }
  }
}

/// Facts about an object that are known before it is read.
struct Facts: Hashable {
  /// Facts about its members.
  var members: [MemberFact] = []
  /// The choices that leave only one alternative.
  var decided: [DecidedChoice] = []

  var count: Int { members.count + decided.count }

  func adding(_ fact: MemberFact) -> Facts { Facts(members: members + [fact], decided: decided) }

  func adding(_ choice: DecidedChoice) -> Facts {
    Facts(members: members, decided: decided + [choice])
  }
}

/// A choice, as the keyword of a node, with its only possible alternative.
struct DecidedChoice: Hashable {
  let member: Member
  let use: Int
  let alternative: Member
}

/// The requirements for a value of one kind after resolving everything certain: references, `allOf`, and alternatives
/// of which only one allows the kind.
struct Closure {
  let kind: JSONKind
  /// The nodes whose own keywords apply.
  var members: [Member] = []
  /// The keywords that require reading the value again.
  var open: [OpenKeyword] = []
  /// Whether keywords were omitted that reject no value but evaluate members or elements.
  var hasDropped = false
  /// Keywords that reject every value of this kind.
  var refused: [(member: Member, use: Int)] = []
}

/// A keyword that applies other nodes to the same value.
struct OpenKeyword {
  var member: Member
  /// The index of the keyword among those of its node.
  var use: Int
  /// The alternatives that allow values of this kind.
  var candidates: [Member] = []
}
