import JSONText
import SchemaRules
import Vectors

/// A document spelled with parts of another one, such as `{${members},}`.
///
/// `${document}` is the other one, `${members}` what is inside its braces, `${first}` and `${last}` are its first and
/// last character, `${rest}` and `${start}` what is left without them, `${spread}` has `${it}` between all tokens.
/// `${head 10}` are its first ten characters, `${cut 2}` omits the last two. `${hex c3 28}` are bytes,
/// `${repeat 100 [}` and `${nest 100}` repeat.
struct DocumentTemplate {
  private let text: String
  private let isObject: Bool

  init(_ document: JSONValue) {
    text = document.compactText
    isObject = document.objectValue?.isEmpty == false
  }

  /// The parts; nil for a template of members where there are none.
  func parts(_ template: String, it: String = "") -> [RecipePart]? {
    var parts: [RecipePart] = []
    var pending = ""
    var rest = Substring(template)
    while let start = rest.firstRange(of: "${"),
      let end = rest[start.upperBound...].firstIndex(of: "}")
    {
      pending += rest[..<start.lowerBound]
      let words = rest[start.upperBound..<end].split(
        separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      rest = rest[rest.index(after: end)...]
      let count = words.count > 1 ? Int(words[1]) ?? 0 : 0
      switch words[0] {
      case "members" where !isObject: return nil
      case "hex":
        let bytes = words.dropFirst().joined(separator: " ").split(separator: " ")
        parts += [.text(pending), .hex(bytes.compactMap { UInt8($0, radix: 16) })]
        pending = ""
      case "repeat":
        parts += [.text(pending), .repeated(String(words.last ?? ""), times: count)]
        pending = ""
      case "nest":
        parts += [.text(pending), .nested(open: "[", middle: "", close: "]", times: count)]
        pending = ""
      default: pending += piece(words[0], count, it)
      }
    }
    return (parts + [.text(pending + rest)]).filter { $0 != .text("") }
  }

  private func piece(_ name: Substring, _ count: Int, _ it: String) -> String {
    switch name {
    case "document": text
    case "members": String(text.dropFirst().dropLast())
    case "first": String(text.prefix(1))
    case "last": String(text.suffix(1))
    case "rest": String(text.dropFirst())
    case "start": String(text.dropLast())
    case "half": String(text.prefix(40))
    case "head": String(text.prefix(count))
    case "cut": String(text.dropLast(count))
    case "spread": spread(it)
    default: it
    }
  }

  /// The document with a text before, between and after all tokens.
  private func spread(_ space: String) -> String {
    var result = space
    var (isInString, isEscaped) = (false, false)
    for character in text.unicodeScalars {
      if character == "\"", !isEscaped { isInString.toggle() }
      isEscaped = isInString && character == "\\" && !isEscaped
      result.unicodeScalars.append(character)
      // Nothing may be between the characters of a literal or a number.
      if !isInString, "{}[],:\"".unicodeScalars.contains(character) { result += space }
    }
    return result
  }
}
