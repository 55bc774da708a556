import APIOperations
import JSONText
import SchemaRules

/// The bodies of an operation as `Codable` structures in Swift.
struct SwiftDocument: DeclarationDocument {
  let operation: APIOperation
  let ledger: LossLedger
  var rules: Set<String> = []

  init(_ operation: APIOperation, _ ledger: LossLedger) {
    self.operation = operation
    self.ledger = ledger
  }

  mutating func declaration(
    _ entry: NamedObjects.Entry, _ objects: NamedObjects, _ rules: [JSONPointer: [Rule]]
  ) -> String {
    guard case .object(let object) = entry.field.shape else { return "" }
    state(rules[entry.pointer], .type)
    var text = comment(entry.field, rules[entry.pointer] ?? [], entry.isSecret, indent: "")
    text += "public struct \(entry.name): Hashable, Sendable, Codable {\n"
    var nested = ""
    var names: [(swift: String, json: String)] = []
    for property in object.properties {
      let pointer = entry.pointer.appending(property.name)
      let own = rules[pointer] ?? []
      state(own, .required)
      let isSecret = entry.isSecret || property.field.isSecret
      text += comment(property.field, own, isSecret, indent: "  ")
      let type = type(of: property.field, at: pointer, objects, rules, &nested)
      let name = property.name.memberName(notIn: names.map(\.swift))
      names.append((name, property.name))
      text += "  public var \(name): \(type)\(property.isRequired ? "" : "?")\n"
    }
    text += nested
    if names.contains(where: { $0.swift != $0.json && $0.swift != "`\($0.json)`" }) {
      text += "\n  private enum CodingKeys: String, CodingKey {\n"
      for name in names { text += "    case \(name.swift) = \(name.json.swiftLiteral)\n" }
      text += "  }\n"
    }
    return text + "}\n"
  }

  private mutating func type(
    of field: FieldSchema, at pointer: JSONPointer, _ objects: NamedObjects,
    _ rules: [JSONPointer: [Rule]], _ nested: inout String
  ) -> String {
    let own = rules[pointer]
    switch field.shape {
    case .string(let constraints):
      state(own, .type)
      for constraint in constraints {
        guard case .enumeration(let values) = constraint.kind else { continue }
        state(own, .enum)
        let token = pointer.tokens.last { $0 != "*" } ?? ""
        let name = token.typeName + "Value"
        nested += "\n  /// \(field.summary)\n"
        nested += "  public enum \(name): String, Hashable, Sendable, Codable, CaseIterable {\n"
        var cases: [String] = []
        for value in values {
          cases.append(value.memberName(notIn: cases))
          nested += "    case \(cases[cases.count - 1]) = \(value.swiftLiteral)\n"
        }
        nested += "  }\n"
        return name
      }
      return "String"
    case .number: return "Double"
    case .integer: return "Int"
    case .boolean:
      state(own, .type)
      return "Bool"
    case .object: return objects.name(at: pointer)
    case .array(let items):
      state(own, .type)
      return "[\(type(of: items, at: pointer.appending("*"), objects, rules, &nested))]"
    }
  }

  private func comment(
    _ field: FieldSchema, _ rules: [Rule], _ isSecret: Bool, indent: String
  ) -> String {
    FieldComment(field, rules, isSecret: isSecret).lines
      .map { "\(indent)/// \($0)\n" }.joined(separator: "\(indent)///\n")
  }
}

extension String {
  private static let keywords: Set<String> = [
    "associatedtype", "class", "deinit", "enum", "extension", "func", "import", "init", "inout",
    "internal", "let", "operator", "private", "protocol", "public", "static", "struct", "subscript",
    "typealias", "var", "break", "case", "continue", "default", "defer", "do", "else",
    "fallthrough",
    "for", "guard", "if", "in", "repeat", "return", "switch", "where", "while", "as", "Any",
    "catch",
    "false", "is", "nil", "rethrows", "super", "self", "Self", "throw", "throws", "true", "try",
    "fileprivate",
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
