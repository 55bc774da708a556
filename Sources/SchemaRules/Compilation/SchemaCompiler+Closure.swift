package import JSONText

extension SchemaCompiler {
  /// The member for a node that evaluation enters from a scope.
  mutating func enter(_ node: NodeID, from scope: Int) -> Member {
    scopes.enter(node, from: scope, in: graph)
  }

  /// The target of a reference; nil if the parameter is not a reference.
  mutating func target(of parameter: Parameter, from member: Member) -> Member? {
    scopes.target(of: parameter, from: member, in: graph)
  }

  // MARK: Closures

  /// Follows every keyword that applies to all values of a kind.
  mutating func closure(
    of members: [Member], _ facts: Facts = Facts(), for kind: JSONKind
  ) -> Closure {
    var closure = Closure(kind: kind)
    var seen: Set<Member> = []
    // A stack with the next member at the end, so members come in the order of the schema.
    var pending = Array(members.reversed())
    while let member = pending.popLast() {
      guard seen.insert(member).inserted else { continue }
      closure.members.append(member)
      var next: [Member] = []
      let keywords = graph.nodes[member.node].keywords
      for use in keywords.indices {
        follow(keywords[use], use, of: member, kind, facts, &closure, &next)
      }
      pending.append(contentsOf: next.reversed())
    }
    return closure
  }

  private mutating func follow(
    _ use: KeywordUse, _ index: Int, of member: Member, _ kind: JSONKind,
    _ facts: Facts, _ closure: inout Closure, _ next: inout [Member]
  ) {
    steps += 1
    var open = OpenKeyword(member: member, use: index)
    switch use.keyword {
    case .ref, .dynamicRef, .recursiveRef:
      guard let target = target(of: use.parameter, from: member) else { return }
      // If the reference is the node's only keyword, following it adds nothing.
      if mergesNodes || graph.nodes[member.node].keywords.count == 1 {
        next.append(target)
      } else if !isTrivial(target.node) {
        open.candidates = [target]
        closure.open.append(open)
      }
    case .allOf:
      let branches = use.parameter.nodes.map { enter($0, from: member.scope) }
      if mergesNodes {
        next += branches
      } else {
        open.candidates = branches
        closure.open.append(open)
      }
    case .anyOf, .oneOf:
      let branches = use.parameter.nodes.map { enter($0, from: member.scope) }
      steps += branches.count
      let decided = facts.decided.first { $0.member == member && $0.use == index }
      let candidates = branches.filter {
        !possibleKinds(of: $0.node).isDisjoint(with: KindSet(kind))
          && isPossible($0, facts.members) && (decided?.alternative ?? $0) == $0
      }
      if candidates.isEmpty {
        closure.refused.append((member, index))
      } else if use.keyword == .anyOf, candidates.contains(where: { isTrivial($0.node) }) {
        closure.hasDropped = true
      } else if candidates.count == 1, mergesNodes {
        next.append(candidates[0])
      } else {
        open.candidates = candidates
        closure.open.append(open)
      }
    case .not:
      guard case .schema(let node) = use.parameter,
        !possibleKinds(of: node).isDisjoint(with: KindSet(kind))
      else { return }
      if isTrivial(node) {
        closure.refused.append((member, index))
      } else {
        open.candidates = [enter(node, from: member.scope)]
        closure.open.append(open)
      }
    case .if:
      follow(condition: use, index, of: member, kind, facts, &closure, &next)
    default:
      break
    }
  }

  private mutating func follow(
    condition use: KeywordUse, _ index: Int, of member: Member, _ kind: JSONKind,
    _ facts: Facts, _ closure: inout Closure, _ next: inout [Member]
  ) {
    guard case .schema(let condition) = use.parameter else { return }
    let node = graph.nodes[member.node]
    func branch(_ keyword: Keyword) -> NodeID? {
      if case .schema(let node) = node[keyword] { node } else { nil }
    }
    let certain: Keyword? =
      if possibleKinds(of: condition).isDisjoint(with: KindSet(kind)) {
        .else
      } else if isTrivial(condition) {
        .then
      } else {
        outcome(of: enter(condition, from: member.scope), facts.members).map { $0 ? .then : .else }
      }
    if let certain, mergesNodes {
      if let branch = branch(certain) { next.append(enter(branch, from: member.scope)) }
      return
    }
    guard branch(.then) != nil || branch(.else) != nil else {
      closure.hasDropped = true
      return
    }
    closure.open.append(OpenKeyword(member: member, use: index))
  }

  // MARK: What is known about a node beforehand

  /// Whether every value satisfies a node, because it asserts nothing.
  func isTrivial(_ node: NodeID) -> Bool { graph.nodes[node].keywords.isEmpty }

  /// The kinds that a node may allow, derived from the schema alone.
  mutating func possibleKinds(of node: NodeID) -> KindSet { kinds.kinds(of: node) }
}

extension JSONValue {
  /// The kind of the value.
  package var kind: JSONKind {
    switch self {
    case .object: .object
    case .array: .array
    case .string: .string
    case .number: .number
    case .boolean: .boolean
    case .null: .null
    }
  }
}
