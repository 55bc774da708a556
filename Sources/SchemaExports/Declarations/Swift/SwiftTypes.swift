import JSONText
import SchemaRules

/// The Swift types of the nodes of one schema. Only used types are declared.
struct SwiftTypes {
  /// The form of the declaration of a node's type.
  enum Form {
    /// Members by name.
    case structure([Member])
    /// Some texts or some whole numbers.
    case enumeration([JSONValue])
    /// One of several schemas, not counting `null`.
    case alternatives([Branch])
    /// A type that needs no declaration.
    case plain
  }

  struct Member {
    let name: String
    let node: NodeID
    let isRequired: Bool
  }

  struct Branch {
    let name: String
    let node: NodeID
    /// The index among all branches.
    let index: Int
  }

  private(set) var names: NamedTypes
  /// The names of declared types, by their content.
  private(set) var known: [String: String]  // strings: texts of declarations
  private let graph: SchemaGraph
  private var kinds: NodeKinds
  private var pending: [NamedTypes.Entry]
  private var aliases: [NodeID: String] = [:]
  /// The nodes that the structures of other nodes contain directly, without an array or dictionary between them.
  private var parts: [NodeID: [NodeID]] = [:]

  init(_ schema: Schema, _ name: String, known: [String: String], taken: [String: Int]) {
    self.known = known
    graph = schema.graph
    kinds = NodeKinds(graph)
    names = NamedTypes(schema, name, taken: taken) { graph, node, _ in
      !graph.values(of: node).isEmpty || graph.branches(of: node).count > 1
        || !graph.members(of: node).isEmpty
    }
    pending = [names.entries[0]]
    aliases[names.entries[0].node] = names.entries[0].name
  }

  /// The next type to declare; nil if all used types are declared.
  mutating func next() -> NamedTypes.Entry? { pending.popLast() }

  // MARK: Forms

  func form(of node: NodeID) -> Form {
    let members = graph.members(of: node)
    if !members.isEmpty { return .structure(members) }
    let values = graph.values(of: node)
    if !values.isEmpty { return .enumeration(values) }
    let branches = graph.branches(of: node)
    return branches.count > 1 ? .alternatives(branches) : .plain
  }

  /// The location of the keyword that lists a node's alternatives.
  func location(of node: NodeID) -> String {
    graph.location(of: node, graph.nodes[node][.oneOf] == nil ? .anyOf : .oneOf)
  }

  /// The type of a node's values, as code.
  mutating func expression(_ node: NodeID, isSecret: Bool, isNamed: Bool = true) -> String {
    var (prefix, suffix, index) = ("", "", node)
    var isSecret = isSecret
    // Follow nested containers up to a maximum depth.
    for _ in 0..<64 {
      index = graph.referred(from: index)
      let kinds = kinds.kinds(of: index)
      isSecret = isSecret || graph.nodes[index].isSecret
      if kinds.contains(.null), kinds != .all, kinds != .null { suffix = "?" + suffix }
      let branches = graph.branches(of: index)
      if branches.count == 1, case .plain = form(of: index) {
        index = branches[0].node
        continue
      }
      if isNamed || index != node, let name = name(of: index) {
        if isSecret, case .enumeration = form(of: index) {
          return prefix + "Redacted<\(name)>" + suffix
        }
        return prefix + name + suffix
      }
      switch kinds.subtracting(.null) {
      case .array:
        guard case .schema(let items) = graph.nodes[index][.items],
          graph.nodes[index][.prefixItems] == nil
        else { break }
        (prefix, suffix, index) = (prefix + "[", "]" + suffix, items)
        continue
      case .object:
        guard case .schema(let values) = graph.nodes[index][.additionalProperties],
          graph.nodes[index][.patternProperties] == nil
        else { break }
        // The names are as secret as the values.
        let (start, end) = isSecret ? ("Redacted<[String: ", "]>") : ("[String: ", "]")
        (prefix, suffix, index) = (prefix + start, end + suffix, values)
        isSecret = false
        continue
      default: break
      }
      let type: String
      switch kinds.subtracting(.null) {
      case .string: type = "String"
      case .integer: type = "Int"
      case .number, .fraction: type = "Double"
      case .boolean: type = "Bool"
      default: type = "JSONValue"
      }
      return prefix + (isSecret ? type == "String" ? "Secret" : "Redacted<\(type)>" : type) + suffix
    }
    return prefix + "JSONValue" + suffix
  }

  /// The name of a node's type; nil if it has none. Marks the type as used.
  private mutating func name(of node: NodeID) -> String? {
    if let name = aliases[node] { return name }
    guard let entry = names.entry(of: node) else { return nil }
    let signature = graph.signature(of: node)
    if known[signature] == nil { pending.append(entry) }
    let name = known[signature, default: entry.name]
    known[signature] = name
    aliases[node] = name
    return name
  }

