import JSONText
import SchemaRules

/// A named change of documents, as tables state them: `name → pattern → replacement → note`, a line each.
struct RewritingRule: Sendable {
  /// What of a document is changed.
  enum Scope {
    /// The bytes, as they are.
    case bytes
    /// What is not inside a string; the pattern may start with a whole one.
    case outsideStrings
    /// The bytes of each string with its quotes; `\\` is left alone.
    case strings
  }

  let name: String
  /// What becomes of which values, if that is all that changes.
  private(set) var note: String?
  let apply: @Sendable ([UInt8]) -> [UInt8]

  init(_ name: String, _ apply: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    self.name = name
    self.apply = apply
  }

  /// The parts of JSON that patterns can name: a string, a value, a member, hexadecimal digits.
  private static let definitions = #"""
    (?(DEFINE)(?<s>"(?:[^"\\]|\\.)*+")(?<m>\s*+(?&s)\s*+:(?&v))(?<h>[\da-fA-F])\#
    (?<v>\s*+(?:(?&s)|\[(?:(?&v)(?:,(?&v))*+)?+\s*+\]|\{(?:(?&m)(?:,(?&m))*+)?+\s*+\}|[\w+.\-]++)\s*+))
    """#

  /// How the name of a rule ends whose pattern PCRE2 does not compile: the tests see to it that there is none.
  static let brokenMark = " (broken)"

  /// The rules of a table.
  static func table(_ scope: Scope, _ table: String) -> [RewritingRule] {
    rows(of: table).map { row in
      let pattern =
        switch scope {
        case .bytes: row.pattern
        case .outsideStrings: #"(?:\#(row.pattern))|(?&s)(*SKIP)(*F)"#
        case .strings: #"\\\\(*SKIP)(*F)|\#(row.pattern)"#
        }
      guard let substitution = Substitution(pattern + definitions, row.replacement, in: .bytes)
      else { return RewritingRule(row.name + brokenMark) { $0 } }
      guard scope == .strings else {
        var rule = RewritingRule(row.name) { substitution($0) }
        rule.note = row.note
        return rule
      }
      return RewritingRule(row.name) { bytes in
        rewritingStrings(of: bytes) { token, _ in substitution(token) }
      }
    }
  }

  /// The cells of a table's rows.
  static func rows(
    of table: String
  ) -> [(name: String, pattern: String, replacement: String, note: String?)] {
    table.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: " → ", omittingEmptySubsequences: false).map { String($0) }
      guard cells.count > 1 else { return nil }
      let replacement = cells.count > 2 ? cells[2] : ""
      return (cells[0], cells[1], replacement, cells.count > 3 ? cells[3] : nil)
    }
  }

  /// The bytes with each string changed, its quotes included; of names it is told that they are names.
  static func rewritingStrings(
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
