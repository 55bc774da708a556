import ECMARegex
import JSONText

extension SchemaCompiler {
  /// The requirement of one node of a closure for the members that it does not name: a node for those whose names
  /// match none of some patterns.
  struct RestOfMembers {
    /// The names that are not part of the rest.
    var names: Set<[UInt8]> = []
    var patterns: [(index: Int32, target: Member)] = []
    /// The node that other members must satisfy; nil if any value is valid.
    var otherwise: Member?
    /// The keyword whose parameter is `policy`.
    var policy: (member: Member, use: Int, policy: UnknownFieldPolicy)?

    var isEmpty: Bool { patterns.isEmpty && otherwise == nil && policy == nil }
  }

  mutating func objectPlan(
    _ closure: Closure, _ conjunction: Conjunction, _ checks: Checks, isSecret: Bool
  ) throws(SchemaError) -> Int32 {
    var plan = ObjectPlan(isSecret: isSecret)
    plan.undeclared.property = unnamedProperty(-1)
    plan.refusals = append(checks.refusals)
    if checks.isFinal {
      plan.ignoresMembers = true
    } else {
      let rests = try restsOfMembers(closure)
      let names = namesOfMembers(closure)
      try addProperties(names, closure, rests, isSecret: isSecret, to: &plan)
      try addUndeclared(rests, isSecret: isSecret, to: &plan)
      let ordinals = ordinals(of: names)
      let applicators = try applicators(of: closure, isSecret: isSecret) {
        ordinals[Array($0.utf8)] ?? -1
      }
      plan.checks = append(checks.others)
      plan.applicators = append(applicators)
      plan.hasMore =
        !checks.others.isEmpty || !applicators.isEmpty || plan.properties.count > 64
      plan.discriminator = try discriminator(of: closure, conjunction, isSecret: isSecret)
      if plan.discriminator < 0 {
        plan.presenceChoice = try presenceChoice(of: closure, conjunction, isSecret: isSecret)
      }
      if plan.properties.isEmpty, plan.undeclared.treatment == .skip, !plan.hasMore {
        guard !checks.refusals.isEmpty else { return -1 }
        plan.ignoresMembers = true
      }
    }
    plan.isUsual =
      plan.refusals.isEmpty && !plan.ignoresMembers && !plan.isDecidedByMembers
    parts.objects.append(plan)
    return Int32(parts.objects.count - 1)
  }

  // MARK: Names

  /// Every name that a keyword of a closure mentions, without duplicates; declared properties come first.
  private mutating func namesOfMembers(_ closure: Closure) -> [String] {
    var names: [String] = []
    var seen: Set<[UInt8]> = []
    func add(_ name: String) {
      if seen.insert(Array(name.utf8)).inserted { names.append(name) }
    }
    for member in closure.members {
      if case .schemasByName(let properties) = graph.nodes[member.node][.properties] {
        for property in properties { add(property.name) }
      }
    }
    for member in closure.members {
      for use in graph.nodes[member.node].keywords {
        switch use.parameter {
        case .names(let required): required.forEach(add)
        case .namesByName(let dependencies):
          for dependency in dependencies {
            add(dependency.name)
            dependency.value.forEach(add)
          }
        case .schemasByName(let schemas) where use.keyword == .dependentSchemas:
          for schema in schemas { add(schema.name) }
        case .dependencies(let dependencies):
          for dependency in dependencies {
            add(dependency.name)
            if case .names(let names) = dependency.value { names.forEach(add) }
          }
        default: break
        }
      }
    }
    for open in closure.open { requiredMembers(open).groups.joined().joined().forEach(add) }
    return names
  }

  private func ordinals(of names: [String]) -> [[UInt8]: Int32] {
    Dictionary(
      uniqueKeysWithValues: names.enumerated().map { (Array($1.utf8), Int32($0)) })
  }

  // MARK: Properties

