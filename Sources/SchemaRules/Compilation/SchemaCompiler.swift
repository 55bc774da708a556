import ECMARegex
import JSONText

/// Turns the graph of a schema into tables, and finds mistakes in the graph.
///
/// Nodes that a value must satisfy together are compiled as one. The compiler works through a list and never recurses
/// along the graph, which may be arbitrarily deep.
struct SchemaCompiler {
  /// The parts of a compiled schema.
  struct Parts {
    var nodes: [CompiledNode] = []
    var scalars: [ScalarPlan] = []
    var arrays: [ArrayPlan] = []
    var objects: [ObjectPlan] = []
    var checks: [Check] = []
    var applicators: [Applicator] = []
    var nodeLists: [Int32] = []
    var ruleLists: [Int32] = []
    var requiredWords: [UInt64] = []
    var properties: [CompiledProperty] = []
    var keyPlaces: [Int32] = []
    var predictions: [Prediction] = []
    var memberGroups: [MemberGroup] = []
    var namePatterns: [NamePattern] = []
    var discriminators: [Discriminator] = []
    var presenceChoices: [PresenceChoice] = []
    var collectors: [Collector] = []
    var collectorBranches: [CollectorBranch] = []
    /// The bytes of names, of enumerated texts and values, and of numbers.
    var text: [UInt8] = []
    var texts: [CompiledText] = []
    var textTables: [TextTable] = []
    /// Tables of texts that several tables have in common, keyed by the indices of these.
    var commonTexts: [[Int32]: Int32] = [:]
    var spellings: [CanonicalToken] = []
    var values: [CompiledValue] = []
    var numbers: [JSONNumber] = []
    var patterns: [Pattern] = []
    var rules: [CompiledRule] = []
    var root: Int32 = -1

    /// The number of entries of the tables that grow with the lists of a schema.
    var entryCount: Int {
      properties.count + texts.count + values.count + nodeLists.count + checks.count
        + applicators.count
    }
  }

  let graph: SchemaGraph
  let schemaID: String
  let limits: ValidationLimits
  let usesPatternShortcuts: Bool
  var parts = Parts()

  var scopes: DynamicScopes

  var kinds: NodeKinds
  var limitsOfNodes: [Member: MemberLimits] = [:]
  var limitsDepth = 0
  var requirementsOfNodes: [Member: (groups: [[String]], isAll: Bool)] = [:]
  /// The number of keywords that have been followed.
  var steps = 0
  var discriminatorNames: [[UInt8]: Int32] = [:]
  var unnamedProperties: [Int32: Int32] = [:]
  var patternIndices: [[UInt8]: Int32] = [:]
  var ruleIndices: [CompiledRule.Key: Int32] = [:]
  var collectorIndices: [CollectorKey: Int32] = [:]
  var pendingCollectors: [(index: Int32, key: CollectorKey)] = []

  private var nodeIndices: [Conjunction: Int32] = [:]
  /// The conjunctions whose nodes are reserved but still empty, in the order of the nodes.
  private var pending: [(index: Int32, conjunction: Conjunction)] = []
  private var planIndices: [PlanKey: Int32] = [:]

  /// The inputs of a plan.
  struct PlanKey: Hashable {
    let kind: JSONKind
    let members: [Member]
    let facts: Facts
    let isSecret: Bool
  }

  static func compile(
    _ schema: Schema, limits: ValidationLimits, usesPatternShortcuts: Bool
  ) throws(SchemaError) -> CompiledSchema {
    let graph = schema.graph
    var compiler = SchemaCompiler(
      graph, id: schema.id, limits: limits, usesPatternShortcuts: usesPatternShortcuts)
    if case .declaration = graph.origin { try compiler.checkDeclaration() }
    let root = compiler.enter(graph.root, from: 0)
    compiler.parts.root = try compiler.node(for: [root], isSecret: false)
    while true {
      if let next = compiler.pending.popLast() {
        try compiler.fill(next.index, next.conjunction)
      } else if let next = compiler.pendingCollectors.popLast() {
        try compiler.fill(next.index, next.key)
      } else {
        break
      }
    }
    compiler.finish()
    return CompiledSchema(compiler.parts, of: schema, limits: limits)
  }

