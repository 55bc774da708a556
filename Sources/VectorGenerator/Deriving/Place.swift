import ECMARegex
import JSONText
import SchemaRules
import Vectors

/// A place of documents of which a schema says something, with a valid document that has it.
struct Place {
  let target: String
  let path: [Step]
  /// A valid document that has a value at the place.
  let base: JSONValue
  /// The schemas that apply to the value.
  let nodes: [NodeID]
  /// Their keywords, and those of the schemas that they apply without a condition.
  let keywords: [KeywordUse]
  let graph: SchemaGraph
  /// The ids of the rules that require the member.
  let requirements: [String]
  /// Whether the member must be there; nil for what is not a member of a known name.
  let isRequired: Bool?
  /// The JSON Pointer.
  let pointer: String

  init(
    target: String, path: [Step], base: JSONValue, graph: SchemaGraph, nodes: [NodeID],
    requirements: [String], isRequired: Bool?
  ) {
    self.target = target
    self.path = path
    self.base = base
    self.nodes = nodes
    self.graph = graph
    self.requirements = requirements
    keywords = nodes.flatMap { graph.nodes[$0].keywords }
    self.isRequired = isRequired
    pointer = path.pointer
  }

  /// The valid value.
  var value: JSONValue { base[path[...]] ?? .null }

  /// The place in a sentence.
  var label: String { path.isEmpty ? "the document" : pointer }

  /// The name of the member, or nil.
  var name: String? { if case .member(let name)? = path.last { name } else { nil } }

  /// The kinds of values that the types allow.
  var kinds: KindSet {
    keywords.reduce(into: .all) { kinds, use in
      if case .types(let types) = use.parameter { kinds.formIntersection(KindSet(types)) }
    }
  }

  /// Whether only strings are allowed.
  var isString: Bool { kinds == .string }

  /// The parameters of a keyword.
  func parameters(_ keyword: Keyword) -> [Parameter] {
    keywords.filter { $0.keyword == keyword }.map(\.parameter)
  }

  /// The counts that a keyword has as its parameter.
  func counts(_ keyword: Keyword) -> [Int] {
    parameters(keyword).compactMap { if case .count(let count) = $0 { count } else { nil } }
  }

  /// The listed values of `enum` and `const`; nil if there are none.
  var listed: [JSONValue]? {
    for use in keywords where use.keyword == .enum || use.keyword == .const {
      if case .values(let values) = use.parameter { return values }
    }
    return nil
  }

  /// The names of members that the schemas declare.
  var properties: [String] {
    keywords.flatMap { use -> [String] in
      guard use.keyword == .properties, case .schemasByName(let list) = use.parameter else {
        return []
      }
      return list.map(\.name)
    }
  }

  /// Whether no rule but that of the type is about the value.
  var isFree: Bool {
    keywords.allSatisfy { $0.keyword == .type || !$0.canBeBroken && $0.parameter.nodes.isEmpty }
  }

  // MARK: Documents

  /// The document with another value at the place; nil removes it.
  func document(_ value: JSONValue?) -> JSONValue { base.setting(path[...], value) }

  /// A draft of the document with another value at the place.
  func draft(
    _ value: JSONValue?, _ why: String, about keywords: [Keyword] = [], isRaw: Bool = false,
    tags: [String] = [], axis: String? = nil
  ) -> Draft {
    Draft(
      target, why, document(value), isRaw: isRaw,
      rules: rules(of: keywords), tags: tags, axis: axis)
  }

  /// The ids of the rules that the place has of some keywords.
  func rules(of keywords: [Keyword]) -> [String] {
    let own = nodes.flatMap { node in
      graph.nodes[node].keywords.indices.filter { index in
        let use = graph.nodes[node].keywords[index]
        return use.canBeBroken && use.keyword != .required && keywords.contains(use.keyword)
      }.map { Rule(graph: graph, node: node, use: $0).id }
    }
    return keywords.contains(.required) ? own + requirements : own
  }

  /// The text of the document before and behind the value.
  var slot: Slot { Slot(document(.string(Slot.mark)).text) }
}

/// The text of a document with a hole in place of a value, for values that are not JSON.
struct Slot {
  /// A text that no document has elsewhere.
  fileprivate static let mark = "\u{E000}slot\u{E001}"

  let before: String
  let after: String

  fileprivate init(_ text: String) {
    let parts = text.components(around: "\"\(Self.mark)\"")
    (before, after) = (parts.0, parts.1)
  }

  /// The hole filled with a text.
  func filled(_ text: String) -> [RecipePart] { [.text(before + text + after)] }

  /// The hole filled with parts.
  func filled(_ parts: [RecipePart]) -> [RecipePart] { [.text(before)] + parts + [.text(after)] }

  /// The hole filled with a string whose inside is given as parts.
  func filledWithString(_ parts: RecipePart...) -> [RecipePart] {
    [.text(before + "\"")] + parts + [.text("\"" + after)]
  }
}

extension String {
  /// What is before and behind a text that is there once, compared byte by byte.
  func components(around mark: String) -> (String, String) {
    let (bytes, mark) = (Array(utf8), Array(mark.utf8))
    guard mark.count <= bytes.count,
      let start = (0...(bytes.count - mark.count)).first(where: {
        bytes[$0..<($0 + mark.count)].elementsEqual(mark)
      })
    else { return (self, "") }
    return (
      String(decoding: bytes[..<start], as: UTF8.self),
      String(decoding: bytes[(start + mark.count)...], as: UTF8.self)
    )
  }
}