  private mutating func addProperties(
    _ names: [String], _ closure: Closure, _ rests: [RestOfMembers], isSecret: Bool,
    to plan: inout ObjectPlan
  ) throws(SchemaError) {
    let required = requiredRules(closure, isSecret: isSecret)
    let declared = declaredTargets(closure)
    let first = parts.properties.count
    plan.properties = TableRange(first: Int32(first), count: Int32(names.count))
    var properties: [CompiledProperty] = []
    var requiredWords = [UInt64](repeating: 0, count: names.count / 64 + 1)
    for (ordinal, name) in names.enumerated() {
      let key = Array(name.utf8)
      var property = CompiledProperty(
        spelling: CanonicalToken(ofName: name) ?? .unmatchable, name: append(quoted: name),
        ordinal: Int32(ordinal), bit: ordinal < 64 ? 1 << UInt64(ordinal) : 0)
      if let rules = required[key] {
        property.requiredRules = TableRange(
          first: Int32(parts.ruleLists.count), count: Int32(rules.count))
        parts.ruleLists += rules
        requiredWords[ordinal / 64] |= 1 << UInt64(ordinal % 64)
      }
      var targets = declared[key] ?? []
      for rest in rests {
        try add(rest, for: name, to: &targets, &property, isSecret: isSecret)
      }
      if let refusing = targets.firstIndex(where: { graph.nodes[$0.node].isFalse }) {
        property.refusal = rule(targets.remove(at: refusing), 0, isSecret: isSecret)
      }
      property.node = try node(for: targets, isSecret: isSecret)
      properties.append(property)
    }
    // The walk expects the next property without checking that there is one.
    parts.properties += properties + [CompiledProperty(unnamed: -1)]
    plan.required = requiredWords[0]
    plan.moreRequired = TableRange(
      first: Int32(parts.requiredWords.count), count: Int32((max(names.count, 64) - 1) / 64))
    parts.requiredWords += requiredWords[1..<(1 + Int(plan.moreRequired.count))]
    plan.keyTable = KeyTable(
      for: properties.map(\.name), from: first, in: parts.text, after: &parts.keyPlaces)
    plan.predictions = Predictions(
      of: properties.map(\.spelling), from: first, after: &parts.predictions)
  }

  /// Adds the requirements of a rest of members for one name.
  private func add(
    _ rest: RestOfMembers, for name: String, to targets: inout [Member],
    _ property: inout CompiledProperty, isSecret: Bool
  ) throws(SchemaError) {
    // A declared name must also be matched with the patterns. Only a match excludes it from the rest.
    var matches = rest.names.contains(Array(name.utf8))
    for (pattern, target) in rest.patterns {
      switch parts.patterns[Int(pattern)].match(name) {
      case .match:
        matches = true
        if target.scope >= 0 { targets.append(target) }
      case .noMatch: break
      case .gaveUp: throw error(.undecidedName(name), at: target.node, .patternProperties)
      }
    }
    if !matches, let otherwise = rest.otherwise { targets.append(otherwise) }
  }

  /// The rules that require each member.
  private mutating func requiredRules(_ closure: Closure, isSecret: Bool) -> [[UInt8]: [Int32]] {
    var rules: [[UInt8]: [Int32]] = [:]
    for member in closure.members {
      let keywords = graph.nodes[member.node].keywords
      for index in keywords.indices {
        guard keywords[index].keyword == .required,
          case .names(let names) = keywords[index].parameter
        else { continue }
        let rule = rule(member, index, isSecret: isSecret)
        for name in names { rules[Array(name.utf8), default: []].append(rule) }
      }
    }
    return rules
  }

  private mutating func declaredTargets(_ closure: Closure) -> [[UInt8]: [Member]] {
    var targets: [[UInt8]: [Member]] = [:]
    for member in closure.members {
      guard case .schemasByName(let properties) = graph.nodes[member.node][.properties] else {
        continue
      }
      for property in properties {
        targets[Array(property.name.utf8), default: []].append(
          enter(property.value, from: member.scope))
      }
    }
    return targets
  }

  // MARK: Other members

  private mutating func restsOfMembers(_ closure: Closure) throws(SchemaError) -> [RestOfMembers] {
    var rests: [RestOfMembers] = []
    for member in closure.members {
      var rest = try ownRest(of: member)
      let node = graph.nodes[member.node]
      for index in node.keywords.indices where node.keywords[index].keyword == .additionalProperties
      {
        switch node.keywords[index].parameter {
        case .schema(let target) where !isTrivial(target):
          rest.otherwise = enter(target, from: member.scope)
        case .unknownFields(let policy) where policy != .allow:
          rest.policy = (member, index, policy)
        default: break
        }
      }
      if !rest.isEmpty { rests.append(rest) }
      if let unevaluated = try unevaluatedRest(of: member) { rests.append(unevaluated) }
    }
    return rests
  }

