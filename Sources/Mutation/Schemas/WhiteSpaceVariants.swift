/// Other meanings of `\s`, as the inside of a class.
enum WhiteSpaceVariants {
  static var all: [(id: String, summary: String, members: String)] {
    let dropped = ClassText.whiteSpace.map { scalar in
      (
        id: "without/\(ClassText.name(scalar))",
        summary: "\(ClassText.name(scalar)) is no white space",
        members: ClassText.of(ClassText.whiteSpace.filter { $0 != scalar })
      )
    }
    let traps: [Unicode.Scalar] = [
      "\u{1C}", "\u{1D}", "\u{1E}", "\u{1F}", "\u{85}", "\u{AD}", "\u{180E}", "\u{200B}",
      "\u{200C}", "\u{200D}", "\u{200E}", "\u{2060}", "\u{2800}",
      "\u{3164}", "\u{115F}", "\u{FFA0}", "\u{0}", "\u{8}", "\u{7F}",
    ]
    let added = traps.map { scalar in
      (
        id: "with/\(ClassText.name(scalar))", summary: "\(ClassText.name(scalar)) is white space",
        members: #"\s"# + ClassText.escaped(scalar)
      )
    }
    let named = [
      ("a space only", " "), ("space and tab", #" \t"#),
      ("no line ends", #" \t\u{b}\f\u{a0}\u{1680}\u{2000}-\u{200a}\u{202f}\u{205f}\u{3000}\ufeff"#),
      ("JSON's", #" \t\n\r"#), ("RE2's", #" \t\n\f\r"#), ("ASCII's", #" \t\n\u{b}\f\r"#),
      (
        "Unicode's",
        #"\t-\r \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}"#
      ),
      (
        "PCRE2's with UCP",
        #"\t-\r \u{85}\u{a0}\u{1680}\u{180e}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}"#
      ),
      (
        "Python's",
        #"\t-\r\u{1c}-\u{1f} \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}"#
      ),
      ("Latin-1's", #"\t-\r \u{85}\u{a0}"#), ("space separators", #"\p{Zs}"#),
      ("separators", #"\p{Z}"#),
      (
        "without line and paragraph separators",
        #"\t-\r \u{a0}\u{1680}\u{2000}-\u{200a}\u{202f}\u{205f}\u{3000}\ufeff"#
      ),
      ("horizontal", #"\t \u{a0}\u{1680}\u{2000}-\u{200a}\u{202f}\u{205f}\u{3000}"#),
      ("the letter s", "s"), ("a backslash and the letter s", #"\\s"#),
      ("none", #"\-"#), ("not white space", #"\S"#),
    ].map { (id: $0, summary: "white space is \($0)", members: $1) }
    return dropped + added + named
  }
}
