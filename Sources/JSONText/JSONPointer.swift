/// A path to a value inside a document.
///
/// https://www.rfc-editor.org/rfc/rfc6901
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  /// The text of the pointer: empty for the whole document; otherwise, each escaped token preceded by `/`.
  public let description: String

  /// The pointer to the whole document.
  public static let root = JSONPointer(text: "")

  private init(text: String) {
    description = text
  }

  /// Parses a pointer. Returns nil if the text is not empty and does not start with `/`, or if a `~` is not followed
  /// by `0` or `1`.
  public init?(_ text: String) {
    guard text.isEmpty || text.utf8.first == UInt8(ascii: "/") else { return nil }
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      guard byte == UInt8(ascii: "~") else { continue }
      guard let next = bytes.next(), next == UInt8(ascii: "0") || next == UInt8(ascii: "1") else {
        return nil
      }
    }
    self.init(text: text)
  }

  /// Whether two pointers have the same bytes; the equality of `String` would merge NFC and NFD.
  public static func == (one: JSONPointer, other: JSONPointer) -> Bool {
    one.description.utf8.elementsEqual(other.description.utf8)
  }

  /// Feeds the pointer to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(utf8Of: description)
  }

  /// The pointer to a member of the object, or an element of the array, that this one points to.
  public func appending(_ token: String) -> JSONPointer {
    var text = description
    text += "/"
    for scalar in token.unicodeScalars {
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return JSONPointer(text: text)
  }

  /// The member names and array indices of the path, unescaped.
  public var tokens: [String] {
    // Split bytes: a "/" followed by a combining mark is one Character, but still a separator.
    let parts = description.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.dropFirst().map { part in
      var token = ""
      var afterTilde = false
      for scalar in Substring(part).unicodeScalars {
        if afterTilde {
          token.unicodeScalars.append(scalar == "1" ? "/" : "~")
          afterTilde = false
        } else if scalar == "~" {
          afterTilde = true
        } else {
          token.unicodeScalars.append(scalar)
        }
      }
      return token
    }
  }
}
