import JSONText

/// A member whose value decides which other requirements an object must satisfy, before its members are read.
///
/// Worked example: `oneOf` has two nodes, which require `"kind": "circle"` and `"kind": "square"`. A circle is
/// checked by a node in which the first of the two replaces `oneOf`.
struct Discriminator: BitwiseCopyable {
  /// The member's name, an index into `texts`.
  var name: Int32
  /// The values to distinguish, an index into `textTables`.
  var texts: Int32
  /// The nodes for these values, an index into `nodeLists`; -1 for a value that decides nothing.
  var firstNode: Int32
  /// The nodes for literals, for any other value, and for objects without the member; -1 if that decides nothing.
  var null: Int32 = -1
  var `false`: Int32 = -1
  var `true`: Int32 = -1
  var other: Int32 = -1
  var missing: Int32 = -1

  /// The nodes that are not in `nodeLists`.
  var otherNodes: [Int32] { [null, `false`, `true`, other, missing] }
}

extension SchemaCompiler {
  /// The maximum number of values of one member to distinguish, and of members that decide one after another.
  private static let maximumValues = 512
  static let maximumFacts = 8
  /// The maximum number of alternatives and branches to examine, and of the resulting groups of values.
  private static let maximumInner = 128
  private static let maximumInnerGroups = 32

  /// The index of the discriminator of a closure; -1 if it has none.
  mutating func discriminator(
    of closure: Closure, _ conjunction: Conjunction, isSecret: Bool
  ) throws(SchemaError) -> Int32 {
    guard mergesNodes, conjunction.facts.count < Self.maximumFacts else { return -1 }
    let alternatives = alternatives(closure)
    guard let name = bestName(alternatives, conjunction.facts) else { return -1 }
    var groups = groups(of: alternatives, by: name)
    let inner = self.groups(
      of: alternatives + innerAlternatives(closure, conjunction.facts), by: name)
    if inner.count <= Self.maximumInnerGroups { groups = inner }
    let values = groups.reduce(into: Set()) { $0.formUnion($1) }
    guard values.count <= Self.maximumValues else { return -1 }
    let nodes = try nodes(for: groups, values, name, closure, conjunction, isSecret: isSecret)
    guard nodes.values.contains(where: { $0 >= 0 }) else { return -1 }

    var texts: [[UInt8]] = []
    for case .text(let text) in values { texts.append(text) }
    texts.sort { $0.lexicographicallyPrecedes($1) }
    let compiled = texts.map { append(String(decoding: $0, as: UTF8.self)) }
    var discriminator = Discriminator(
      name: discriminatorName(name), texts: Int32(parts.textTables.count),
      firstNode: append(nodes: texts.map { nodes[.text($0)] ?? -1 }).first)
    parts.textTables.append(TextTable(for: compiled, in: &parts))
    let other = nodes[nil] ?? -1
    discriminator.other = other
    discriminator.null = nodes[.null] ?? other
    discriminator.true = nodes[.boolean(true)] ?? other
    discriminator.false = nodes[.boolean(false)] ?? other
    discriminator.missing = nodes[.missing] ?? -1
    parts.discriminators.append(discriminator)
    return Int32(parts.discriminators.count - 1)
  }

  /// The index of a discriminating member's name in `texts`. Each name is added once.
  mutating func discriminatorName(_ name: [UInt8]) -> Int32 {
    if let known = discriminatorNames[name] { return known }
    parts.texts.append(append(String(decoding: name, as: UTF8.self)))
    discriminatorNames[name] = Int32(parts.texts.count - 1)
    return Int32(parts.texts.count - 1)
  }

  /// Lists for each plan the names of all members that may decide, so one scan of an object finds them all.
  mutating func listDiscriminating() {
    var known: [Int32: [Int32]] = [:]
    func find(_ index: Int32) -> [Int32] {
      guard index >= 0, parts.objects[Int(index)].isDecidedByMembers else { return [] }
      if let names = known[index] { return names }
      let plan = parts.objects[Int(index)]
      var found: [Int32]
      if plan.discriminator >= 0 {
        found = [parts.discriminators[Int(plan.discriminator)].name]
      } else {
        let names = parts.presenceChoices[Int(plan.presenceChoice)].names
        found = names.indices.map { parts.nodeLists[Int($0)] }
      }
      for node in decidedNodes(of: plan) where node >= 0 {
        // Each step adds a fact, so the recursion ends.
        let inner = find(parts.nodes[Int(node)].object)
        found += inner.filter { !found.contains($0) }
      }
      known[index] = found
      return found
    }
    for plan in parts.objects.indices where parts.objects[plan].isDecidedByMembers {
      parts.objects[plan].discriminating = append(nodes: find(Int32(plan)))
    }
  }

  /// Every node that the members of an object may select before they are read.
  func decidedNodes(of plan: ObjectPlan) -> [Int32] {
    if plan.presenceChoice >= 0 {
      return parts.presenceChoices[Int(plan.presenceChoice)].nodes.indices.map {
        parts.nodeLists[Int($0)]
      }
    }
    return plan.discriminator < 0
      ? [] : nodes(of: parts.discriminators[Int(plan.discriminator)])
  }

