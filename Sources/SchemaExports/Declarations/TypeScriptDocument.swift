import APIOperations
import JSONText
import SchemaRules

/// The bodies of an operation as interfaces in TypeScript.
struct TypeScriptDocument: DeclarationDocument {
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
    var text = comment(
      FieldComment(entry.field, rules[entry.pointer] ?? [], isSecret: entry.isSecret), indent: "")
    text += "export interface \(entry.name) {\n"
    for property in object.properties {
      let pointer = entry.pointer.appending(property.name)
      let own = rules[pointer] ?? []
      text += comment(
        FieldComment(property.field, own, isSecret: entry.isSecret || property.field.isSecret),
        indent: "  ")
      state(own, .required)
      let name = property.name.isIdentifier ? property.name : property.name.quotedLiteral
      let type = type(of: property.field, at: pointer, objects, rules)
      text += "  \(name)\(property.isRequired ? "" : "?"): \(type);\n"
    }
    return text + "}\n"
  }

  private mutating func type(
    of field: FieldSchema, at pointer: JSONPointer, _ objects: NamedObjects,
    _ rules: [JSONPointer: [Rule]]
  ) -> String {
    let own = rules[pointer]
    switch field.shape {
    case .string(let constraints):
      state(own, .type)
      for constraint in constraints {
        guard case .enumeration(let values) = constraint.kind else { continue }
        state(own, .enum)
        return values.map(\.quotedLiteral).joined(separator: " | ")
      }
      return "string"
    case .number:
      state(own, .type)
      return "number"
    case .integer: return "number"
    case .boolean:
      state(own, .type)
      return "boolean"
    case .object: return objects.name(at: pointer)
    case .array(let items):
      state(own, .type)
      return "Array<\(type(of: items, at: pointer.appending("*"), objects, rules))>"
    }
  }

  private func comment(_ comment: FieldComment, indent: String) -> String {
    // A pattern can hold the end of a comment.
    let lines = comment.lines.map { $0.replacing("*/", with: "*\\/") }
    if lines.count == 1 { return "\(indent)/** \(lines[0]) */\n" }
    return "\(indent)/**\n" + lines.map { "\(indent) * \($0)\n" }.joined() + "\(indent) */\n"
  }
}

extension String {
  /// The text as a string literal of JSON, which TypeScript reads too.
  var quotedLiteral: String {
    var writer = JSONWriter()
    writer.string(self)
    return writer.text
  }

  var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The text with another in place of each occurrence of a part.
  func replacing(_ part: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) {
        result += other
        rest.removeFirst(part.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
