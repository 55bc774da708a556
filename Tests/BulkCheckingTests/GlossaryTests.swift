import BulkChecking
import ECMARegex
import JSONSchema
import JSONText
import SchemaRules
import Testing

@Suite("Explanations of names")
struct GlossaryTests {
  @Test("Every name that a report uses is explained")
  func names() {
    var names = Keyword.allCases.map(\.rawValue) + SchemaProblem.Kind.allCases.map(\.rawValue)
    names += MatchLimit.allCases.map(\.rawValue) + JSONLimits.Limit.allCases.map(\.rawValue)
    names += ExceededLimit.EvaluationLimit.allCases.map(\.rawValue)
    names += ["malformed/duplicateKey", "limit/depth", "omitted", "unreadable"]
    names += Glossary.names
    for name in names { #expect(Glossary.text(of: name)?.isEmpty == false, "\(name)") }
    for name in ["", "malformed/", "malformed/depth", "limit/duplicateKey", "x"] {
      #expect(Glossary.text(of: name) == nil, "\(name)")
    }
  }

  static let wrapping: [(text: String, wrapped: String, reason: String)] = [
    ("aaa bbb", "aaa bbb", "a line that fits"),
    ("aaa bbb cccc", "aaa bbb\ncccc", "a line that does not"),
    ("  aa bbb cccc", "  aa bbb\n  cccc", "the indentation goes on"),
    ("N    aaaa bbbb", "N    aaaa\n     bbbb", "below the text behind a name"),
    ("aaaaaaaaaaaaaa bb", "aaaaaaaaaaaaaa\nbb", "no word is broken"),
    ("日本日本 日本", "日本日本\n日本", "wide characters take two columns"),
    ("aaaa  bbbbbbb", "aaaa  bbbbbbb", "a name and a word"),
    ("a\n\nb\n", "a\n\nb\n", "line ends stay"),
  ]

  @Test("Lines are broken between words", arguments: wrapping)
  func wrapped(text: String, wrapped: String, reason: String) {
    #expect(TerminalText.wrapped(text, columns: 10) == wrapped, "\(reason)")
  }
}
