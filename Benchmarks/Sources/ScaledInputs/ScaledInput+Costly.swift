import BackupDestinations
import RequestCorpus

extension ScaledInput {
  /// The kinds of documents that cost the most per byte.
  public enum CostlyKind: String, CaseIterable, Sendable {
    /// One object of distinct names, as short as possible.
    case names = "distinct names of one object"
    /// The same names, with every character escaped.
    case escapedNames = "distinct escaped names of one object"
    /// Distinct names that share their first 16 bytes.
    case longNames = "distinct long names of one object"
    /// Objects of 64 names each, the maximum that is searched without a hash table.
    case manyNames = "objects of 64 names"
    /// Objects of 65 names each, so each builds a hash table.
    case tables = "objects of 65 names"
    /// Nested objects of two names, nearly as deep as the limit allows.
    case nested = "nested objects"
    /// Values of every kind in an order that is hard to predict.
    case mixed = "short values of every kind"
    /// Strings of escapes.
    case escapes = "escapes"
    /// Strings beyond ASCII, whose sequences have lengths that are hard to predict.
    case sequences = "characters beyond ASCII"
    /// A value of the request's `name` that is too long and violates its pattern only at its end.
    case pattern = "a string for a pattern"
    /// The same value, with every character escaped.
    case escapedPattern = "an escaped string for a pattern"
    /// Numbers surrounded by a line feed, spaces and a tab.
    case whitespace = "white space around tokens"
  }

  /// The size of these documents: the maximum that `conform check` accepts for a line.
  public static let costlyBytes = 16 << 20

  /// A document of a kind and of about the given number of bytes, for the documented schema.
  public static func costly(_ kind: CostlyKind, bytes: Int) -> ScaledInput {
    var random = SeededRandom(seed: 7)
    func names(_ count: Int, _ name: (Int) -> String) -> String {
      "{" + (0..<count).map { "\"\(name($0))\":1" }.joined(separator: ",") + "}"
    }
    func short(_ number: Int) -> String { String(number, radix: 36) }
    func escaped(_ text: String) -> String {
      text.utf8.map { "\\u00" + String($0, radix: 16) }.joined()
    }
    func array(_ element: () -> String) -> String {
      var text = "["
      while text.utf8.count < bytes { text += element() + "," }
      return "{\"records\":" + text + "0]}"
    }
    let document =
      switch kind {
      case .names: names(bytes / 9, short)
      case .escapedNames: names(bytes / 31) { escaped(short($0)) }
      case .longNames: names(bytes / 26) { "abcdefghijklmnop" + short($0) }
      case .manyNames: array { names(64, short) }
      case .tables: array { names(65, short) }
      case .nested:
        array {
          String(repeating: "{\"a\":0,\"b\":", count: 500) + "0"
            + String(repeating: "}", count: 500)
        }
      case .mixed:
        array {
          ["{\"a\":1}", "[]", "{}", "true", "null", "-1.5", "1e1", "\"a\"", "\"\\n\"", "\"é\""]
            .randomElement(using: &random) ?? ""
        }
      case .escapes:
        array {
          let escapes = ["\\n", "\\u00e9", "\\ud83d\\ude00", "a", "\\\\"]
          return "\""
            + (0..<16).map { _ in escapes.randomElement(using: &random) ?? "" }.joined() + "\""
        }
      case .sequences:
        array {
          let characters = ["é", "€", "😀", "a"]
          return "\""
            + (0..<16).map { _ in characters.randomElement(using: &random) ?? "" }.joined() + "\""
        }
      case .pattern: "{\"name\":\"" + String(repeating: "a ", count: bytes / 2) + "\"}"
      case .escapedPattern:
        "{\"name\":\"" + String(repeating: "\\u0061\\u0020", count: bytes / 12) + "\"}"
      case .whitespace: array { " \n 1 \t " }
      }
    return ScaledInput(
      AddBackupDestination.request, document, count: document.utf8.count,
      errors: kind == .pattern || kind == .escapedPattern ? 5 : 4)
  }
}
