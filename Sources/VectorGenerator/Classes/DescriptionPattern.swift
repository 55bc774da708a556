import JSONText
import Vectors

/// The pattern of the description: its class, character by character.
enum DescriptionPattern {
  static var files: [DraftFile] {
    Target.allCases.flatMap { target in
      [
        DraftFile(
          path: "patterns/description/characters-\(target).json",
          title: "Characters of descriptions in the \(target)",
          about: "U+0000 to U+00FF alone, and between letters; sets of them; where the class ends.",
          drafts: characters(target) + texts(target)),
        DraftFile(
          path: "patterns/description/beyond-latin-\(target).json",
          title: "Characters beyond Latin-1 of descriptions in the \(target)",
          about: "Look-alikes of what the class has.", drafts: traps(target)),
      ]
    }
  }

  private static let members = #".,?\/'"()[];`%^&*-_:!"#

  private static func characters(_ target: Target) -> [Draft] {
    (UInt8(0)...255).map { Unicode.Scalar($0) }.flatMap { scalar -> [Draft] in
      let alone = Draft.field(
        "description/\(target)/\(scalar.keyPart)/alone", target, "/description",
        .string(String(scalar)),
        "A description of \(scalar.label) alone.", about: ["pattern"], tags: ["latin-1"])
      let between = Draft.field(
        "description/\(target)/\(scalar.keyPart)/between", target, "/description",
        .string("a\(scalar)b"), "\(scalar.label) between two letters of the description.",
        about: ["pattern"], raw: scalar.value >= 0x80, tags: ["latin-1"])
      // In the response, more of them stand in combinations.
      guard target == .request else { return scalar.value < 128 ? [] : [alone] }
      guard scalar.value < 128 else { return [alone, between] }
      let last = Draft.field(
        "description/\(target)/\(scalar.keyPart)/last", target, "/description",
        .string("Text\(scalar)"), "\(scalar.label) at the end of the description.",
        about: ["pattern"], tags: ["ascii"])
      return [alone, between, last]
    }
  }

  private static func texts(_ target: Target) -> [Draft] {
    let texts: [(String, String)] = [
      ("every letter and digit", NamePattern.alphabet),
      ("every punctuation mark of the class", members),
      ("the class's punctuation twice, backwards", String((members + members).reversed())),
      ("a sentence", "Full backups, kept for 30 days (EU only)!"),
      ("a path with backslashes", #"C:\backups\daily"#), ("brackets", "[a](b)"),
      ("a wrong character first", "#abc"), ("a wrong character last", "abc#"),
      ("a wrong character among many", "a long and ordinary text with one # in it"),
      ("braces", "{abc}"), ("an at sign", "a@b"), ("markup", "<b>abc</b>"), ("an equation", "a=b"),
      ("a sum", "a+b"), ("a dollar amount", "$5"), ("a tilde", "~abc"), ("a pipe", "a|b"),
      ("a line feed in the middle", "two\nlines"), ("a line feed last", "line\n"),
      ("a line feed first", "\nline"), ("only white space", " \t\r\n"), ("a space", " "),
      ("a wrong character behind a line feed", "abc\n#"),
      ("a wrong character before a line feed", "#\nabc"),
      ("a null character last", "abc\u{0}"), ("a null character first", "\u{0}abc"),
    ]
    return texts.map { why, text in
      .field(
        "description/\(target)/\(why)", target, "/description", .string(text),
        "The description has \(why).", about: ["pattern"])
    }
  }

  static let lookAlikes: [(String, Unicode.Scalar)] = [
    ("right single quote", "\u{2019}"), ("left double quote", "\u{201C}"), ("ellipsis", "\u{2026}"),
    ("fullwidth comma", "\u{FF0C}"), ("fullwidth question mark", "\u{FF1F}"),
    ("ideographic full stop", "\u{3002}"), ("inverted question mark", "\u{BF}"),
    ("prime", "\u{2032}"),
    ("fraction slash", "\u{2044}"), ("division slash", "\u{2215}"), ("per mille", "\u{2030}"),
    ("bullet", "\u{2022}"), ("Greek question mark, canonically a semicolon", "\u{37E}"),
    ("grave accent, combining", "\u{300}"), ("Greek varia, canonically a grave accent", "\u{1FEF}"),
    ("euro sign", "\u{20AC}"), ("trade mark", "\u{2122}"), ("object replacement", "\u{FFFC}"),
    ("tag space", "\u{E0020}"),
  ]

  private static func traps(_ target: Target) -> [Draft] {
    (lookAlikes + NamePattern.traps).flatMap { name, scalar -> [Draft] in
      let alone = Draft.field(
        "description/\(target)/\(scalar.keyPart)/alone", target, "/description",
        .string(String(scalar)),
        "\(scalar.label), \(name), alone.", about: ["pattern"], tags: ["unicode"])
      let between = Draft.field(
        "description/\(target)/\(scalar.keyPart)/between", target, "/description",
        .string("a\(scalar)b"), "\(scalar.label), \(name), between letters.", about: ["pattern"],
        raw: true, tags: ["unicode"])
      guard scalar.value > 0xFF else { return [] }
      return target == .request ? [alone, between] : [between]
    }
  }
}
