import JSONText

/// A value that distinguishes alternatives: a text, a literal, or the absence of the member.
enum MemberValue: Hashable {
  case text([UInt8])
  case null
  case boolean(Bool)
  case missing

  init?(_ value: JSONValue) {
    switch value {
    case .string(let text): self = .text(Array(text.utf8))
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .number, .array, .object: return nil
    }
  }

  var kind: KindSet {
    switch self {
    case .text: .string
    case .null: .null
    case .boolean: .boolean
    case .missing: []
    }
  }
}

/// The values of one member that a node allows.
struct MemberTexts: Equatable {
  /// The listed values.
  var values: Set<MemberValue>
  /// Whether the listed values are excluded, and all others allowed.
  var isExcluding = false

  /// Any value, as long as the member is present.
  static let present = MemberTexts(values: [.missing], isExcluding: true)

  func allows(_ value: MemberValue) -> Bool { values.contains(value) != isExcluding }

  /// Whether only the presence of the member matters.
  var isPresence: Bool { values == [.missing] }

  /// The values that either of two nodes allows; nil if no list describes them.
  func union(_ other: MemberTexts) -> MemberTexts? {
    switch (isExcluding, other.isExcluding) {
    case (false, false): MemberTexts(values: values.union(other.values))
    case (true, true): MemberTexts(values: values.intersection(other.values), isExcluding: true)
    case (true, false): MemberTexts(values: values.subtracting(other.values), isExcluding: true)
    case (false, true): other.union(self)
    }
  }
}

/// Restrictions on members that an object must meet to satisfy a node.
struct MemberLimits {
  /// The restrictions by the member's name.
  var texts: [[UInt8]: MemberTexts] = [:]
  /// The names that members may have; nil if any.
  var names: Set<[UInt8]>?

  /// The restriction on a member; nil if none is known.
  subscript(name: [UInt8]) -> MemberTexts? {
    guard names?.contains(name) ?? true else { return MemberTexts(values: [.missing]) }
    return texts[name]
  }

  /// Allows no other names.
  mutating func restrict(to names: Set<[UInt8]>) {
    self.names = self.names?.intersection(names) ?? names
  }

  /// The restrictions that both nodes share: those of an object that satisfies either.
  func union(_ other: MemberLimits) -> MemberLimits {
    var both = MemberLimits()
    if let names, let others = other.names { both.names = names.union(others) }
    for name in Set(texts.keys).union(other.texts.keys) {
      if let one = self[name], let two = other[name] { both.texts[name] = one.union(two) }
    }
    return both
  }
}

/// A fact about one member of an object, known before the object is read: its value is one of some values, or none of
/// them.
struct MemberFact: Hashable {
  var name: [UInt8]
  var values: Set<MemberValue>
  var isExcluding: Bool

  /// Whether the restriction allows every value that the member can have (true) or none of them (false); nil if it
  /// depends on the value.
  func outcome(_ texts: MemberTexts) -> Bool? {
    if isExcluding {
      guard texts.values.isSubset(of: values) else { return nil }
      return texts.isExcluding
    }
    let allowed = values.count { texts.allows($0) }
    return allowed == values.count ? true : allowed == 0 ? false : nil
  }
}

/// A condition that depends only on the values of members.
indirect enum MemberTest {
  case member([UInt8], MemberTexts)
  case not(MemberTest)
  case all([MemberTest])
  case any([MemberTest])

  /// Whether the condition holds, given facts about members; nil if they do not decide it.
  func outcome(_ facts: [MemberFact]) -> Bool? {
    switch self {
    case .member(let name, let texts):
      return facts.lazy.filter { $0.name == name }  // strings: bytes
        .compactMap { $0.outcome(texts) }.first
    case .not(let test):
      return test.outcome(facts).map { !$0 }
    case .all(let tests), .any(let tests):
      let decisive = if case .any = self { true } else { false }
      let outcomes = tests.map { $0.outcome(facts) }
      if outcomes.contains(decisive) { return decisive }
      return outcomes.contains(nil) ? nil : !decisive
    }
  }

  /// Each member with the values to distinguish.
  var members: [(name: [UInt8], texts: MemberTexts)] {
    switch self {
    case .member(let name, let texts): [(name, texts)]
    case .not(let test): test.members
    case .all(let tests), .any(let tests): tests.flatMap(\.members)
    }
  }
}

extension SchemaCompiler {
  /// Whether an object can still satisfy a node, given facts about its members.
  mutating func isPossible(_ member: Member, _ facts: [MemberFact]) -> Bool {
    guard !facts.isEmpty else { return true }
    let limits = limits(of: member)
    return !facts.contains { fact in limits[fact.name].map { fact.outcome($0) == false } ?? false }
  }

  /// Whether a condition holds, given facts about members; nil if they do not decide it.
  mutating func outcome(of condition: Member, _ facts: [MemberFact]) -> Bool? {
    guard !facts.isEmpty, let test = test(condition.node) else { return nil }
    return test.outcome(facts)
  }