  private init(
    _ graph: SchemaGraph, id: String, limits: ValidationLimits, usesPatternShortcuts: Bool
  ) {
    self.graph = graph
    schemaID = id
    kinds = NodeKinds(graph)
    self.limits = limits
    self.usesPatternShortcuts = usesPatternShortcuts
    scopes = DynamicScopes(graph)
  }

  /// Whether nodes that apply together are still compiled as one.
  ///
  /// Once the work exceeds a multiple of the schema's size, nodes are compiled one by one and applied in turn,
  /// because a schema can be written so that merging never ends.
  var mergesNodes: Bool {
    parts.nodes.count < graph.nodes.count * 4 + 2000
      && steps < SchemaLimits.mergingSteps + graph.nodes.count * 200
  }

  func error(
    _ reason: SchemaError.Reason, at node: NodeID, _ keyword: Keyword? = nil
  ) -> SchemaError {
    SchemaError(
      schemaID: schemaID, pointer: graph.nodes[node].pointer, keyword: keyword, reason: reason)
  }

  // MARK: Nodes

  /// The index of the compiled node for nodes that a value must satisfy together; -1 if any value satisfies them.
  mutating func node(
    for members: [Member], _ facts: Facts = Facts(), isSecret: Bool
  ) throws(SchemaError) -> Int32 {
    let conjunction = Conjunction(
      members.map { resolved($0) }.filter { !isTrivial($0.node) }, facts, isSecret: isSecret)
    guard !conjunction.members.isEmpty else { return -1 }
    if let known = nodeIndices[conjunction] { return known }
    guard steps < SchemaLimits.compilationSteps else {
      throw error(
        .limitExceeded(.compilationSteps, bound: SchemaLimits.compilationSteps),
        at: conjunction.members[0].node)
    }
    guard parts.nodes.count < SchemaLimits.compiledNodes else {
      throw error(
        .limitExceeded(.compiledNodes, bound: SchemaLimits.compiledNodes),
        at: conjunction.members[0].node)
    }
    let index = Int32(parts.nodes.count)
    parts.nodes.append(CompiledNode())
    nodeIndices[conjunction] = index
    pending.append((index, conjunction))
    return index
  }

  /// The target of a chain of nodes that have only a reference.
  private mutating func resolved(_ member: Member) -> Member {
    var member = member
    // A circle of such references requires nothing; the limit of the loop ends it.
    for _ in 0..<64 {
      let keywords = graph.nodes[member.node].keywords
      guard keywords.count == 1, !graph.nodes[member.node].isSecret,
        [.ref, .dynamicRef, .recursiveRef].contains(keywords[0].keyword),
        let target = target(of: keywords[0].parameter, from: member)
      else { break }
      member = target
    }
    return member
  }

  private mutating func fill(_ index: Int32, _ conjunction: Conjunction) throws(SchemaError) {
    // Facts concern objects; other values never lead here.
    for kind in conjunction.facts.count == 0 ? JSONKind.allCases : [.object] {
      let closure = closure(of: conjunction.members, conjunction.facts, for: kind)
      let isSecret =
        conjunction.isSecret || closure.members.contains { graph.nodes[$0.node].isSecret }
      let key = PlanKey(
        kind: kind, members: closure.members, facts: conjunction.facts, isSecret: isSecret)
      let plan: Int32
      if let known = planIndices[key] {
        plan = known
      } else {
        plan = try self.plan(for: kind, closure, conjunction, isSecret: isSecret)
        planIndices[key] = plan
        // One plan is no larger than the schema; the limit bounds the number of plans.
        guard parts.entryCount < SchemaLimits.compiledMembers else {
          throw error(
            .limitExceeded(.compiledMembers, bound: SchemaLimits.compiledMembers),
            at: conjunction.members[0].node)
        }
      }
      parts.nodes[Int(index)][kind] = plan
    }
  }

