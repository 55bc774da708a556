import ECMARegex
import JSONText
import SchemaRules

extension Evaluation {
  /// Evaluates a keyword for objects.
  mutating func evaluateObject(_ use: KeywordUse, _ index: Int, _ frame: Frame) {
    let keyword = use.keyword.rawValue
    switch (use.keyword, use.parameter) {
    case (.required, .names(let names)):
      requireMembers(names, because: nil, index, frame)
    case (.minProperties, .count(let bound)):
      require(instance.children(of: frame.value).count, in: bound...Int.max, index, frame)
    case (.maxProperties, .count(let bound)):
      require(instance.children(of: frame.value).count, in: 0...max(bound, 0), index, frame)
    case (.dependentRequired, .namesByName(let dependencies)):
      for dependency in dependencies where has(dependency.name, frame) {
        requireMembers(dependency.value, because: dependency.name, index, frame)
      }
    case (.dependentSchemas, .schemasByName(let dependencies)):
      for dependency in dependencies where has(dependency.name, frame) {
        require(dependency.value, by: [keyword, dependency.name], in: frame)
      }
    case (.dependencies, .dependencies(let dependencies)):
      for dependency in dependencies where has(dependency.name, frame) {
        switch dependency.value {
        case .names(let names): requireMembers(names, because: dependency.name, index, frame)
        case .schema(let target): require(target, by: [keyword, dependency.name], in: frame)
        }
      }
    case (.properties, .schemasByName(let properties)):
      evaluateProperties(properties, frame)
    case (.patternProperties, .schemasByName(let patterns)):
      evaluatePatterns(patterns, index, frame)
    case (.additionalProperties, .schema(let target)):
      evaluateMembers(otherMembers(index, frame), target, use.keyword, frame)
    case (.additionalProperties, .unknownFields(let policy)):
      rejectUnknown(otherMembers(index, frame), policy, index, frame)
    case (.propertyNames, .schema(let target)):
      for member in instance.members(of: frame.value) {
        let name = instance.add(name: member.name, of: frame.value)
        frame.require(apply(target, to: name, by: [keyword], in: frame).verdict)
      }
    case (.unevaluatedProperties, .schema(let target)):
      let rest = unevaluatedChildren(frame)
      requireUnevaluated(rest, target, index, frame)
      noteEvaluated(Set(rest), by: use.keyword, frame)
    default: break
    }
  }

  /// Whether the object has the given member.
  private func has(_ name: String, _ frame: Frame) -> Bool {
    instance.member(name, of: frame.value) != nil
  }

  private func requireMembers(
    _ names: [String], because cause: String?, _ index: Int, _ frame: Frame
  ) {
    let missing = names.filter { !has($0, frame) }
    if !missing.isEmpty { frame.fail(index, .missing(missing, because: cause)) }
  }

  // MARK: Members by name

  private mutating func evaluateProperties(_ properties: [Named<NodeID>], _ frame: Frame) {
    var names: [JSONValue] = []
    for property in properties {
      guard let member = instance.member(property.name, of: frame.value) else { continue }
      instance.noteDeclared(member)
      let inner = apply(
        property.value, to: member, by: [Keyword.properties.rawValue, property.name], in: frame)
      frame.require(inner.verdict)
      frame.evaluated.insert(member)
      names.append(.string(property.name))
    }
    if !names.isEmpty { frame.annotate(.properties, .array(names)) }
  }

  private mutating func evaluatePatterns(
    _ patterns: [Named<NodeID>], _ index: Int, _ frame: Frame
  ) {
    var matched: Set<Int> = []
    for pattern in patterns {
      for member in instance.members(of: frame.value) {
        switch match(pattern.name, member.name) {
        case .match:
          let inner = apply(
            pattern.value, to: member.value,
            by: [Keyword.patternProperties.rawValue, pattern.name],
            in: frame)
          frame.require(inner.verdict)
          matched.insert(member.value)
        case .noMatch: break
        case .gaveUp(let limit): frame.leaveOpen(index, .matching(limit: limit.rawValue))
        }
      }
    }
    noteEvaluated(matched, by: .patternProperties, frame)
  }

  // MARK: Other members

  /// The members that neither `properties` nor `patternProperties` of the same schema matches.
  private func otherMembers(_ index: Int, _ frame: Frame) -> [Int] {
    let node = graph.nodes[frame.node]
    var named: Set<Int> = []
    if case .schemasByName(let properties) = node[.properties] {
      named.formUnion(properties.compactMap { instance.member($0.name, of: frame.value) })
    }
    if case .schemasByName(let patterns) = node[.patternProperties] {
      for member in instance.members(of: frame.value) {
        let results = patterns.map { match($0.name, member.name) }
        if results.contains(.match) {
          named.insert(member.value)
        } else if case .gaveUp(let limit)? = results.first(where: { $0 != .noMatch }) {
          // It is unknown whether the member is one of them.
          named.insert(member.value)
          frame.leaveOpen(index, .matching(limit: limit.rawValue))
        }
      }
    }
    return instance.children(of: frame.value).filter { !named.contains($0) }
  }

  /// Requires members to satisfy a schema, and counts them as evaluated.
  private mutating func evaluateMembers(
    _ members: [Int], _ target: NodeID, _ keyword: Keyword, _ frame: Frame
  ) {
    for member in members {
      frame.require(apply(target, to: member, by: [keyword.rawValue], in: frame).verdict)
    }
    noteEvaluated(Set(members), by: keyword, frame)
  }

  /// Adds the unit of a member that a policy rejects, like that of the schema `false`.
  func reject(_ member: Int, _ index: Int, _ frame: Frame) {
    let rule = Rule(graph: graph, node: frame.node, use: index)
    let inner = Frame(frame.node, on: member, location: rule.location)
    inner.fail(index, .broken(.unspecified))
    let tokens = [Keyword.additionalProperties.rawValue]
    frame.details.append(Frame.Detail(frame: inner, tokens: tokens))
    frame.require(.invalid)
  }

  /// Counts members as evaluated. Their names in document order become the keyword's annotation.
  private func noteEvaluated(_ members: Set<Int>, by keyword: Keyword, _ frame: Frame) {
    guard !members.isEmpty else { return }
    frame.evaluated.formUnion(members)
    let names = instance.members(of: frame.value).filter { members.contains($0.value) }
    frame.annotate(keyword, .array(names.map { .string($0.name) }))
  }
}