  /// The restrictions of a node on the members of an object.
  mutating func limits(of member: Member) -> MemberLimits {
    if let known = limitsOfNodes[member] { return known }
    guard limitsDepth < 6 else { return MemberLimits() }
    limitsDepth += 1
    defer { limitsDepth -= 1 }
    let closure = closure(of: [member], for: .object)
    var found = MemberLimits()
    var required: Set<[UInt8]> = []
    for inner in closure.members {
      let node = graph.nodes[inner.node]
      if case .names(let names) = node[.required] {
        required.formUnion(names.map { Array($0.utf8) })
      }
      var names: Set<[UInt8]> = []
      if case .schemasByName(let properties) = node[.properties] {
        for property in properties {
          let name = Array(property.name.utf8)
          names.insert(name)
          if let texts = texts(asOf: property.value) { found.texts[name] = texts }
        }
      }
      if case .schema(let rest) = node[.additionalProperties], graph.nodes[rest].isFalse,
        node[.patternProperties] == nil
      {
        found.restrict(to: names)
      }
    }
    for name in found.texts.keys { found.texts[name]?.allowMissing(!required.contains(name)) }
    for open in closure.open where open.candidates.count > 1 {
      let any = limitsOfAny(open.candidates)
      if let names = any.names { found.restrict(to: names) }
      for (name, texts) in any.texts where found.texts[name] == nil {
        var texts = texts
        if required.contains(name) { texts.allowMissing(false) }
        found.texts[name] = texts
      }
    }
    for name in required where found.texts[name] == nil { found.texts[name] = .present }
    limitsOfNodes[member] = found
    return found
  }

  /// The restrictions on members that every object meets that satisfies one of the nodes.
  private mutating func limitsOfAny(_ members: [Member]) -> MemberLimits {
    var limits = limits(of: members[0])
    for member in members.dropFirst() { limits = limits.union(self.limits(of: member)) }
    return limits
  }

  /// The condition that a node sets on the values of members; nil if the node requires anything else.
  func test(_ node: NodeID, depth: Int = 0) -> MemberTest? {
    guard depth < 8 else { return nil }
    var all: [MemberTest] = []
    for use in graph.nodes[node].keywords {
      switch (use.keyword, use.parameter) {
      case (.type, .types(let types)) where types.contains(.object): break
      case (.required, .names(let names)):
        all += names.map { .member(Array($0.utf8), .present) }
      case (.properties, .schemasByName(let properties)):
        for property in properties {
          guard var texts = texts(asOf: property.value, isExact: true) else { return nil }
          texts.allowMissing(true)
          all.append(.member(Array(property.name.utf8), texts))
        }
      case (.not, .schema(let inner)):
        guard let test = test(inner, depth: depth + 1) else { return nil }
        all.append(.not(test))
      case (.allOf, .schemas(let branches)), (.anyOf, .schemas(let branches)):
        let tests = branches.compactMap { test($0, depth: depth + 1) }
        guard tests.count == branches.count else { return nil }
        all.append(use.keyword == .allOf ? .all(tests) : .any(tests))
      default: return nil
      }
    }
    return .all(all)
  }

  /// The values that a node lists or excludes, if it requires nothing else except types.
  ///
  /// If the list need not be exact, excluded values of other types may be missing.
  private func texts(asOf node: NodeID, isExact: Bool = false) -> MemberTexts? {
    var node = node
    // Follow references of nodes that have no other keyword.
    for _ in 0..<8 {
      guard graph.nodes[node].keywords.count == 1,
        case .schema(let target) = graph.nodes[node][.ref]
      else { break }
      node = target
    }
    if graph.nodes[node].isFalse { return MemberTexts(values: []) }
    var found: MemberTexts?
    var kinds: KindSet?
    for use in graph.nodes[node].keywords {
      switch (use.keyword, use.parameter) {
      case (.type, .types(let types)):
        kinds = types.reduce(KindSet()) { $0.union($1.kinds) }
      case (.enum, .values(let values)), (.const, .values(let values)):
        let listed = Set(values.compactMap(MemberValue.init))
        guard listed.count == values.count, found == nil else { return nil }
        found = MemberTexts(values: listed)
      case (.not, .schema(let inner)):
        guard case .values(let values) = graph.nodes[inner][.enum] ?? graph.nodes[inner][.const],
          graph.nodes[inner].keywords.count == 1, found == nil
        else { return nil }
        let listed = Set(values.compactMap(MemberValue.init))
        guard listed.count == values.count else { return nil }
        found = MemberTexts(values: listed, isExcluding: true)
      default: return nil
      }
    }
    if found == nil, isExact, let kinds, kinds.isSubset(of: [.boolean, .null]) {
      let values: [MemberValue] = [.boolean(false), .boolean(true), .null]
      return MemberTexts(values: Set(values.filter { kinds.contains($0.kind) }))
    }
    guard let kinds, var texts = found else { return found }
    if texts.isExcluding { return isExact ? nil : texts }
    texts.values = texts.values.filter { kinds.contains($0.kind) }
    return texts
  }
}

extension MemberTexts {
  /// Allows or forbids objects without the member.
  mutating func allowMissing(_ isAllowed: Bool) {
    if isAllowed != isExcluding { values.insert(.missing) } else { values.remove(.missing) }
  }
}
