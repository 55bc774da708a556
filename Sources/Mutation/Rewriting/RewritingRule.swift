import JSONText
import SchemaRules

/// A named change of documents: a pattern, and what replaces its matches.
struct RewritingRule: Sendable {
  /// The part of a document that a rule changes.
  enum Scope: String {
    /// The bytes, as they are.
    case bytes
    /// What is not inside a string; the pattern may start with a whole one.
    case outsideStrings = "outside strings"
    /// The bytes of each string with its quotes; `\\` is left alone.
    case strings
    /// The text of each string that is a value, escapes resolved.
    case texts
    /// Single characters of these texts, each of which becomes exactly one, whatever its neighbors.
    case characters
  }

  let name: String
  /// The values that the rule changes if it changes no others, for arguments that it is equivalent.
  let note: String?
  let scope: Scope
  private let substitution: Substitution?

  /// Parts of JSON that patterns refer to: `s` is a string, `v` a value, `m` a member, `h` a hexadecimal digit, `u` a
  /// character of UTF-8 beyond ASCII.
  private static let definitions = #"""
    (?(DEFINE)(?<s>"(?:[^"\\]|\\.)*+")(?<m>\s*+(?&s)\s*+:(?&v))(?<h>[\da-fA-F])\#
    (?<v>\s*+(?:(?&s)|\[(?:(?&v)(?:,(?&v))*+)?+\s*+\]|\{(?:(?&m)(?:,(?&m))*+)?+\s*+\}|[\w+.\-]++)\s*+)\#
    (?<u>[\xC2-\xDF][\x80-\xBF]|\xE0[\xA0-\xBF][\x80-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}|\#
    \xED[\x80-\x9F][\x80-\xBF]|\xF0[\x90-\xBF][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}|\xF4[\x80-\x8F][\x80-\xBF]{2}))
    """#

  /// `w` is ECMA-262's white space, for patterns of texts.
  private static let textDefinitions =
    #"(?(DEFINE)(?<w>[\t-\r \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]))"#

  /// The end of the name of a rule whose pattern PCRE2 does not compile; a test checks that there is none.
  static let brokenMark = " (broken)"

  /// - Parameter cells: The name, the pattern, the replacement, the note; the last two may be missing.
  init(_ scope: Scope, cells: [String]) {
    let pattern = cells.count > 1 ? cells[1] : ""
    let isOfTexts = scope == .texts || scope == .characters
    let whole =
      switch scope {
      case .bytes: pattern + Self.definitions
      case .outsideStrings: #"(?:\#(pattern))|(?&s)(*SKIP)(*F)\#(Self.definitions)"#
      case .strings: #"\\\\(*SKIP)(*F)|\#(pattern)\#(Self.definitions)"#
      case .texts, .characters: pattern + Self.textDefinitions
      }
    substitution = Substitution(
      whole, cells.count > 2 ? cells[2] : "", in: isOfTexts ? .text : .bytes)
    name = (cells.first ?? "") + (substitution == nil ? Self.brokenMark : "")
    note = cells.count > 3 ? cells[3] : nil
    self.scope = scope
  }

  /// The document with every match replaced.
  func callAsFunction(_ document: [UInt8]) -> [UInt8] {
    guard let substitution else { return document }
    return switch scope {
    case .bytes, .outsideStrings: substitution(document)
    case .strings: Self.rewritingStrings(of: document) { token, _ in substitution(token) }
    case .texts, .characters:
      Self.rewritingTexts(of: document) { text, isName in isName ? text : self(text) }
    }
  }

  /// A text with every match replaced.
  func callAsFunction(_ text: String) -> String {
    substitution.map { String(decoding: $0(Array(text.utf8)), as: UTF8.self) } ?? text
  }

  /// The bytes with each string token changed; `isName` tells member names from values.
  private static func rewritingStrings(
    of bytes: [UInt8], _ change: (_ token: [UInt8], _ isName: Bool) -> [UInt8]
  ) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let start = position
      position += 1
      guard bytes[start] == 0x22 else {
        result.append(bytes[start])
        continue
      }
      while position < bytes.count, bytes[position] != 0x22 {
        position += bytes[position] == 0x5C ? 2 : 1
      }
      position = min(position + 1, bytes.count)
      let next = bytes[position...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      result += change(Array(bytes[start..<position]), next == UInt8(ascii: ":"))
    }
    return result
  }

  /// The bytes with the text of each string changed, escapes resolved.
  static func rewritingTexts(
    of bytes: [UInt8], _ change: (_ text: String, _ isName: Bool) -> String
  ) -> [UInt8] {
    rewritingStrings(of: bytes) { token, isName in
      guard let text = (try? JSONValue(parsing: token))?.stringValue else { return token }
      let changed = change(text, isName)
      return changed.utf8.elementsEqual(text.utf8)
        ? token : Array(JSONValue.string(changed).compactText.utf8)
    }
  }
}
