import JSONText

extension SchemaCompiler {
  /// The parts of a closure that require reading the value again.
  ///
  /// `ordinal` returns the index of a member in the object's plan.
  mutating func applicators(
    of closure: Closure, isSecret: Bool, ordinal: (String) -> Int32
  ) throws(SchemaError) -> [Applicator] {
    var applicators: [Applicator] = []
    for open in closure.open {
      applicators += try applicator(open, for: closure.kind, isSecret: isSecret, ordinal)
    }
    for member in closure.members {
      switch closure.kind {
      case .object:
        applicators += try memberApplicators(of: member, isSecret: isSecret, ordinal)
      case .array:
        applicators += try elementApplicators(of: member, isSecret: isSecret)
      default: break
      }
    }
    return applicators
  }

  private mutating func applicator(
    _ open: OpenKeyword, for kind: JSONKind, isSecret: Bool, _ ordinal: (String) -> Int32
  ) throws(SchemaError) -> [Applicator] {
    let use = graph.nodes[open.member.node].keywords[open.use]
    var applicator = Applicator(
      operation: .also, rule: rule(open.member, open.use, isSecret: isSecret))
    if kind == .object {
      let (groups, isAll) = requiredMembers(open)
      if isAll || groups.contains(where: { !$0.isEmpty }) {
        applicator.presence = append(
          nodes: groups.flatMap { groups in
            [Int32(groups.count)] + groups.flatMap { [Int32($0.count)] + $0.map(ordinal) }
          })
        applicator.isPresenceAll = isAll
      }
    }
    switch use.keyword {
    case .anyOf, .oneOf:
      applicator.operation = use.keyword == .anyOf ? .anyOf : .oneOf
      var nodes: [Int32] = []
      for candidate in open.candidates {
        nodes.append(try node(for: [candidate], isSecret: isSecret))
      }
      applicator.nodes = append(nodes: nodes)
      applicator.alternatives = Int32(use.parameter.nodes.count)
    case .not:
      applicator.operation = .not
      applicator.node = try node(for: open.candidates, isSecret: isSecret)
    case .if:
      applicator.operation = .condition
      guard let condition = target(of: use.parameter, from: open.member) else { return [] }
      applicator.node = try node(for: [condition], isSecret: isSecret)
      let node = graph.nodes[open.member.node]
      if let then = node[.then].flatMap({ target(of: $0, from: open.member) }) {
        applicator.then = try self.node(for: [then], isSecret: isSecret)
      }
      if let otherwise = node[.else].flatMap({ target(of: $0, from: open.member) }) {
        applicator.otherwise = try self.node(for: [otherwise], isSecret: isSecret)
      }
      if applicator.then < 0 && applicator.otherwise < 0 { return [] }
    default:
      // A reference or an `allOf` that is not merged.
      var applicators: [Applicator] = []
      for candidate in open.candidates {
        applicator.node = try node(for: [candidate], isSecret: isSecret)
        if applicator.node >= 0 { applicators.append(applicator) }
      }
      return applicators
    }
    return [applicator]
  }

  /// The members that each alternative of a keyword requires, as groups of names of which one must be present; and
  /// whether no alternative requires anything else.
  mutating func requiredMembers(_ open: OpenKeyword) -> (groups: [[[String]]], isAll: Bool) {
    let use = graph.nodes[open.member.node].keywords[open.use]
    var members = open.candidates
    switch (use.keyword, use.parameter) {
    case (.anyOf, _), (.oneOf, _), (.not, _): break
    case (.if, .schema(let condition)): members = [enter(condition, from: open.member.scope)]
    default: return ([], false)
    }
    var isAll = true
    var groups: [[[String]]] = []
    for member in members {
      let required = requiredGroups(member, depth: 0)
      groups.append(required.groups)
      isAll = isAll && required.isAll
    }
    // For a schema that requires very many members, the groups are not worth their memory.
    guard groups.joined().reduce(0, { $0 + $1.count }) <= 512 else { return ([], false) }
    // Without merging, a closure does not show everything that its nodes require.
    return (groups, isAll && mergesNodes)
  }

  private mutating func requiredGroups(
    _ member: Member, depth: Int
  ) -> (groups: [[String]], isAll: Bool) {
    if let known = requirementsOfNodes[member] { return known }
    let closure = closure(of: [member], for: .object)
    var groups: [[String]] = []
    var isAll = true
    for inner in closure.members {
      for use in graph.nodes[inner.node].keywords {
        switch (use.keyword, use.parameter) {
        case (.required, .names(let names)): groups += names.map { [$0] }
        case (.type, .types(let types)) where types.contains(.object): break
        case (.ref, _), (.allOf, _): break
        default: isAll = false
        }
      }
    }
    for open in closure.open where open.candidates.count > 1 && depth < 3 {
      // One member that each inner alternative requires.
      var inside: [String] = []
      var isKnown = true
      for candidate in open.candidates where isKnown {
        let group = requiredGroups(candidate, depth: depth + 1).groups.first
        inside += group ?? []
        isKnown = group != nil && inside.count <= 64
      }
      if isKnown { groups.append(inside) }
    }
    requirementsOfNodes[member] = (groups, isAll)
    return (groups, isAll)
  }

