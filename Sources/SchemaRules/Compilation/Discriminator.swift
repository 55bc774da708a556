import JSONText

/// A member whose value decides what else an object must satisfy, before its members are read.
///
/// Worked example: of `oneOf` two nodes that ask for `"kind": "circle"` and `"kind": "square"`, a circle
/// is checked by a node in which the first of the two has been put in the place of `oneOf`.
struct Discriminator: BitwiseCopyable {
  /// The member's name, an index into `texts`.
  var name: Int32
  /// The texts that are told apart, an index into `textTables`.
  var texts: Int32
  /// The node for each of them, -1 where nothing is certain; an index into `nodeLists`.
  var firstNode: Int32
  /// The nodes for literals, for any other value, and for objects without the member; -1 likewise.
  var null: Int32 = -1
  var `false`: Int32 = -1
  var `true`: Int32 = -1
  var other: Int32 = -1
  var missing: Int32 = -1

  /// The nodes that do not stand in `nodeLists`.
  var otherNodes: [Int32] { [null, `false`, `true`, other, missing] }
}

extension SchemaCompiler {
  /// The most values that are told apart by one member, and the most members one after another.
  private static let mostValues = 512
  private static let mostFacts = 8

  /// The index of the discriminator of a closure; -1 if it has none.
  mutating func discriminator(
    of closure: Closure, _ conjunction: Conjunction, isSecret: Bool
  ) throws(SchemaError) -> Int32 {
    guard mergesNodes, conjunction.facts.count < Self.mostFacts else { return -1 }
    let alternatives = alternatives(closure)
    guard let name = bestName(alternatives, conjunction.facts) else { return -1 }
    var values: Set<MemberValue> = [.missing]
    for alternative in alternatives {
      if let texts = alternative[name] { values.formUnion(texts.values) }
    }
    guard values.count <= Self.mostValues else { return -1 }
    let nodes = try nodes(
      for: values, name, alternatives, closure, conjunction, isSecret: isSecret)
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

  /// The index of a discriminating member's name among the texts; the same for the same name.
  private mutating func discriminatorName(_ name: [UInt8]) -> Int32 {
    if let known = discriminatorNames[name] { return known }
    parts.texts.append(append(String(decoding: name, as: UTF8.self)))
    discriminatorNames[name] = Int32(parts.texts.count - 1)
    return Int32(parts.texts.count - 1)
  }

  /// Notes for each plan the names of every member that may decide, so that one look at an object finds
  /// them all.
  mutating func listDiscriminating() {
    var known: [Int32: [Int32]] = [:]
    func find(_ plan: Int32) -> [Int32] {
      guard plan >= 0, parts.objects[Int(plan)].discriminator >= 0 else { return [] }
      if let names = known[plan] { return names }
      let discriminator = parts.discriminators[Int(parts.objects[Int(plan)].discriminator)]
      var found = [discriminator.name]
      for node in nodes(of: discriminator) where node >= 0 {
        // Each step knows one member more, so that this ends.
        let inner = find(parts.nodes[Int(node)].object)
        found += inner.filter { !found.contains($0) }
      }
      known[plan] = found
      return found
    }
    for plan in parts.objects.indices where parts.objects[plan].discriminator >= 0 {
      parts.objects[plan].discriminating = append(nodes: find(Int32(plan)))
    }
  }

  /// Every node that a discriminator may lead to.
  func nodes(of discriminator: Discriminator) -> [Int32] {
    let count = parts.textTables[Int(discriminator.texts)].count
    return discriminator.otherNodes
      + (discriminator.firstNode..<(discriminator.firstNode + count)).map {
        parts.nodeLists[Int($0)]
      }
  }

  /// What each alternative and each condition of a closure allows of members by their values.
  private mutating func alternatives(_ closure: Closure) -> [[[UInt8]: MemberTexts]] {
    var alternatives: [[[UInt8]: MemberTexts]] = []
    for open in closure.open {
      let use = graph.nodes[open.member.node].keywords[open.use]
      switch use.keyword {
      case .anyOf, .oneOf:
        for candidate in open.candidates { alternatives.append(texts(of: candidate)) }
      case .if:
        guard case .schema(let condition) = use.parameter, let test = test(condition) else {
          continue
        }
        // What asks only whether a member is there is quickly found out without.
        for member in test.members where member.texts.values != [.missing] {
          alternatives.append([member.name: member.texts])
        }
      default: break
      }
    }
    return alternatives
  }

  /// The member that tells most alternatives apart, the first by name among equals; nil if none does.
  private func bestName(
    _ alternatives: [[[UInt8]: MemberTexts]], _ facts: [MemberFact]
  ) -> [UInt8]? {
    var weights: [[UInt8]: Int] = [:]
    for alternative in alternatives {
      for (name, texts) in alternative {
        let isKnown = facts.contains {
          $0.name == name && $0.outcome(texts) != nil  // strings: bytes
        }
        if !isKnown { weights[name, default: 0] += 1 }
      }
    }
    return weights.min {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }?.key
  }

  /// The node for each value, and under nil for any other; -1 where nothing is certain.
  ///
  /// Values that come to the same share a node.
  private mutating func nodes(
    for values: Set<MemberValue>, _ name: [UInt8], _ alternatives: [[[UInt8]: MemberTexts]],
    _ closure: Closure, _ conjunction: Conjunction, isSecret: Bool
  ) throws(SchemaError) -> [MemberValue?: Int32] {
    var groups: [[Bool]: Set<MemberValue>] = [:]
    for value in values {
      let signature = alternatives.map { $0[name]?.allows(value) ?? true }
      groups[signature, default: []].insert(value)
    }
    var nodes: [MemberValue?: Int32] = [:]
    // In a fixed order, so that compiling a schema twice gives the same tables.
    let sorted = groups.sorted { one, two in
      zip(one.key, two.key).first { $0 != $1 }.map { $0.0 } ?? false
    }
    for (_, group) in sorted {
      let fact = MemberFact(name: name, values: group, isExcluding: false)
      let node = try node(with: fact, closure, conjunction, isSecret: isSecret)
      for value in group { nodes[value] = node }
    }
    let fact = MemberFact(name: name, values: values, isExcluding: true)
    nodes[nil] = try node(with: fact, closure, conjunction, isSecret: isSecret)
    return nodes
  }

  /// The node for a closure of which one thing more is known; -1 if that decides nothing.
  private mutating func node(
    with fact: MemberFact, _ closure: Closure, _ conjunction: Conjunction, isSecret: Bool
  ) throws(SchemaError) -> Int32 {
    let facts = conjunction.facts + [fact]
    let better = self.closure(of: conjunction.members, facts, for: .object)
    guard
      better.members != closure.members || better.refused.count != closure.refused.count
        || better.open.map(\.candidates) != closure.open.map(\.candidates)
    else { return -1 }
    return try node(for: conjunction.members, facts, isSecret: isSecret)
  }
}
