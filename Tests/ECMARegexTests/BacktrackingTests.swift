import ECMARegex
import Testing

/// A pattern, the offset of the quantifier that can explode, and the reason why it can or cannot.
struct BacktrackingRow: Sendable, Identifiable, CustomTestStringConvertible {
  let source: String
  let offset: Int?
  let reason: String
  let isPolynomial: Bool

  init(_ source: String, _ offset: Int?, polynomial: Bool = false, _ reason: String) {
    isPolynomial = polynomial
    self.source = source
    self.offset = offset
    self.reason = reason
  }

  var id: String { source }
  var testDescription: String { "/\(source)/u: \(reason)" }
}

@Suite("Exponential backtracking")
struct BacktrackingTests {
  @Test("Exponential patterns, and no others, cause a warning", arguments: rows)
  func warns(_ row: BacktrackingRow) throws {
    let warnings = try Pattern(row.source).warnings
    #expect(warnings.map(\.offset) == (row.offset.map { [$0] } ?? []))
    #expect(
      warnings.allSatisfy {
        $0.kind == (row.isPolynomial ? .polynomialBacktracking : .explosiveBacktracking)
      })
  }

  @Test("A pattern at the limits is checked in bounded time")
  func bounded() throws {
    let wide = "(?:" + String(repeating: "a?", count: 390) + ")*"
    _ = try Pattern(wide)
    let nested = String(repeating: "(?:", count: 45) + String(repeating: "){6}", count: 45)
    #expect(throws: PatternError.self) { try Pattern(nested) }
    let chain = String(repeating: "(?:[a-c]*[d-f]+x)*", count: 500)
    #expect(try Pattern(chain).warnings.isEmpty)
  }

  static let rows: [BacktrackingRow] = [
    .init("^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$", nil, "`name`: a separator starts each iteration"),
    .init(#"^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$"#, nil, "`description`: one class"),
    .init(#"^([a-zA-Z0-9-_]+)\/$"#, nil, "`prefix`: no nesting"),
    .init("^(a+)+$", 5, "`aa` is one iteration or two"),
    .init("(a|a)*$", 5, "two equal alternatives"),
    .init(#"(\s*a?\s*)*"#, 10, "blanks on either side of nothing"),
    .init("(a*)*", 4, "a loop in a loop"),
    .init("(?:a|b|ab)*c", 10, "`ab` is one iteration or two"),
    .init("^(a|ab)*c", nil, "the following text distinguishes the alternatives"),
    .init(#"(\w+\d+)*$"#, 8, "digits are word characters"),
    .init(#"(\w+\s*)*$"#, 8, "the separator can be left out"),
    .init(#"^(\w+\s)*$"#, nil, "the separator cannot be left out"),
    .init(#"^(\d{1,3}\.){3}\d{1,3}$"#, nil, "three iterations are few"),
    .init(#"^(\d{1,3}\.?)*$"#, 13, "the dot can be left out"),
    .init(#"^(\d{3})*$"#, nil, "iterations of one length"),
    .init("^(a{1,9}){1,50}$", 9, "many bounded iterations"),
    .init("((a?|b?)c)*d", 10, "the empty string, in two ways"),
    .init("(.*,)*x", 5, "`.` matches the comma too"),
    .init("^([^,]*,)*x", nil, "the class excludes the comma"),
    .init(#"^(\p{L}+\s)*x"#, nil, "letters and spaces"),
    .init(#"(\p{L}+[a-z])*x"#, 13, "`a` is a letter"),
    .init(#"^(\p{Script=Greek}+\d)*x"#, nil, "letters and digits"),
    .init(#"(?=(a+)+$)"#, 7, "inside a lookahead"),
    .init(#"(x(a+)+y)*"#, 6, "the inner loop, not the outer one"),
    .init(#"a*a*a*$"#, 5, polynomial: true, "each place of a run may be where the next one starts"),
    .init(
      #"[a-z0-9]+@example\.com$"#, 8, polynomial: true, "a run is tried from each of its places"),
    .init(#"^[a-z0-9]+@example\.com$"#, nil, "anchored, it is tried once"),
    .init("^a{1,9}a{1,9}$", nil, "polynomial, but bounded"),
    .init(#"(?=.*x)a"#, 4, polynomial: true, "searches the rest from each start"),
    .init(#"^(([a-z])+.)+[A-Z]([a-z])+$"#, 12, "`.` matches letters too"),
    .init(
      #"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+$"#, 43, "separator optional"),
    .init("[]*", nil, "an empty class"),
    .init("(?:)*", nil, "nothing to repeat"),
  ]
}