  /// The index of the plan for values of a kind; -1 if any such value is valid.
  private mutating func plan(
    for kind: JSONKind, _ closure: Closure, _ conjunction: Conjunction, isSecret: Bool
  ) throws(SchemaError) -> Int32 {
    let checks = try checks(of: closure, for: kind, isSecret: isSecret)
    switch kind {
    case .object: return try objectPlan(closure, conjunction, checks, isSecret: isSecret)
    case .array: return try arrayPlan(closure, checks, isSecret: isSecret)
    case .string, .number, .boolean, .null:
      let applicators = try applicators(of: closure, isSecret: isSecret) { _ in -1 }
      guard !checks.isEmpty || !applicators.isEmpty else { return -1 }
      let plan = ScalarPlan(
        checks: append(checks.refusals + checks.others), applicators: append(applicators))
      parts.scalars.append(plan)
      return Int32(parts.scalars.count - 1)
    }
  }

  // MARK: Tables

  mutating func append(_ checks: [Check]) -> TableRange {
    let range = TableRange(first: Int32(parts.checks.count), count: Int32(checks.count))
    parts.checks += checks
    return range
  }

  mutating func append(_ applicators: [Applicator]) -> TableRange {
    let range = TableRange(first: Int32(parts.applicators.count), count: Int32(applicators.count))
    parts.applicators += applicators
    return range
  }

  /// The index of a property without a name, for elements or undeclared members.
  mutating func unnamedProperty(_ node: Int32) -> Int32 {
    if let known = unnamedProperties[node] { return known }
    parts.properties.append(CompiledProperty(unnamed: node))
    unnamedProperties[node] = Int32(parts.properties.count - 1)
    return Int32(parts.properties.count - 1)
  }

  mutating func append(nodes: [Int32]) -> TableRange {
    let range = TableRange(first: Int32(parts.nodeLists.count), count: Int32(nodes.count))
    parts.nodeLists += nodes
    return range
  }

  /// The index of the rule of a keyword of a node.
  mutating func rule(_ member: Member, _ use: Int, isSecret: Bool) -> Int32 {
    let key = CompiledRule.Key(node: member.node, use: use, isSecret: isSecret)
    if let known = ruleIndices[key] { return known }
    let rule = Rule(graph: graph, node: member.node, use: use, isSecret: isSecret ? true : nil)
    parts.rules.append(CompiledRule(rule))
    ruleIndices[key] = Int32(parts.rules.count - 1)
    return Int32(parts.rules.count - 1)
  }

  /// Appends the canonical token of a name. Returns the text of the name in it.
  mutating func append(quoted name: String) -> CompiledText {
    parts.text.append(UInt8(ascii: "\""))
    defer { parts.text += "\":".utf8 }
    return append(name)
  }

  mutating func append(_ text: String) -> CompiledText {
    let start = parts.text.count
    parts.text.append(contentsOf: text.utf8)
    let words = unsafe Array(text.utf8).withUnsafeBytes {
      unsafe WordPair($0, readable: $0.count)
    }
    return CompiledText(words: words, start: start)
  }

  /// The index of a pattern, which is compiled once even if the schema has it several times.
  mutating func pattern(
    _ source: String, at node: NodeID, _ keyword: Keyword
  ) throws(SchemaError) -> Int32 {
    let key = Array(source.utf8)
    if let known = patternIndices[key] { return known }
    do throws(PatternError) {
      let pattern: Pattern
      do throws(PatternError) {
        pattern = try Pattern(source, limits: limits.matching, usesShortcut: usesPatternShortcuts)
      } catch {
        // Many published patterns are written for engines without the `u` flag.
        guard graph.origin == .text, error.kind == .syntax else { throw error }
        pattern = try Pattern(
          source, grammar: .annexB, limits: limits.matching, usesShortcut: usesPatternShortcuts)
      }
      parts.patterns.append(pattern)
    } catch {
      throw self.error(.invalidPattern(error), at: node, keyword)
    }
    patternIndices[key] = Int32(parts.patterns.count - 1)
    return Int32(parts.patterns.count - 1)
  }
}

/// A rule of the compiled schema, and the place of the values that it applies to.
struct CompiledRule {
  struct Key: Hashable {
    let node: NodeID
    let use: Int
    let isSecret: Bool
  }

  let rule: Rule
  /// The place, if it is the same in every document; nil if the document decides.
  let pointer: JSONPointer?

  init(_ rule: Rule) {
    self.rule = rule
    let isDeclared = if case .declaration = rule.graph.origin { true } else { false }
    let pointer = rule.pointer
    self.pointer =
      isDeclared && !rule.graph.nodes[rule.node].isInArray ? pointer : nil
  }
}