  private func nodes(of discriminator: Discriminator) -> [Int32] {
    let count = parts.textTables[Int(discriminator.texts)].count
    return discriminator.otherNodes
      + (discriminator.firstNode..<(discriminator.firstNode + count)).map {
        parts.nodeLists[Int($0)]
      }
  }

  /// The restrictions that each alternative and each condition of a closure puts on the values of members.
  private mutating func alternatives(_ closure: Closure) -> [MemberLimits] {
    var alternatives: [MemberLimits] = []
    for open in closure.open {
      let use = graph.nodes[open.member.node].keywords[open.use]
      switch use.keyword {
      // Choices that depend only on the presence of members are cheap without a discriminator.
      case .anyOf, .oneOf:
        if requiredMembers(open).isAll { continue }
        for candidate in open.candidates { alternatives.append(limits(of: candidate)) }
      case .if:
        guard case .schema(let condition) = use.parameter, let test = test(condition) else {
          continue
        }
        for member in test.members where !member.texts.isPresence {
          alternatives.append(MemberLimits(texts: [member.name: member.texts]))
        }
      default: break
      }
    }
    return alternatives
  }

  /// The restrictions of the alternatives and conditions inside those of a closure, so one member's value decides all
  /// of them.
  private mutating func innerAlternatives(
    _ closure: Closure, _ facts: Facts
  ) -> [MemberLimits] {
    var found: [MemberLimits] = []
    var seen: Set<Member> = []
    var pending = inner(closure)
    while let member = pending.popLast(), seen.count < Self.maximumInner {
      guard seen.insert(member).inserted else { continue }
      let closure = self.closure(of: [member], facts, for: .object)
      found += alternatives(closure)
      pending += inner(closure)
    }
    return found
  }

  /// The alternatives of a closure, and the branches of its conditions.
  private mutating func inner(_ closure: Closure) -> [Member] {
    closure.open.flatMap { open in
      let node = graph.nodes[open.member.node]
      switch node.keywords[open.use].keyword {
      case .anyOf, .oneOf: return open.candidates
      case .if:
        return [node[.then], node[.else]].flatMap { $0?.nodes ?? [] }.map {
          enter($0, from: open.member.scope)
        }
      default: return []
      }
    }
  }

  /// The member whose values distinguish the most alternatives; of several, the first by name. Returns nil if no
  /// member distinguishes any.
  private func bestName(_ alternatives: [MemberLimits], _ facts: Facts) -> [UInt8]? {
    var weights: [[UInt8]: Int] = [:]
    for alternative in alternatives {
      // `PresenceChoice` handles members that only have to be present.
      for (name, texts) in alternative.texts where !texts.isPresence {
        let isKnown = facts.members.contains {
          $0.name == name && $0.outcome(texts) != nil  // strings: bytes
        }
        if !isKnown { weights[name, default: 0] += 1 }
      }
    }
    return weights.min {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }?.key
  }

  /// The values of a member that distinguish some alternatives, grouped by the alternatives that they satisfy. The
  /// order is fixed, so compiling a schema twice gives the same tables.
  private func groups(of alternatives: [MemberLimits], by name: [UInt8]) -> [Set<MemberValue>] {
    let limits = alternatives.compactMap { $0[name] }
    var values: Set<MemberValue> = [.missing]
    for texts in limits { values.formUnion(texts.values) }
    var groups: [[Bool]: Set<MemberValue>] = [:]
    for value in values { groups[limits.map { $0.allows(value) }, default: []].insert(value) }
    return groups.sorted { one, two in
      zip(one.key, two.key).first { $0 != $1 }.map { $0.0 } ?? false
    }.map(\.value)
  }

  /// The node for each value of the groups and, under nil, for any other value; -1 for a value that decides nothing.
  private mutating func nodes(
    for groups: [Set<MemberValue>], _ values: Set<MemberValue>, _ name: [UInt8],
    _ closure: Closure, _ conjunction: Conjunction, isSecret: Bool
  ) throws(SchemaError) -> [MemberValue?: Int32] {
    var nodes: [MemberValue?: Int32] = [:]
    for group in groups {
      let fact = MemberFact(name: name, values: group, isExcluding: false)
      let node = try node(with: fact, closure, conjunction, isSecret: isSecret)
      for value in group { nodes[value] = node }
    }
    let fact = MemberFact(name: name, values: values, isExcluding: true)
    nodes[nil] = try node(with: fact, closure, conjunction, isSecret: isSecret)
    return nodes
  }

  /// The node for a closure with one more fact; -1 if the fact decides nothing.
  private mutating func node(
    with fact: MemberFact, _ closure: Closure, _ conjunction: Conjunction, isSecret: Bool
  ) throws(SchemaError) -> Int32 {
    let facts = conjunction.facts.adding(fact)
    let better = self.closure(of: conjunction.members, facts, for: .object)
    guard
      better.members != closure.members || better.refused.count != closure.refused.count
        || better.open.map(\.candidates) != closure.open.map(\.candidates)
    else { return -1 }
    return try node(for: conjunction.members, facts, isSecret: isSecret)
  }
}