  // MARK: Objects

  private mutating func memberApplicators(
    of member: Member, isSecret: Bool, _ ordinal: (String) -> Int32
  ) throws(SchemaError) -> [Applicator] {
    var applicators: [Applicator] = []
    let keywords = graph.nodes[member.node].keywords
    for index in keywords.indices {
      let rule = { (compiler: inout SchemaCompiler) in
        compiler.rule(member, index, isSecret: isSecret)
      }
      switch (keywords[index].keyword, keywords[index].parameter) {
      case (.dependentRequired, .namesByName(let dependencies)):
        for dependency in dependencies {
          applicators.append(
            requirement(of: dependency.name, dependency.value, rule(&self), ordinal))
        }
      case (.dependentSchemas, .schemasByName(let dependencies)):
        for dependency in dependencies {
          applicators += try presence(
            of: dependency.name, dependency.value, member, rule(&self), isSecret, ordinal)
        }
      case (.dependencies, .dependencies(let dependencies)):
        for dependency in dependencies {
          switch dependency.value {
          case .names(let names):
            applicators.append(requirement(of: dependency.name, names, rule(&self), ordinal))
          case .schema(let node):
            applicators += try presence(
              of: dependency.name, node, member, rule(&self), isSecret, ordinal)
          }
        }
      case (.propertyNames, .schema(let target)):
        let node = try node(for: [enter(target, from: member.scope)], isSecret: isSecret)
        guard node >= 0 else { continue }
        applicators.append(
          Applicator(operation: .names, rule: rule(&self), node: node, isSecret: isSecret))
      case (.unevaluatedProperties, .schema(let target)):
        guard !isTrivial(target), dependsOnDocument(member, for: .object) else { continue }
        applicators += try unevaluated(
          .unevaluatedMembers, target, member, rule(&self), isSecret)
      default: break
      }
    }
    return applicators
  }

  private mutating func requirement(
    of name: String, _ required: [String], _ rule: Int32, _ ordinal: (String) -> Int32
  ) -> Applicator {
    var applicator = Applicator(operation: .requires, rule: rule)
    applicator.ordinal = ordinal(name)
    applicator.nodes = append(nodes: required.map(ordinal))
    return applicator
  }

  private mutating func presence(
    of name: String, _ target: NodeID, _ member: Member, _ rule: Int32, _ isSecret: Bool,
    _ ordinal: (String) -> Int32
  ) throws(SchemaError) -> [Applicator] {
    let node = try node(for: [enter(target, from: member.scope)], isSecret: isSecret)
    guard node >= 0 else { return [] }
    var applicator = Applicator(operation: .ifPresent, rule: rule, node: node)
    applicator.ordinal = ordinal(name)
    return [applicator]
  }

  private mutating func unevaluated(
    _ operation: Applicator.Operation, _ target: NodeID, _ member: Member, _ rule: Int32,
    _ isSecret: Bool
  ) throws(SchemaError) -> [Applicator] {
    var applicator = Applicator(
      operation: operation, rule: rule,
      isSecret: isSecret && operation == .unevaluatedMembers)
    let target = enter(target, from: member.scope)
    if graph.nodes[target.node].isFalse {
      applicator.rule = self.rule(target, 0, isSecret: isSecret)
    } else {
      applicator.node = try node(for: [target], isSecret: isSecret)
      // Without a node, no value is allowed.
      guard applicator.node >= 0 else { return [] }
    }
    applicator.collector = try collector(
      for: member, operation == .unevaluatedMembers ? .object : .array, isSecret: isSecret,
      isOutermost: true)
    return [applicator]
  }

  // MARK: Arrays

  private mutating func elementApplicators(
    of member: Member, isSecret: Bool
  ) throws(SchemaError) -> [Applicator] {
    var applicators: [Applicator] = []
    let node = graph.nodes[member.node]
    for index in node.keywords.indices {
      switch (node.keywords[index].keyword, node.keywords[index].parameter) {
      case (.contains, .schema(let target)):
        var applicator = Applicator(
          operation: .contains, rule: rule(member, index, isSecret: isSecret))
        applicator.secondRule = applicator.rule
        for other in node.keywords.indices {
          switch (node.keywords[other].keyword, node.keywords[other].parameter) {
          case (.minContains, .count(let bound)):
            applicator.minimum = bound
            applicator.rule = rule(member, other, isSecret: isSecret)
          case (.maxContains, .count(let bound)):
            applicator.maximum = bound
            applicator.secondRule = rule(member, other, isSecret: isSecret)
          default: break
          }
        }
        applicator.node = try self.node(
          for: [enter(target, from: member.scope)], isSecret: isSecret)
        applicators.append(applicator)
      case (.unevaluatedItems, .schema(let target)):
        guard !isTrivial(target), dependsOnDocument(member, for: .array) else { continue }
        applicators += try unevaluated(
          .unevaluatedElements, target, member, rule(member, index, isSecret: isSecret), isSecret)
      default: break
      }
    }
    return applicators
  }
}
