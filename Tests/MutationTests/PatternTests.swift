import ECMARegex
import Testing

@testable import Mutation

@Suite("Patterns that are wrong")
struct PatternTests {
  /// Two patterns, and a text that only one of them matches; nil if they match the same ones.
  static let pairs: [(one: String, other: String, witness: String?)] = [
    ("^a+$", "^aa*$", nil), ("^[ab]*$", "^(?:a|b)*$", nil), ("a", "^[^]*a", nil),
    // The class has the line feed itself.
    (#"^[a\n]+$"#, #"^[a\n]+\n?$"#, nil),
    // A repetition of a repetition matches the same texts, only slowly.
    ("^(?:a+)+$", "^a+$", nil), ("^a{2,4}$", "^aa(?:a|aa)?$", nil),
    ("^$", "^(?:)$", nil), ("[]", "b[]", nil), ("", "^|a", nil),
    ("^a+$", "^a*$", ""), ("^a$", "^a", "ab"), ("^a$", "a$", "ba"),
    ("^a{1,3}$", "^a{1,4}$", "aaaa"),
    (#"^a$"#, #"^a\n?$"#, "a\n"), (#"^\s$"#, #"^[ \t-\r]$"#, "\u{A0}"), ("^[a-c]$", "^[a-d]$", "d"),
    // A word's edge, and members that only the engine knows.
    (#"^\ba\b$"#, "^a$", nil), (#"a\b"#, "a", "ab"), (#"^\p{Nd}$"#, #"^\d$"#, "\u{661}"),
    (#"^[\p{L}\P{L}]$"#, "^[^]$", nil),
    (#"^.$"#, "^[^]$", "\n"), ("^\u{1F600}$", "^[\u{1F600}\u{1F601}]$", "\u{1F601}"),
  ]

  @Test("are compared by the texts that they match", arguments: pairs)
  func comparison(_ pair: (one: String, other: String, witness: String?)) throws {
    let verdict = PatternComparison(source: pair.one, pair.other)
    guard let witness = pair.witness else {
      #expect(verdict == .equal, "\(pair)")
      return
    }
    guard case .different(let texts) = verdict else {
      Issue.record("\(pair): \(verdict)")
      return
    }
    let (one, other) = (try Pattern(pair.one), try Pattern(pair.other))
    for text in texts { #expect(one.match(text) != other.match(text), "\(pair) on \(text)") }
    #expect(one.match(witness) != other.match(witness))
    #expect(texts.first?.unicodeScalars.count == witness.unicodeScalars.count, "\(pair): \(texts)")
  }

  @Test(
    "cannot be compared where texts alone do not tell",
    arguments: [
      // The other side of a lookaround, a capture's text.
      "^(?=a)", #"^(a)\1$"#, "[", "^a{40000}$", "^(?:a{300}){300}$",
    ])
  func unknown(_ source: String) {
    #expect(PatternComparison(source: source, "^a$") == .unknown)
    #expect(PatternComparison(source: "^a$", source) == .unknown)
  }

  /// Patterns with every kind of part.
  static let sources = [
    #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#, #"^([a-z0-9-_]+)\/$"#, #"^\d{3,5}(?:\.\d{2})?$"#,
    "a|bc|", "",
    #"^(?<name>x)\k<name>(y)\2$"#, #"(?<!a)\bb\B(?!c)(?=d)(?<=e)"#, #"^\p{Lu}[^\p{L}0]*?$"#,
    "^[^a]{2}$", ".",
  ]

  @Test("can be written from the tree again", arguments: sources)
  func written(_ source: String) throws {
    let pattern = try Pattern(source)
    let text = PatternSource.text(of: pattern.syntax.root)
    let again = try Pattern(text)
    #expect(PatternSource.text(of: again.syntax.root) == text)
    for subject in ["a-b", "a", "abc/", "123.45", "xxyy", "Éa", "bb", "\n", "", "zz"] {
      #expect(pattern.match(subject) == again.match(subject), "\(source) as \(text) on \(subject)")
    }
  }

  @Test("compile, differ in their spelling, and have names of their own", arguments: sources)
  func variants(_ source: String) throws {
    let variants = PatternVariants(source).all
    // The empty pattern has no parts, so that it is only wrong as a whole.
    #expect(source.isEmpty ? variants.count == 8 : variants.count > 15)
    #expect(Set(variants.map(\.label)).count == variants.count)
    for variant in variants {
      #expect(throws: Never.self, "\(source): \(variant)") { try Pattern(variant.source) }
    }
  }

  @Test("of one class miss each member, have each neighbour, and confuse white space")
  func classes() throws {
    let labels = Set(PatternVariants(#"^[a-c]\s$"#).all.map(\.label))
    for label in [
      "class 1/without U+62", "class 1/with U+60", "class 1/with U+64", "class 1/with U+43",
      "class 1/negated",
      "class 2/without U+FEFF", #"\s with U+85"#, #"\s of JSON"#, "no ^", "$ before a final LF",
      "always",
      "class 1/optional", "in any case",
    ] {
      #expect(labels.contains(label), "\(label)")
    }
    #expect(PatternVariants("[").all.isEmpty)
  }
}