  /// The only value of a node's enumeration, as code; nil if there are more.
  mutating func onlyCase(of node: NodeID, _ type: String) -> String? {
    let cases = Self.cases(graph.values(of: graph.referred(from: node)))
    guard cases.count == 1, !type.hasSuffix("?") else { return nil }
    return type.hasPrefix("Redacted") ? "\(type)(.\(cases[0].name))" : ".\(cases[0].name)"
  }

  /// The cases of an enumeration without duplicates; Swift equates canonically equivalent texts.
  static func cases(_ values: [JSONValue]) -> [(name: String, value: JSONValue)] {
    var seen: Set<String> = []  // strings: as Swift compares them
    var cases: [(name: String, value: JSONValue)] = []
    for value in values where seen.insert(value.compactText).inserted {
      let text = value.stringValue ?? value.compactText.replacing("-", with: "minus")
      cases.append((text.memberName(notIn: cases.map(\.name)), value))
    }
    return cases
  }

  /// Whether the structure of a node is that of another node, or contains it without an array or dictionary between
  /// them.
  mutating func holds(_ node: NodeID, _ other: NodeID) -> Bool {
    var seen: Set<NodeID> = []
    var pending = [graph.referred(from: node)]
    while let next = pending.popLast() {
      if next == other { return true }
      guard seen.insert(next).inserted else { continue }
      if parts[next] == nil {
        let branches = graph.branches(of: next)
        parts[next] =
          (graph.members(of: next).map(\.node) + (branches.count == 1 ? branches.map(\.node) : []))
          .map(graph.referred(from:))
      }
      pending += parts[next] ?? []
    }
    return false
  }
}

extension SchemaGraph {
  /// The members of a node's values, including those of other schemas that apply to them.
  fileprivate func members(of node: NodeID) -> [SwiftTypes.Member] {
    var properties: [Named<NodeID>] = []
    var names: Set<[UInt8]> = []
    var required: Set<[UInt8]> = []
    var seen: Set<NodeID> = []
    var pending = [node]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      required.formUnion(nodes[next].requiredNames)
      if case .schemasByName(let own) = nodes[next][.properties] {
        properties += own.filter { names.insert(Array($0.name.utf8)).inserted }
      }
      for use in nodes[next].keywords.reversed() where [.allOf, .ref].contains(use.keyword) {
        pending += use.parameter.nodes.reversed()
      }
    }
    return properties.map {
      .init(name: $0.name, node: $0.value, isRequired: required.contains(Array($0.name.utf8)))
    }
  }

  /// The values of an enumeration of texts or whole numbers, without `null`; empty for any other node.
  fileprivate func values(of node: NodeID) -> [JSONValue] {
    let values = (nodes[node].values ?? []).filter { $0 != .null }
    return values.allSatisfy { $0.stringValue != nil }
      || values.allSatisfy { $0.integerValue.map { String($0) } == $0.compactText } ? values : []
  }

  /// The alternatives for the values of a node, without `null`; empty if the node restricts their
  /// type further.
  fileprivate func branches(of node: NodeID) -> [SwiftTypes.Branch] {
    let node = nodes[node]
    guard node[.properties] == nil, let parameter = node[.oneOf] ?? node[.anyOf] else { return [] }
    var branches: [SwiftTypes.Branch] = []
    for (index, branch) in parameter.nodes.enumerated() {
      let branch = referred(from: branch)
      if nodes[branch].types == [.null] || nodes[branch].values == [.null] { continue }
      let name = self.name(ofAlternative: branch).memberName(notIn: branches.map(\.name))
      branches.append(.init(name: name, node: branch, index: index))
    }
    return branches
  }

  /// A label for an alternative: its name if it has one, or else its title or type.
  private func name(ofAlternative node: NodeID) -> String {
    let tokens = nodes[node].pointer.tokens.suffix(2)
    var name = "value"
    if isDeclared || ["$defs", "definitions"].contains(tokens.first), let last = tokens.last,
      Int(last) == nil
    {
      name = last
    } else if let title = nodes[node].annotations.first(where: { $0.name == "title" })?.value
      .stringValue
    {
      name = title
    } else if nodes[node].types.count == 1 {
      name = nodes[node].types[0].rawValue
    }
    name = name.typeName
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  /// The content of a node and of all nodes to which it refers, as a text that is the same for equal nodes of other
  /// schemas.
  fileprivate func signature(of node: NodeID) -> String {
    // Nodes may be shared or recursive. Each is written once and then identified by its number.
    var numbers = [node: 0]
    var order = [node]
    var text = ""
    var next = 0
    while next < order.count {
      let node = nodes[order[next]]
      next += 1
      text += "\(JSONValue.string(node.summary).compactText) \(node.isSecret)"
      for use in node.keywords {
        text += "\n\(use.keyword.rawValue) \(use.parameter.text)"
        if case .schemasByName(let named) = use.parameter { text += "\(named.map(\.name))" }
        for inner in use.parameter.nodes {
          if numbers[inner] == nil {
            numbers[inner] = order.count
            order.append(inner)
          }
          text += " \(numbers[inner, default: 0])"
        }
      }
      text += "\n\n"
    }
    return text
  }
}