  /// The names and patterns that a node itself mentions.
  private mutating func ownRest(of member: Member) throws(SchemaError) -> RestOfMembers {
    var rest = RestOfMembers()
    let node = graph.nodes[member.node]
    if case .schemasByName(let properties) = node[.properties] {
      for property in properties { rest.names.insert(Array(property.name.utf8)) }
    }
    if case .schemasByName(let patterns) = node[.patternProperties] {
      for named in patterns {
        let index = try pattern(named.name, at: member.node, .patternProperties)
        rest.patterns.append((index, enter(named.value, from: member.scope)))
      }
    }
    return rest
  }

  /// The requirements of `unevaluatedProperties` for members that nothing else evaluates, in any document; nil if the
  /// node does not have the keyword, or if the document decides which members are unevaluated.
  private mutating func unevaluatedRest(of member: Member) throws(SchemaError) -> RestOfMembers? {
    guard case .schema(let target) = graph.nodes[member.node][.unevaluatedProperties],
      !isTrivial(target), !dependsOnDocument(member, for: .object)
    else { return nil }
    var rest = RestOfMembers()
    // Here, the patterns only tell which members are evaluated; their requirements are added elsewhere.
    let anything = Member(node: member.node, scope: -1)
    for inner in closure(of: [member], for: .object).members {
      let node = graph.nodes[inner.node]
      // Every member is evaluated.
      if node[.additionalProperties] != nil { return nil }
      if inner != member, node[.unevaluatedProperties] != nil { return nil }
      let own = try ownRest(of: inner)
      rest.names.formUnion(own.names)
      rest.patterns += own.patterns.map { ($0.index, anything) }
    }
    rest.otherwise = enter(target, from: member.scope)
    return rest
  }

  private mutating func addUndeclared(
    _ rests: [RestOfMembers], isSecret: Bool, to plan: inout ObjectPlan
  ) throws(SchemaError) {
    if rests.count == 1, rests[0].patterns.isEmpty {
      if let policy = rests[0].policy {
        plan.undeclared.treatment = policy.policy == .reject ? .reject : .report
        plan.undeclared.rule = rule(policy.member, policy.use, isSecret: isSecret)
      } else if let otherwise = rests[0].otherwise {
        if graph.nodes[otherwise.node].isFalse {
          plan.undeclared.treatment = .reject
          plan.undeclared.rule = rule(otherwise, 0, isSecret: isSecret)
        } else {
          let node = try node(for: [otherwise], isSecret: isSecret)
          plan.undeclared.treatment = node < 0 ? .skip : .walk
          plan.undeclared.property = unnamedProperty(node)
        }
      }
      return
    }
    guard !rests.isEmpty else { return }
    var groups: [MemberGroup] = []
    for rest in rests {
      var group = MemberGroup()
      var patterns: [NamePattern] = []
      for (index, target) in rest.patterns {
        let node = target.scope < 0 ? -1 : try node(for: [target], isSecret: isSecret)
        patterns.append(NamePattern(pattern: index, node: node))
      }
      if let policy = rest.policy, policy.policy == .reject {
        group.refusal = rule(policy.member, policy.use, isSecret: isSecret)
      }
      if let otherwise = rest.otherwise {
        if graph.nodes[otherwise.node].isFalse {
          group.refusal = rule(otherwise, 0, isSecret: isSecret)
        } else {
          group.otherwise = try node(for: [otherwise], isSecret: isSecret)
        }
      }
      group.patterns = TableRange(
        first: Int32(parts.namePatterns.count), count: Int32(patterns.count))
      parts.namePatterns += patterns
      groups.append(group)
    }
    plan.undeclared.treatment = .match
    plan.undeclared.groups = TableRange(
      first: Int32(parts.memberGroups.count), count: Int32(groups.count))
    parts.memberGroups += groups
  }
}
