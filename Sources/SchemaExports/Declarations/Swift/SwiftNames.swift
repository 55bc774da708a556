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

  /// Names that no member or case can have, not even in backticks.
  private static let impossible = ["_", "self", "Self", "CodingKeys", "RawValue"]

  /// The text as the name of a member, in backticks if it is a keyword.
  func memberName(notIn taken: [String]) -> String {
    var name = isIdentifier ? self : typeName.prefix(1).lowercased() + typeName.dropFirst()
    if Self.impossible.contains(name) { name += "_" }
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

  /// The text, which must not contain a line end, as a raw string literal of Swift.
  var rawSwiftLiteral: String {
    var fence = "#"
    while contains("\"" + fence) || contains("\\" + fence) { fence += "#" }
    return fence + "\"" + self + "\"" + fence
  }
}
