import JSONText
import SchemaRules

extension Schema {
  /// The name of the document's type, such as `AddBackupDestinationRequest`.
  var typeName: String { id.typeName }
}

extension String {
  /// The text as a type's name: ASCII letters and digits, each word with a capital.
  ///
  /// The type of a text without a letter is `Value`.
  var typeName: String {
    let words = split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    guard let first = name.unicodeScalars.first else { return "Value" }
    return ("0"..."9").contains(first) ? "Value" + name : name
  }

  /// Whether the text can stand as a name in TypeScript and Swift as it is, keywords aside.
  var isIdentifier: Bool {
    guard let first = unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return unicodeScalars.allSatisfy {
      $0 == "_" || ("0"..."9").contains($0) || ("a"..."z").contains($0) || ("A"..."Z").contains($0)
    }
  }
}

/// The objects of a schema that need a type of their own, in the order of their declaration.
struct NamedObjects {
  struct Entry {
    let name: String
    let pointer: JSONPointer
    let field: FieldSchema
    let isSecret: Bool
  }

  private(set) var entries: [Entry] = []

  init(_ schema: Schema) {
    add(schema.root, at: .root, name: schema.typeName, isSecret: false)
  }

  /// The name of the object at a pointer.
  func name(at pointer: JSONPointer) -> String {
    entries.first { $0.pointer == pointer }?.name ?? "Value"
  }

  private mutating func add(
    _ field: FieldSchema, at pointer: JSONPointer, name: String, isSecret: Bool
  ) {
    let isSecret = isSecret || field.isSecret
    switch field.shape {
    case .object(let object):
      var name = name
      while entries.contains(where: { $0.name == name }) { name += "Value" }
      entries.append(Entry(name: name, pointer: pointer, field: field, isSecret: isSecret))
      for property in object.properties {
        add(
          property.field, at: pointer.appending(property.name),
          name: name + property.name.typeName, isSecret: isSecret)
      }
    case .array(let items):
      add(items, at: pointer.appending("*"), name: name + "Item", isSecret: isSecret)
    case .string, .number, .integer, .boolean:
      break
    }
  }
}
