import JSONText
import SchemaRules

extension Schema {
  /// The name of the document's type, such as `AddBackupDestinationRequest`. For a schema in a file, it is derived
  /// from the file's name.
  var typeName: String {
    // A schema inside a text, such as a body of an operation, is named after its id.
    guard !graph.isDeclared, graph.nodes[graph.root].pointer == .root else { return id.typeName }
    let file = id.utf8.split(separator: UInt8(ascii: "/")).last ?? id.utf8[...]
    var parts = file.split(separator: UInt8(ascii: "."))
      .map { String(decoding: $0, as: UTF8.self) }
    while parts.count > 1, ["json", "yaml", "yml", "schema"].contains(parts.last) {
      parts.removeLast()
    }
    return parts.joined(separator: " ").typeName
  }
}

extension String {
  /// The text as a type's name: ASCII letters and digits, with a capital at the start of each word.
  ///
  /// A text without letters becomes `Value`.
  var typeName: String {
    let words = split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    guard let first = name.unicodeScalars.first else { return "Value" }
    return ("0"..."9").contains(first) ? "Value" + name : name
  }

  /// Whether the text is an identifier in TypeScript and Swift, not counting keywords.
  var isIdentifier: Bool {
    guard let first = unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return unicodeScalars.allSatisfy {
      $0 == "_" || ("0"..."9").contains($0) || ("a"..."z").contains($0) || ("A"..."Z").contains($0)
    }
  }
}
