import JSONText
import SchemaRules

/// Schemas as `Codable` structures in Swift.
struct SwiftDocument: DeclarationDocument {
  static let namesSharedNodes = false
  let ledger: LossLedger
  private var usesAnyValue = false

  init(_ ledger: LossLedger) {
    self.ledger = ledger
  }

  var support: String { usesAnyValue ? Self.anyValue : "" }

  mutating func declaration(_ entry: NamedTypes.Entry, _ types: NamedTypes) -> String {
    var text = comment(types.comment(on: entry.node, isSecret: entry.isSecret), indent: "")
    var nested = Nested()
    let members = types.members(of: entry.node)
    guard !members.isEmpty else {
      let type = type(of: entry.node, named: "", types, &nested, isNamed: false)
      return text + "public typealias \(entry.name) = \(type)\n" + nested.text
    }
    text += "public struct \(entry.name): Hashable, Sendable, Codable {\n"
    var names: [(swift: String, json: String)] = []
    for member in members {
      text += comment(types.comment(on: member.node, isSecret: entry.isSecret), indent: "  ")
      var type = type(of: member.node, named: member.name, types, &nested)
      if types.holds(types.graph.referred(from: member.node), entry.node) {
        // A structure cannot have itself inside it.
        usesAnyValue = true
        type = "AnyJSONValue"
      }
      let name = member.name.memberName(notIn: names.map(\.swift))
      names.append((name, member.name))
      let isOptional = !member.isRequired && !type.hasSuffix("?")
      text += "  public var \(name): \(type)\(isOptional ? "?" : "")\n"
    }
    text += nested.text
    if names.contains(where: { $0.swift != $0.json && $0.swift != "`\($0.json)`" }) {
      text += "\n  private enum CodingKeys: String, CodingKey {\n"
      for name in names { text += "    case \(name.swift) = \(name.json.swiftLiteral)\n" }
      text += "  }\n"
    }
    return text + "}\n"
  }

  /// The enumerations inside a structure.
  private struct Nested {
    var text = ""
    var names: Set<String> = []  // strings: one name too few is one suffix more
  }

  private mutating func type(
    of node: NodeID, named member: String, _ types: NamedTypes, _ nested: inout Nested,
    isNamed: Bool = true
  ) -> String {
    var index = node
    var suffix = ""
    var prefix = ""
    // One container after another, up to some depth.
    for _ in 0..<64 {
      index = types.graph.referred(from: index)
      let node = types.graph.nodes[index]
      if node.types != node.typesBesideNull { suffix = "?" + suffix }
      if isNamed || index != types.entries[0].node, types.members(of: index).count > 0,
        let name = types.name(of: index)
      {
        return prefix + name + suffix
      }
      let texts = (node.values ?? []).compactMap(\.stringValue)
      if !texts.isEmpty, node.typesBesideNull == [.string] {
        return prefix + enumeration(texts, of: index, named: member, types, &nested) + suffix
      }
      guard node.typesBesideNull.count == 1 else { break }
      switch (node.typesBesideNull[0], node[.items], node[.additionalProperties]) {
      case (.string, _, _): return prefix + "String" + suffix
      case (.number, _, _): return prefix + "Double" + suffix
      case (.integer, _, _): return prefix + "Int" + suffix
      case (.boolean, _, _): return prefix + "Bool" + suffix
      case (.array, .schema(let items), _):
        (prefix, suffix, index) = (prefix + "[", "]" + suffix, items)
        continue
      case (.object, _, .schema(let values)) where node[.patternProperties] == nil:
        (prefix, suffix, index) = (prefix + "[String: ", "]" + suffix, values)
        continue
      default: break
      }
      break
    }
    usesAnyValue = true
    return prefix + "AnyJSONValue" + suffix
  }

  private func enumeration(
    _ values: [String], of node: NodeID, named member: String, _ types: NamedTypes,
    _ nested: inout Nested
  ) -> String {
    var name = member.typeName + "Value"
    while !nested.names.insert(name).inserted { name += "_" }
    nested.text +=
      "\n"
      + comment(
        Array(types.comment(on: node, isSecret: false).prefix(1)), indent: "  ")
    nested.text +=
      "  public enum \(name): String, Hashable, Sendable, Codable, CaseIterable {\n"
    var cases: [String] = []
    var seen: Set<[UInt8]> = []
    for value in values where seen.insert(Array(value.utf8)).inserted {
      cases.append(value.memberName(notIn: cases))
      nested.text += "    case \(cases[cases.count - 1]) = \(value.swiftLiteral)\n"
    }
    nested.text += "  }\n"
    return name
  }

  private func comment(_ lines: [String], indent: String) -> String {
    lines.map { "\(indent)/// \($0)\n" }.joined(separator: "\(indent)///\n")
  }

  private static let anyValue = """

    /// Any JSON value.
    public indirect enum AnyJSONValue: Hashable, Sendable, Codable {
      case object([String: AnyJSONValue])
      case array([AnyJSONValue])
      case string(String)
      case number(Double)
      case boolean(Bool)
      case null

      public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        self =
          if container.decodeNil() { .null }
          else if let value = try? container.decode(Bool.self) { .boolean(value) }
          else if let value = try? container.decode(Double.self) { .number(value) }
          else if let value = try? container.decode(String.self) { .string(value) }
          else if let value = try? container.decode([AnyJSONValue].self) { .array(value) }
          else { .object(try container.decode([String: AnyJSONValue].self)) }
      }

      public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .object(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .boolean(let value): try container.encode(value)
        case .null: try container.encodeNil()
        }
      }
    }

    """
}

extension NamedTypes {
  /// Whether the structure of a node is, or has inside it without a container between, that of another.
  fileprivate func holds(_ node: NodeID, _ other: NodeID) -> Bool {
    var seen: Set<NodeID> = []
    var pending = [node]
    while let next = pending.popLast() {
      if next == other { return true }
      guard seen.insert(next).inserted else { continue }
      pending += members(of: next).map { graph.referred(from: $0.node) }
    }
    return false
  }
}

extension String {
  private static let keywords: Set<String> = [  // strings: ASCII
    "associatedtype", "class", "deinit", "enum", "extension", "func", "import", "init", "inout",
    "internal", "let", "operator", "private", "protocol", "public", "static", "struct", "subscript",
    "typealias", "var", "break", "case", "continue", "default", "defer", "do", "else",
    "fallthrough",
    "for", "guard", "if", "in", "repeat", "return", "switch", "where", "while", "as", "Any",
    "catch",
    "false", "is", "nil", "rethrows", "super", "self", "Self", "throw", "throws", "true", "try",
    "fileprivate", "Type", "Protocol",
  ]

  /// The text as the name of a member, in backticks where it is a keyword.
  func memberName(notIn taken: [String]) -> String {
    var name = isIdentifier ? self : "value" + typeName
    while taken.contains(name) || taken.contains("`\(name)`") { name += "_" }
    return Self.keywords.contains(name) ? "`\(name)`" : name
  }

  /// The text as a string literal of Swift.
  var swiftLiteral: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", "\"": text += "\\\(scalar)"
      case " "..."~": text.unicodeScalars.append(scalar)
      default: text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return text + "\""
  }
}
