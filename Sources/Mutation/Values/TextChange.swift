import SchemaRules

/// What implementations do to a text before they look at it.
struct TextChange: Sendable {
  let name: String
  /// Whether each character becomes exactly one, whatever its neighbors.
  let isMap: Bool
  private let substitution: Substitution

  func callAsFunction(_ text: String) -> String {
    String(decoding: substitution(Array(text.utf8)), as: UTF8.self)
  }

  /// Why no schema with these nodes notices the change; nil if one may.
  func argument(_ nodes: [SchemaNode]) -> String? {
    guard isMap else { return Equivalence.argument(for: nodes, mapping: nil) }
    return Equivalence.argument(for: nodes) { scalar in
      self(String(scalar)).unicodeScalars.first ?? scalar
    }
  }

  private static func table(_ table: String, isMap: Bool = false) -> [TextChange] {
    RewritingRule.rows(of: table).compactMap { row in
      Substitution(row.pattern, row.replacement, in: .text).map {
        TextChange(name: row.name, isMap: isMap, substitution: $0)
      }
    }
  }

  /// ECMA-262's white space.
  private static let space =
    #"[\t-\r \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]"#

  /// Those that are made to single members too.
  static let common =
    table(
      #"""
      trimmed → \A\#(space)+|\#(space)+\z
      trimmed of spaces → \A +| +\z
      trimmed at the end → \#(space)+\z
      trimmed at the start → \A\#(space)+
      chomped → [\r\n]+\z
      without one final LF → \n\z
      in small letters → .+ → \L$0
      in capitals → .+ → \U$0
      """#)
    + table(
      #"""
      in small ASCII letters → [A-Z] → \L$0
      with white space as spaces → \#(space) → \x20
      """#, isMap: true)

  /// Every change.
  static let all =
    common
    + table(
      #"""
      with CRLF as LF → \r\n → \n
      cut at a null character → \x00.*
      cut at a line feed → \n.*
      without null characters → \x00
      without control characters → [\x00-\x1F\x7F]
      without zero-width characters → [\x{200B}-\x{200D}\x{2060}\x{FEFF}]
      without byte order marks → \x{FEFF}
      without soft hyphens → \x{AD}
      without combining marks → [\x{300}-\x{36F}]
      without characters above U+FFFF → [\x{10000}-\x{10FFFF}]
      without characters beyond ASCII → [^\x00-\x7F]
      with runs of spaces as one → (?<= ) +
      with runs of white space as one → (?<=\#(space))\#(space)+
      with slashes as one → (?<=/)/+
      without replacement characters → \x{FFFD}
      without quotes → "
      without markup → [<>]
      unescaped again → \\
      cut to 100 → \A(.{100}).+ → $1
      cut to 255 → \A(.{255}).+ → $1
      cut to 1024 → \A(.{1024}).+ → $1
      """#)
    + table(
      #"""
      in ASCII capitals → [a-z] → \U$0
      with no-break spaces as spaces → \x{A0} → \x20
      with line ends as spaces → [\r\n] → \x20
      with dashes as hyphens → [\x{2010}-\x{2015}\x{2212}\x{FF0D}] → -
      with backslashes as slashes → \\ → /
      with curly quotes as straight → [\x{2018}\x{2019}] → '
      with fullwidth letters as a → [\x{FF21}-\x{FF3A}\x{FF41}-\x{FF5A}] → a
      with fullwidth digits as 1 → [\x{FF10}-\x{FF19}] → 1
      with other digits as 1 → [\x{660}-\x{669}] → 1
      with U+212A as k → \x{212A} → k
      with U+17F as s → \x{17F} → s
      with accents left out → [\x{E0}-\x{E9}] → e
      with Cyrillic as Latin → [\x{430}-\x{435}] → a
      """#, isMap: true)

  /// Those that other spellings of names are recognised by.
  static let ofNames = table(
    #"""
    in any case → .+ → \L$0
    trimmed → \A\#(space)+|\#(space)+\z
    in snake case → _|([^_]+) → \L$1
    in kebab case → -|([^\-]+) → \L$1
    cut at a null character → \x00.*
    without zero-width characters → [\x{200B}\x{FEFF}]
    without combining marks → [\x{300}-\x{36F}]
    without line ends → [\r\n]
    without an underscore before them → \A_
    without a dot before them → \A\.
    without an s behind them → s\z
    without their last letter → .\z
    with look-alikes → [\x{435}e] → e
    """#)
}
