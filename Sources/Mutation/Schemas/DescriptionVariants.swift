/// Patterns like `^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$`.
enum DescriptionVariants {
  private static let punctuation = Array(#".,?\/'"()[];`%^&*-_:!"#.unicodeScalars)
  private static let members = ClassText.alphanumerics + punctuation

  private static func pattern(_ inside: String) -> String { "^[\(inside)]+$" }

  static var all: [PatternVariant] {
    let full = ClassText.of(members) + #"\s"#
    let dropped = members.map { scalar in
      PatternVariant(
        "without/\(ClassText.name(scalar))", "\(ClassText.name(scalar)) is not of the class",
        pattern(ClassText.of(members.filter { $0 != scalar }) + #"\s"#))
    }
    let others =
      (UInt32(0)..<256).compactMap { Unicode.Scalar($0) }
      .filter { !members.contains($0) && !ClassText.whiteSpace.contains($0) }
      + [
        "\u{17F}", "\u{212A}", "\u{2019}", "\u{201C}", "\u{2026}", "\u{20AC}", "\u{FF0C}",
        "\u{3002}", "\u{4E2D}", "\u{1F600}", "\u{301}", "\u{37E}",
        "\u{1FEF}", "\u{2013}", "\u{FFFD}", "\u{2044}", "\u{E000}", "\u{FFFC}",
      ]
    let added = others.map { scalar in
      PatternVariant(
        "with/\(ClassText.name(scalar))", "\(ClassText.name(scalar)) is of the class",
        pattern(full + ClassText.escaped(scalar)))
    }
    let space = WhiteSpaceVariants.all
      // Here the backslash, the letter s and the hyphen are of the class anyway.
      .filter { !["the letter s", "a backslash and the letter s", "none"].contains($0.id) }
      .map {
        PatternVariant("space/\($0.id)", $0.summary, pattern(ClassText.of(members) + $0.members))
      }
    return dropped + added + space + PatternVariant.anchors("[\(full)]+") + rewritten(full)
  }

  private static func rewritten(_ full: String) -> [PatternVariant] {
    [
      ("no white space", pattern(ClassText.of(members))), ("possibly empty", "^[\(full)]*$"),
      ("one character", "^[\(full)]$"),
      ("two characters at least", "^[\(full)]{2,}$"),
      ("three characters at least", "^[\(full)]{3,}$"),
      ("a range from * to _", pattern(full + "*-_")),
      ("a range from space to tilde", pattern(full + " -~")),
      ("word characters", pattern(full + #"\w\u{e9}"#)),
      ("Unicode letters", pattern(full + #"\p{L}"#)),
      ("Unicode punctuation", pattern(full + #"\p{P}"#)),
      ("Unicode symbols", pattern(full + #"\p{S}"#)), ("anything", #"^[\s\S]+$"#),
      ("any line", "^.+$"),
      ("what the class has not", "^[^\(full)]+$"),
      ("one character of the class somewhere", "[\(full)]"),
      ("the name's pattern", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#),
      ("the prefix's pattern", #"^([a-zA-Z0-9\-_]+)\/$"#),
      ("no white space at the ends", "^(?!\\s)[\(full)]+(?<!\\s)$"),
      ("a letter first", "^[a-zA-Z0-9][\(full)]*$"),
      ("no white space alone", "^(?!\\s*$)[\(full)]+$"), ("Latin-1", #"^[\u0000-\u00ff]+$"#),
      ("Latin letters", pattern(full + #"\u{c0}-\u{24f}"#)),
      ("case folding", pattern(full + #"\u{17f}\u{212a}"#)),
      ("digits of Unicode", pattern(full + #"\p{Nd}"#)), ("from A to z", pattern(full + "A-z")),
      (
        "no capitals", pattern(ClassText.of(members.filter { !$0.properties.isUppercase }) + #"\s"#)
      ), ("controls too", pattern(full + #"\u{0}-\u{1f}"#)),
    ].map { PatternVariant($0, $0, $1, equivalence: nil) }
  }
}
