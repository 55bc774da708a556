import ECMARegex
import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// A place of documents that a schema has rules for, with a valid document that has it.
struct Place {
  /// The tokens of its JSON Pointer.
  let path: [String]
  /// A valid document that has a value at the place.
  let base: JSONValue
  /// What the schemas that apply to the value ask for.
  let demand: Demand
  /// The ids of the rules that require the member.
  let requirements: [String]
  /// Whether the member must be there; nil for what is not a member of a known name.
  let isRequired: Bool?
  /// The JSON Pointer.
  let pointer: String
  /// The valid value.
  let value: JSONValue
  private let graph: SchemaGraph

  init(
    path: [String], base: JSONValue, graph: SchemaGraph, demand: Demand, requirements: [String],
    isRequired: Bool?
  ) {
    self.path = path
    self.base = base
    self.graph = graph
    self.demand = demand
    self.requirements = requirements
    self.isRequired = isRequired
    pointer = path.reduce(JSONPointer.root) { $0.appending($1) }.description
    value = base.value(at: path) ?? .null
  }

  /// The place in a sentence.
  var label: String { path.isEmpty ? "the document" : pointer }

  /// The name of the member; nil for an element and for the document.
  var name: String? { base.value(at: parent)?.objectValue == nil ? nil : path.last }

  /// The path of the container.
  var parent: [String] { path.dropLast() }

  /// The keywords of all schemas that apply to the value without a condition.
  var keywords: [KeywordUse] { demand.uses.map(\.use) }

  /// Whether strings are allowed by a type that does not allow every value.
  var allowsStrings: Bool { demand.kinds.contains(.string) && demand.kinds != .all }

  /// Whether it is a member of a name that the schema declares.
  var isDeclaredMember: Bool { name != nil && isRequired != nil }

  /// The names of members that the schemas declare.
  var properties: [String] { demand.declaredNames }

  /// Whether no rule but that of the type is about the value.
  var isFree: Bool {
    keywords.allSatisfy { $0.keyword == .type || !$0.canBeBroken && $0.parameter.nodes.isEmpty }
  }

  /// The counts that keywords have as parameters.
  func counts(_ keywords: [Keyword]) -> [Int] {
    demand.uses.compactMap { _, use in
      if keywords.contains(use.keyword), case .count(let count) = use.parameter {
        count
      } else {
        nil
      }
    }
  }

  /// The first pattern that can be read; nil without one.
  var pattern: Pattern? {
    for case .pattern(let source) in keywords.map(\.parameter) {
      if let pattern = try? Pattern(source, grammar: .annexB) { return pattern }
    }
    return nil
  }

  /// A sampler of the pattern.
  var sampler: PatternSampler? { pattern.map { PatternSampler($0.syntax) } }

  /// A text of a length along the pattern if that shows one, or else of letters.
  func text(ofLength length: Int) -> String {
    sampler?.text(ofLength: length) ?? String(repeating: "a", count: max(0, length))
  }

  // MARK: Documents

  /// The document with another value at the place, or at one inside it; nil removes it.
  func document(_ value: JSONValue?, at inner: String...) -> JSONValue {
    base.setting(value, at: path + inner)
  }

  /// A draft of the document with another value at the place.
  func draft(
    _ value: JSONValue?, _ why: String, about keywords: [Keyword] = [], isRaw: Bool = false,
    tags: [String] = [], axis: String? = nil
  ) -> Draft {
    Draft(
      why, document(value), isRaw: isRaw, rules: rules(of: keywords), tags: tags, axis: axis)
  }

  /// The ids of the rules that the place has of some keywords.
  func rules(of keywords: [Keyword]) -> [String] {
    let own = demand.uses.filter { _, use in
      use.canBeBroken && use.keyword != .required && keywords.contains(use.keyword)
    }.compactMap(id)
    return keywords.contains(.required) ? own + requirements : own
  }

  /// The ids of the rules that require a member of the object.
  func requirements(of name: String) -> [String] {
    demand.uses.filter { _, use in
      guard use.keyword == .required, case .names(let names) = use.parameter else { return false }
      return names.contains { $0.utf8.elementsEqual(name.utf8) }
    }.compactMap(id)
  }

  private func id(of node: NodeID, _ use: KeywordUse) -> String? {
    graph.nodes[node].keywords.firstIndex(of: use).map {
      Rule(graph: graph, node: node, use: $0).id
    }
  }

  // MARK: Spellings

  /// The text of the document with a hole in place of the value, for values that are not JSON.
  private var hole: (before: String, after: String) {
    let mark = "\u{E000}hole\u{E001}"
    return document(.string(mark)).compactText.split(around: "\"\(mark)\"")
  }

  /// The document with a text in place of the value.
  func spelled(_ text: String) -> [RecipePart] {
    let (before, after) = hole
    return [.text(before + text + after)]
  }

  /// The document with parts in place of the value.
  func spelled(_ parts: [RecipePart]) -> [RecipePart] {
    let (before, after) = hole
    return [.text(before)] + parts + [.text(after)]
  }

  /// The document with a string whose inside is given as parts.
  func spelledString(_ parts: RecipePart...) -> [RecipePart] {
    let (before, after) = hole
    return [.text(before + "\"")] + parts + [.text("\"" + after)]
  }
}

extension String {
  /// What is before and after a text that is there once, compared byte by byte; all of it and nothing if it is not.
  func split(around mark: String) -> (before: String, after: String) {
    guard let range = unicodeScalars.firstRange(of: mark.unicodeScalars) else { return (self, "") }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }
}
