import APIOperations
import JSONText
import SchemaRules

/// Schemas as interfaces and types in TypeScript.
struct TypeScriptDocument {
  private let ledger: LossLedger
  /// The nesting of unnamed types.
  private var depth = 0

  init(_ ledger: LossLedger) {
    self.ledger = ledger
  }

  /// The document: the header as a comment, then each type.
  func text(of schemas: [Schema], in operation: APIOperation?) -> String {
    var document = self
    var text = ledger.commentedHeader(of: schemas, in: operation)
    var taken: [String: Int] = [:]  // strings: identifiers
    for schema in schemas {
      let types = NamedTypes(schema, schema.typeName, taken: taken) {
        $2 || $0.nodes[$1][.properties] != nil
      }
      taken = types.counts
      for entry in types.entries { text += "\n" + document.declaration(entry, types) }
    }
    return text
  }

  private mutating func declaration(_ entry: NamedTypes.Entry, _ types: NamedTypes) -> String {
    let comment = comment(types.comment(on: entry.node, isSecret: entry.isSecret), indent: "")
    let members = types.members(of: entry.node)
    guard !members.isEmpty else {
      return comment
        + "export type \(entry.name) = \(type(of: entry.node, types, isNamed: false));\n"
    }
    var text = "{\n"
    for member in members {
      text += self.comment(
        types.comment(on: member.node, isSecret: entry.isSecret), indent: "  ")
      let name = member.name.isIdentifier ? member.name : member.name.quotedLiteral
      text += "  \(name)\(member.isRequired ? "" : "?"): \(type(of: member.node, types));\n"
    }
    if case .schema(let others) = types.graph.nodes[entry.node][.additionalProperties],
      !types.graph.nodes[others].isFalse
    {
      text += "  [name: string]: unknown;\n"
    }
    text += "}"
    let others = intersected(of: types.graph.nodes[entry.node], types)
    return others.isEmpty
      ? comment + "export interface \(entry.name) \(text)\n"
      : comment + "export type \(entry.name) = \((others + [text]).joined(separator: " & "));\n"
  }

  /// The type of a node's values, by its name if it has one.
  private mutating func type(of node: NodeID, _ types: NamedTypes, isNamed: Bool = true) -> String {
    let index = types.graph.referred(from: node)
    let node = types.graph.nodes[index]
    if isNamed, let name = types.name(of: index) {
      return node.nonNullTypes == node.types ? name : "\(name) | null"
    }
    // A chain of references can be arbitrarily long.
    guard depth < 64 else { return "unknown" }
    depth += 1
    defer { depth -= 1 }
    if node.isFalse { return "never" }
    var parts: [String] = []
    if let values = node.values {
      parts.append(
        values.isEmpty ? "never" : values.map { $0.literalType }.joined(separator: " | "))
    } else if !node.types.isEmpty {
      parts.append(node.types.map { type($0, of: node, types) }.joined(separator: " | "))
    }
    let others = intersected(of: node, types)
    if parts.isEmpty && others.isEmpty { return "unknown" }
    return (others.isEmpty ? parts : parts.map { $0.inParentheses } + others).joined(
      separator: " & ")
  }

  private mutating func type(
    _ type: ValueType, of node: SchemaNode, _ types: NamedTypes
  ) -> String {
    switch type {
    case .string, .boolean, .null: type.rawValue
    case .number, .integer: "number"
    case .array:
      if case .schema(let items) = node[.items], node[.prefixItems] == nil {
        "Array<\(self.type(of: items, types))>"
      } else {
        "Array<unknown>"
      }
    case .object:
      if case .schema(let values) = node[.additionalProperties], node[.patternProperties] == nil {
        // Unlike `Record`, this type can refer to the type that contains it.
        "{ [name: string]: \(self.type(of: values, types)) }"
      } else {
        "Record<string, unknown>"
      }
    }
  }

  /// The types that apply to values in addition to that of the node itself.
  private mutating func intersected(of node: SchemaNode, _ types: NamedTypes) -> [String] {
    var parts: [String] = []
    for use in node.keywords {
      switch use.keyword {
      case .ref, .dynamicRef, .recursiveRef, .allOf:
        parts += use.parameter.nodes.map { type(of: $0, types).inParentheses }
      case .anyOf, .oneOf:
        let branches = use.parameter.nodes.map { type(of: $0, types) }
        parts.append(branches.joined(separator: " | ").inParentheses)
      default: break
      }
    }
    return parts.filter { $0 != "unknown" }
  }

  private func comment(_ lines: [String], indent: String) -> String {
    // A pattern can contain the end of a comment.
    let lines = lines.map { $0.keepingCommentOpen }
    if lines.isEmpty { return "" }
    if lines.count == 1 { return "\(indent)/** \(lines[0]) */\n" }
    return "\(indent)/**\n" + lines.map { "\(indent) * \($0)\n" }.joined() + "\(indent) */\n"
  }
}

extension SchemaNode {
  /// The types that values can have; empty if the node does not restrict them.
  var types: [ValueType] { if case .types(let types) = self[.type] { types } else { [] } }

  var nonNullTypes: [ValueType] { types.filter { $0 != .null } }

  /// The listed values; nil if the node lists none.
  var values: [JSONValue]? {
    switch (self[.const], self[.enum]) {
    case (.values(let values), _), (_, .values(let values)): values
    default: nil
    }
  }
}

extension JSONValue {
  /// A TypeScript type for this value alone; `unknown` for a container.
  fileprivate var literalType: String {
    switch self {
    case .object, .array: "unknown"
    default: compactText
    }
  }
}

extension String {
  /// The text as a string literal of JSON, which TypeScript reads too.
  var quotedLiteral: String { JSONValue.string(self).compactText }

  var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The type, in parentheses if it has alternatives.
  fileprivate var inParentheses: String {
    utf8.contains(UInt8(ascii: "|")) ? "(\(self))" : self
  }

  /// The text with a backslash between `*` and `/`.
  fileprivate var keepingCommentOpen: String {
    var text = UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "/", text.last == "*" { text.append("\\") }
      text.append(scalar)
    }
    return String(text)
  }
}
