/// Patterns like `^([a-zA-Z0-9-_]+)\/$`.
enum PrefixVariants {
  private static let members = ClassText.alphanumerics + ["-", "_"]

  private static func pattern(_ inside: String) -> String { "^([\(inside)]+)\\/$" }

  static var all: [PatternVariant] {
    let full = ClassText.of(members)
    let dropped = members.map { scalar in
      PatternVariant(
        "without/\(ClassText.name(scalar))", "\(ClassText.name(scalar)) is not of the class",
        pattern(ClassText.of(members.filter { $0 != scalar })))
    }
    let others =
      ClassText.ascii.filter { !members.contains($0) }
      + [
        "\u{A0}", "\u{E9}", "\u{B5}", "\u{17F}", "\u{212A}", "\u{661}", "\u{FF41}", "\u{4E2D}",
        "\u{1F600}", "\u{301}", "\u{2010}", "\u{2013}", "\u{AD}", "\u{200D}",
      ]
    let added = others.flatMap { scalar in
      [
        PatternVariant(
          "with/\(ClassText.name(scalar))", "\(ClassText.name(scalar)) is of the class",
          pattern(full + ClassText.escaped(scalar))),
        PatternVariant(
          "slash/\(ClassText.name(scalar))", "\(ClassText.name(scalar)) stands for the slash",
          "^([\(full)]+)[\\/\(ClassText.escaped(scalar))]$"),
      ]
    }.filter { $0.id != "slash/U+2F" }
    return dropped + added + PatternVariant.anchors("([\(full)]+)\\/") + rewritten(full)
  }

  private static func rewritten(_ full: String) -> [PatternVariant] {
    [
      ("the slash is optional", "^([\(full)]+)\\/?$"), ("several slashes", "^([\(full)]+)\\/+$"),
      ("any number of slashes", "^([\(full)]+)\\/*$"),
      ("no slash", "^([\(full)]+)$"), ("several folders", "^([\(full)]+\\/)+$"),
      ("two folders at most", "^([\(full)]+\\/){1,2}$"),
      ("a slash at the start too", "^\\/?([\(full)]+)\\/$"),
      ("a slash at the start", "^\\/([\(full)]+)\\/$"),
      ("the folder may be empty", "^([\(full)]*)\\/$"),
      ("one character", "^([\(full)])\\/$"), ("two characters at least", "^([\(full)]{2,})\\/$"),
      ("three characters at least", "^([\(full)]{3,})\\/$"),
      ("64 characters at most", "^([\(full)]{1,64})\\/$"),
      ("255 characters at most", "^([\(full)]{1,255})\\/$"),
      ("100 characters at most", "^([\(full)]{1,100})\\/$"),
      ("slashes in the class", "^([\(full)\\/]+)\\/$"),
      ("a range from 9 to _", #"^([a-zA-Z0-89-_]+)\/$"#),
      ("word characters", #"^(\w+)\/$"#), ("hyphens, no underscores", #"^([a-zA-Z0-9\-]+)\/$"#),
      ("Unicode letters", "^([\(full)\\p{L}]+)\\/$"),
      ("from A to z", "^([\(full)A-z]+)\\/$"), ("white space too", "^([\(full)\\s]+)\\/$"),
      ("dots too", "^([\(full).]+)\\/$"), ("anything", #"^.+\/$"#),
      ("anything but slashes", #"^[^\/]+\/$"#), ("a letter first", "^[a-zA-Z0-9][\(full)]*\\/$"),
      ("a letter last", "^[\(full)]*[a-zA-Z0-9]\\/$"),
      ("no digits first", "^(?![0-9])[\(full)]+\\/$"), ("small letters", #"^([a-z0-9\-_]+)\/$"#),
      ("the name's pattern", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#),
      ("a slash alone too", "^([\(full)]+)?\\/$"),
      ("single hyphens", #"^[a-zA-Z0-9_]+(-[a-zA-Z0-9_]+)*\/$"#),
      ("case folding", "^([\(full)\\u017f\\u212a]+)\\/$"),
      ("a backslash for the slash", "^([\(full)]+)\\\\$"),
      ("backslashes before the slash", "^([\(full)]+)\\\\?\\/$"),
      ("Unicode digits", "^([\(full)\\p{Nd}]+)\\/$"),
    ].map { PatternVariant($0, $0, $1, equivalence: nil) }
  }
}
