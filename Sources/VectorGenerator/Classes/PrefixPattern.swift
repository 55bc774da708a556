import JSONText
import Vectors

/// The pattern of the prefix: one folder name with its closing slash.
enum PrefixPattern {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "patterns/prefix/\(target).json", title: "Prefixes in the \(target)",
        about: "Letters, digits, hyphens and underscores, then exactly one slash.",
        drafts: ascii(target) + texts(target) + traps(target))
    }
  }

  private static func ascii(_ target: Target) -> [Draft] {
    (UInt8(0)..<128).map { Unicode.Scalar($0) }.flatMap { scalar -> [Draft] in
      let places = [
        ("alone before the slash", "\(scalar)/"), ("between letters", "a\(scalar)b/"),
        ("after the slash", "a/\(scalar)"), ("in place of the slash", "ab\(scalar)"),
        ("in place of the slash of one letter", "a\(scalar)"),
        ("before the slash", "a\(scalar)/"), ("first", "\(scalar)a/"),
      ]
      let isRight =
        TextRules.isAlphanumeric(scalar.value) || scalar.value == 0x2D || scalar.value == 0x5F
      let count =
        switch (target, isRight) {
        case (.request, true): 4
        case (.request, false): 5
        case (.response, true): 2
        case (.response, false): 0
        }
      let chosen = places.prefix(count)
      return chosen.map { place, prefix in
        .field(
          "prefix/\(target)/\(scalar.keyPart)/\(place)", target, "/prefix", .string(prefix),
          "\(scalar.label) \(place) of the prefix.", about: ["pattern"], tags: ["ascii"])
      }
    }
  }

  private static func texts(_ target: Target) -> [Draft] {
    let prefixes = [
      "a/", "abc/", "A-1_b/", "-/", "_/", "--/", "__/", "-_-/", "0/", NamePattern.alphabet + "-_/",
      "/", "//", "a//", "/a/",
      "a/b/", "a/b", "/a", "a", "abc", "", " ", "./", "../", "a.b/", "a b/", " a/", "a /", "a/ ",
      "a\\", "a\\/", "a\u{2F}\u{2F}/",
      "s3://b/", "a/\n", "a\n/", "\na/", "a/\u{0}", "\u{0}a/", "a/b/c/", "a%2F", "a,b/", "~/",
      "a/?", "a/#", "a/a/", "//a/", "a///",
      "a\u{2215}", "a\u{FF0F}", "backups", "backups/daily/", "*/", "a*/", "[a]/", "^a/$", "a/$",
    ]
    let long = [65, 256, 1024].map { ("\($0) letters", $0) }
    return prefixes.enumerated().map { index, prefix in
      .field(
        "prefix/\(target)/texts/\(index)", target, "/prefix", .string(prefix),
        "The prefix \(JSONValue.string(prefix).text).", about: ["pattern"])
    }
      + long.flatMap { why, count in
        [("", "/"), ("without slash ", ""), ("with a wrong end ", "!/")].map { kind, end in
          .field(
            "prefix/\(target)/\(why)/\(kind)", target, "/prefix",
            .string(String(repeating: "a", count: count) + end), "A prefix \(kind)of \(why).",
            about: ["pattern"])
        }
      }
  }

  private static func traps(_ target: Target) -> [Draft] {
    guard target == .request else { return [] }
    return NamePattern.traps.flatMap { name, scalar -> [Draft] in
      let places = [
        ("alone before the slash", "\(scalar)/"), ("between letters", "a\(scalar)b/"),
        ("in place of the slash", "ab\(scalar)"),
        ("in place of the slash of one letter", "a\(scalar)"),
      ]
      return places.map { place, prefix in
        .field(
          "prefix/\(target)/\(scalar.keyPart)/\(place)", target, "/prefix", .string(prefix),
          "\(scalar.label), \(name), \(place) of the prefix.", about: ["pattern"], tags: ["unicode"]
        )
      }
    }
  }
}
