/// Patterns like `^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$`.
enum NameVariants {
  private static let word = "a-zA-Z0-9"

  private static func pattern(
    first: String = word, separator: String = #"-|\s"#, other: String = word
  ) -> String {
    "^[\(first)]+((\(separator))[\(other)]+)*$"
  }

  static var all: [PatternVariant] {
    dropped + added + whiteSpace + PatternVariant.anchors(#"[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*"#)
      + rewritten
  }

  private static var dropped: [PatternVariant] {
    ClassText.alphanumerics.flatMap { scalar in
      let rest = ClassText.of(ClassText.alphanumerics.filter { $0 != scalar })
      let name = ClassText.name(scalar)
      return [
        PatternVariant(
          "first/without/\(name)", "\(name) is not of the first part", pattern(first: rest)),
        PatternVariant(
          "other/without/\(name)", "\(name) is not of other parts", pattern(other: rest)),
        PatternVariant(
          "without/\(name)", "\(name) is of no part", pattern(first: rest, other: rest)),
      ]
    }
  }

  private static var added: [PatternVariant] {
    let others =
      ClassText.ascii.filter { !ClassText.alphanumerics.contains($0) }
      + [
        "\u{AA}", "\u{B5}", "\u{E9}", "\u{DF}", "\u{17F}", "\u{131}", "\u{212A}", "\u{430}",
        "\u{661}", "\u{FF41}", "\u{FF11}",
        "\u{4E2D}", "\u{1F600}", "\u{301}", "\u{200D}", "\u{AD}", "\u{FFFD}",
      ]
    let dashes: [Unicode.Scalar] = [
      "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "\u{2212}", "\u{FF0D}", "\u{203F}",
    ]
    let separators = (others + dashes).filter { $0 != "-" && !ClassText.whiteSpace.contains($0) }
    return others.flatMap { scalar in
      let (name, member) = (ClassText.name(scalar), ClassText.escaped(scalar))
      return [
        PatternVariant(
          "first/with/\(name)", "\(name) is of the first part", pattern(first: word + member)),
        PatternVariant(
          "other/with/\(name)", "\(name) is of other parts", pattern(other: word + member)),
      ]
    }
      + separators.map { scalar in
        let name = ClassText.name(scalar)
        return PatternVariant(
          "separator/with/\(name)", "\(name) separates",
          pattern(separator: #"-|\s|"# + ClassText.escaped(scalar)))
      }
  }

  private static var whiteSpace: [PatternVariant] {
    WhiteSpaceVariants.all.map { variant in
      PatternVariant(
        "space/\(variant.id)", variant.summary, pattern(separator: "-|[\(variant.members)]"))
    }
  }

  private static var rewritten: [PatternVariant] {
    let sources: [(String, String)] = [
      ("word characters", #"^\w+((-|\s)\w+)*$"#),
      ("letters only", #"^[a-zA-Z]+((-|\s)[a-zA-Z]+)*$"#),
      ("small letters and digits", #"^[a-z0-9]+((-|\s)[a-z0-9]+)*$"#),
      ("capitals and digits", #"^[A-Z0-9]+((-|\s)[A-Z0-9]+)*$"#),
      ("from A to z", #"^[A-z0-9]+((-|\s)[A-z0-9]+)*$"#),
      ("Unicode letters", #"^[\p{L}0-9]+((-|\s)[\p{L}0-9]+)*$"#),
      ("Unicode letters and numbers", #"^[\p{L}\p{N}]+((-|\s)[\p{L}\p{N}]+)*$"#),
      ("Unicode digits", #"^[a-zA-Z\p{Nd}]+((-|\s)[a-zA-Z\p{Nd}]+)*$"#),
      ("Latin letters", #"^[a-zA-Z0-9\u00c0-\u024f]+((-|\s)[a-zA-Z0-9\u00c0-\u024f]+)*$"#),
      ("case folding", #"^[a-zA-Z0-9\u017f\u212a]+((-|\s)[a-zA-Z0-9\u017f\u212a]+)*$"#),
      ("one character first", #"^[a-zA-Z0-9]((-|\s)[a-zA-Z0-9]+)*$"#),
      ("one character in other parts", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9])*$"#),
      ("two characters first", #"^[a-zA-Z0-9]{2,}((-|\s)[a-zA-Z0-9]+)*$"#),
      ("two characters in other parts", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]{2,})*$"#),
      ("no first part needed", #"^[a-zA-Z0-9]*((-|\s)[a-zA-Z0-9]+)*$"#),
      ("other parts may be empty", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]*)*$"#),
      ("at most two parts", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)?$"#),
      ("at most three parts", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+){0,2}$"#),
      ("at most nine parts", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+){0,8}$"#),
      ("two parts at least", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)+$"#),
      ("one part", #"^[a-zA-Z0-9]+$"#), ("hyphens only", #"^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$"#),
      ("white space only", #"^[a-zA-Z0-9]+(\s[a-zA-Z0-9]+)*$"#),
      ("spaces and hyphens", #"^[a-zA-Z0-9]+((-| )[a-zA-Z0-9]+)*$"#),
      ("several separators", #"^[a-zA-Z0-9]+((-|\s)+[a-zA-Z0-9]+)*$"#),
      ("several hyphens", #"^[a-zA-Z0-9]+((-+|\s)[a-zA-Z0-9]+)*$"#),
      ("several spaces", #"^[a-zA-Z0-9]+((-|\s+)[a-zA-Z0-9]+)*$"#),
      ("two separators", #"^[a-zA-Z0-9]+((-|\s){1,2}[a-zA-Z0-9]+)*$"#),
      ("a hyphen between spaces", #"^[a-zA-Z0-9]+((\s?-\s?|\s)[a-zA-Z0-9]+)*$"#),
      ("a separator at the end", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*(-|\s)?$"#),
      ("a separator at the start", #"^(-|\s)?[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#),
      ("a hyphen at the end", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*-?$"#),
      ("a hyphen at the start", #"^-?[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#),
      ("anything but hyphens and spaces", #"^[^-\s]+((-|\s)[^-\s]+)*$"#),
      ("any mix", #"^[a-zA-Z0-9\s-]+$"#),
      ("any mix after the first", #"^[a-zA-Z0-9][a-zA-Z0-9\s-]*$"#),
      ("any mix between ends", #"^[a-zA-Z0-9][a-zA-Z0-9\s-]*[a-zA-Z0-9]$"#),
      ("no more than the start", #"^[a-zA-Z0-9]+(-|\s)?"#),
      ("letter first", #"^[a-zA-Z][a-zA-Z0-9]*((-|\s)[a-zA-Z0-9]+)*$"#),
      ("letter last", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*(?<![0-9])$"#),
      ("equal separators", #"^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$|^[a-zA-Z0-9]+(\s[a-zA-Z0-9]+)*$"#),
      ("alternation outside", #"^[a-zA-Z0-9]+|((-|\s)[a-zA-Z0-9]+)*$"#),
      ("not only digits", #"^(?!\d+$)[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#),
      ("non-space separators", #"^[a-zA-Z0-9]+((-|\S)[a-zA-Z0-9]+)*$"#),
      ("the description's pattern", #"^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$"#),
      ("the prefix's pattern", #"^([a-zA-Z0-9\-_]+)\/$"#),
      ("parts of at most 30", #"^[a-zA-Z0-9]{1,30}((-|\s)[a-zA-Z0-9]{1,30})*$"#),
    ]
    let slow = PatternVariant(
      "nested repetition", "the first part repeats a repetition, which backtracks for ever",
      #"^([a-zA-Z0-9]+)+((-|\s)[a-zA-Z0-9]+)*$"#)
    return sources.map { PatternVariant($0, $0, $1) } + [slow]
  }
}
