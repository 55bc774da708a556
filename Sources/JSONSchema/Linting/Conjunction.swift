import SchemaRules

/// The keywords that a value must satisfy together: those of a schema, and those of the schemas that its `allOf` and
/// `$ref` apply.
struct Conjunction {
  /// The maximum number of schemas to examine.
  private static let maximumNodes = 64

  /// A keyword and the path to it.
  struct Part {
    let use: KeywordUse
    let node: NodeID
    /// 0 for a keyword of the schema itself; otherwise, the number of the schema that applies it.
    let branch: Int

    /// Whether this schema brings the two keywords together. Otherwise, the check of another schema finds them.
    func meets(_ other: Part) -> Bool { branch != other.branch || branch == 0 }

    /// The path to the keyword if it belongs to the schema itself; otherwise empty.
    var path: [String] { branch == 0 ? [use.keyword.rawValue] : [] }
  }

  let validator: LintValidator
  let node: NodeID
  var graph: SchemaGraph { validator.graph }
  private(set) var parts: [Part] = []

  init(_ node: NodeID, _ validator: LintValidator) {
    self.validator = validator
    self.node = node
    var seen: Set<NodeID> = []
    var pending = [(node: node, branch: 0)]
    var branches = 0
    while let next = pending.popLast(), seen.count < Self.maximumNodes {
      guard seen.insert(next.node).inserted else { continue }
      for use in graph.nodes[next.node].keywords {
        parts.append(Part(use: use, node: next.node, branch: next.branch))
        guard use.keyword == .ref || use.keyword == .allOf else { continue }
        for target in use.parameter.nodes.prefix(Self.maximumNodes) {
          if next.branch == 0 { branches += 1 }
          pending.append((target, next.branch == 0 ? branches : next.branch))
        }
      }
    }
  }

  /// The parts with the given keyword.
  func parts(_ keyword: Keyword) -> [Part] { parts.filter { $0.use.keyword == keyword } }
}
