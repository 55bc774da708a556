import JSONText

/// A member whose text decides what else an object must satisfy, before its members are read.
///
/// Worked example: of `oneOf` two nodes that ask for `"kind": "circle"` and `"kind": "square"`, a circle
/// is checked by a node in which the first of the two has been put in the place of `oneOf`.
struct Discriminator: BitwiseCopyable {
  /// The member's name.
  var name: CompiledText
  /// The texts that are told apart, an index into `textTables`.
  var texts: Int32
  /// The node for each of them, -1 where it is not certain; an index into `nodeLists`.
  var firstNode: Int32
  /// The node for any other value, -1 where it is not certain.
  var other: Int32 = -1
  /// The node for objects without the member, -1 where it is not certain.
  var missing: Int32 = -1
}

extension SchemaCompiler {
  /// What one alternative, or one condition, asks of a member by its text.
  private struct Texts {
    var values: Set<[UInt8]>
    /// Whether objects without the member are excluded.
    var isRequired: Bool
  }

  /// The most nodes that are made for the texts of one member.
  private static let mostTexts = 512

  /// The index of the discriminator of a closure; -1 if it has none.
  mutating func discriminator(
    of closure: Closure, _ decisions: [Resolution], isSecret: Bool
  ) throws(SchemaError) -> Int32 {
    guard mergesNodes, decisions.count < 8 else { return -1 }
    var choices: [(open: OpenKeyword, texts: [[[UInt8]: Texts]])] = []
    var weights: [[UInt8]: Int] = [:]
    for open in closure.open {
      let use = graph.nodes[open.member.node].keywords[open.use]
      let texts: [[[UInt8]: Texts]]
      switch use.keyword {
      case .anyOf, .oneOf:
        texts = open.candidates.map { self.texts(of: $0) }
      case .if:
        guard case .schema(let condition) = use.parameter,
          let only = conditionTexts(enter(condition, from: open.member.scope))
        else { continue }
        texts = [only]
      default: continue
      }
      for alternative in texts { for name in alternative.keys { weights[name, default: 0] += 1 } }
      choices.append((open, texts))
    }
    // Of members that tell equally many alternatives apart, the first by name.
    let ranked = weights.sorted {
      $0.value != $1.value
        ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }
    guard let name = ranked.first?.key else { return -1 }
    var values: [[UInt8]] = []
    var seen: Set<[UInt8]> = []
    for choice in choices {
      for alternative in choice.texts {
        for value in (alternative[name]?.values ?? []).sorted(by: { $0.lexicographicallyPrecedes($1) })
        where seen.insert(value).inserted {
          values.append(value)
        }
      }
    }
    guard values.count <= Self.mostTexts else { return -1 }
    func node(for value: [UInt8]?, isMissing: Bool) throws(SchemaError) -> Int32 {
      var added: [Resolution] = []
      for choice in choices {
        let possible = choice.texts.indices.filter {
          guard let texts = choice.texts[$0][name] else { return true }
          return isMissing ? !texts.isRequired : value.map { texts.values.contains($0) } ?? false
        }
        if let decision = decision(choice.open, possible, choice.texts, name) {
          added.append(decision)
        }
      }
      guard !added.isEmpty else { return -1 }
      return try self.node(for: closure.members, decisions + added, isSecret: isSecret)
    }
    var nodes: [Int32] = []
    for value in values { nodes.append(try node(for: value, isMissing: false)) }
    let texts = values.map { append(String(decoding: $0, as: UTF8.self)) }
    var discriminator = Discriminator(
      name: append(String(decoding: name, as: UTF8.self)), texts: Int32(parts.textTables.count),
      firstNode: append(nodes: nodes).first)
    parts.textTables.append(TextTable(for: texts, in: &parts))
    discriminator.other = try node(for: nil, isMissing: false)
    discriminator.missing = try node(for: nil, isMissing: true)
    guard nodes.contains(where: { $0 >= 0 }) || discriminator.other >= 0 else { return -1 }
    parts.discriminators.append(discriminator)
    return Int32(parts.discriminators.count - 1)
  }

  /// What an open keyword comes to where some of its alternatives are possible; nil where that is open.
  private mutating func decision(
    _ open: OpenKeyword, _ possible: [Int], _ texts: [[[UInt8]: Texts]], _ name: [UInt8]
  ) -> Resolution? {
    let node = graph.nodes[open.member.node]
    var decision = Resolution(member: open.member, use: open.use, result: [])
    if node.keywords[open.use].keyword == .if {
      // A condition that says nothing of this member is not decided by it.
      guard texts[0][name] != nil else { return nil }
      let branch = node[possible.isEmpty ? .else : .then]
      decision.result = branch.flatMap { target(of: $0, from: open.member) }.map { [$0] } ?? []
      return decision
    }
    guard possible.count == 1 else { return nil }
    decision.result = [open.candidates[possible[0]]]
    return decision
  }

  /// The members of which a node asks for certain texts.
  private mutating func texts(of member: Member) -> [[UInt8]: Texts] {
    var found: [[UInt8]: Texts] = [:]
    var required: Set<[UInt8]> = []
    for inner in closure(of: [member], for: .object).members {
      let node = graph.nodes[inner.node]
      for use in node.keywords {
        if use.keyword == .required, case .names(let names) = use.parameter {
          for name in names { required.insert(Array(name.utf8)) }
        }
      }
      guard case .schemasByName(let properties) = node[.properties] else { continue }
      for property in properties {
        guard let values = texts(asOf: property.value) else { continue }
        found[Array(property.name.utf8)] = Texts(values: values, isRequired: false)
      }
    }
    for name in found.keys { found[name]?.isRequired = required.contains(name) }
    return found
  }

  /// The member that a condition is about, if it asks for nothing but certain texts of one.
  private mutating func conditionTexts(_ member: Member) -> [[UInt8]: Texts]? {
    let node = graph.nodes[member.node]
    var found: [[UInt8]: Texts] = [:]
    var required: [String] = []
    for use in node.keywords {
      switch (use.keyword, use.parameter) {
      case (.type, .types(let types)) where types.contains(.object): break
      case (.required, .names(let names)): required += names
      case (.properties, .schemasByName(let properties)):
        guard properties.count == 1, let property = properties.first,
          let values = texts(asOf: property.value)
        else { return nil }
        found[Array(property.name.utf8)] = Texts(values: values, isRequired: false)
      default: return nil
      }
    }
    guard found.count == 1, let name = found.first?.key,
      required.allSatisfy({ Array($0.utf8) == name })
    else { return nil }
    found[name]?.isRequired = !required.isEmpty
    return found
  }

  /// The texts that a node lists, if it asks for one of them and for nothing else.
  private func texts(asOf node: NodeID) -> Set<[UInt8]>? {
    var node = node
    // References that are all their nodes have.
    for _ in 0..<8 {
      guard graph.nodes[node].keywords.count == 1,
        case .schema(let target) = graph.nodes[node][.ref]
      else { break }
      node = target
    }
    var found: Set<[UInt8]>?
    for use in graph.nodes[node].keywords {
      switch (use.keyword, use.parameter) {
      case (.type, .types(let types)) where types.contains(.string): break
      case (.enum, .values(let values)), (.const, .values(let values)):
        let texts = values.compactMap { $0.stringValue.map { Array($0.utf8) } }
        guard texts.count == values.count else { return nil }
        found = found.map { $0.intersection(texts) } ?? Set(texts)
      default: return nil
      }
    }
    return found
  }
}
