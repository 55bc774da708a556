import Vectors

/// Readers that take more than RFC 8259, one thing each.
enum ReaderMutants {
  static var all: [Mutant] {
    let right = LibraryChecker.documented
    let lenient = leniencies.map { name, leniency in
      Mutant("reader/\(name)", "the reader takes: \(name)") {
        { subject in
          let bytes = LenientReader.rewriting(subject.bytes, leniency)
          return bytes == subject.bytes ? subject.answer : right.check(bytes, as: subject.target.rawValue)
        }
      }
    }
    let rewriting = (ByteRewriting.all + Decoding.all).map { name, rewrite in
      Mutant("bytes/\(name)", "before reading: \(name)") {
        { subject in
          let bytes = rewrite(subject.bytes)
          return bytes == subject.bytes ? subject.answer : right.check(bytes, as: subject.target.rawValue)
        }
      }
    }
    return lenient + rewriting
  }

  private static var leniencies: [(String, Leniency)] {
    structure + names + strings + words + spaces + documents
  }

  private static let structure: [(String, Leniency)] = [
    ("a trailing comma in arrays", .trailingCommaInArray),
    ("a trailing comma in objects", .trailingCommaInObject),
    ("trailing commas", .trailingCommas), ("a leading comma", .leadingComma),
    ("doubled commas", .doubledComma), ("missing commas", .missingComma),
    ("semicolons for commas", .semicolonForComma), ("equals signs for colons", .equalsForColon),
    ("arrows for colons", .arrowForColon),
    ("missing colons", .missingColon), ("doubled colons", .doubledColon),
    ("missing values", .missingValue),
    ("names without a value", .nameWithoutValue), ("containers closed by the end", .closedByEnd),
    ("strings closed by the end", .stringClosedByEnd),
    ("either closing bracket", .eitherBracket), ("members without braces", .membersWithoutBraces),
  ]

  private static let names: [(String, Leniency)] = [
    ("bare names", .bareNames), ("numbers as names", .numbersAsNames),
    ("literals as names", .literalsAsNames), ("single quotes", .singleQuotes),
    ("back quotes", .backQuotes), ("strings side by side", .adjacentStrings),
    ("repeated names, the first counts", .firstWins),
    ("repeated names, the last counts", .lastWins),
    ("repeated names in different spellings", .rawNamesMayRepeat),
    ("repeated names that are not neighbours", .adjacentDuplicatesOnly),
    ("repeated names that are unknown", .duplicateUnknownNames),
    ("repeated names inside the document", .nestedDuplicates),
  ]

  private static var strings: [(String, Leniency)] {
    let escapes: [(String, String)] = [
      ("'", "'"), ("v", #"\u000b"#), ("e", #"\u001b"#), ("0", #"\u0000"#), ("a", #"\u0007"#),
      (" ", " "), ("-", "-"), (".", "."), ("s", " "), ("`", "`"), ("$", "$"),
      ("?", "?"), ("(", "("), ("[", "["), ("{", "{"), (",", ","), (":", ":"), ("\t", #"\t"#),
      ("%", "%"), ("#", "#"), ("T", #"\t"#), ("B", #"\b"#), ("N", #"\n"#), ("F", #"\f"#),
      ("R", #"\r"#), ("u+", "x"), ("u-", "x"), ("u0x", "x"), ("1", "1"), ("8", "8"), ("c", "c"),
      ("d", "d"), ("p", "p"), ("q", "q"), ("z", "z"), ("w", "w"), ("@", "@"), ("~", "~"),
      ("*", "*"), ("<", "<"),
      ("&", "&"), ("!", "!"),
    ]
    return (UInt8(0)..<32).map { ("the bare control character \($0)", .rawControl($0)) }
      + escapes.map { ("the escape \($0.debugDescription)", .escape($0, $1)) }
      + [
        ("bare control characters", .rawControls),
        ("any escape, as its character", .unknownEscapes),
        ("any escape, as nothing", .unknownEscapesDropped),
        ("\\x escapes", .hexEscape), ("\\u{} escapes", .braceEscape),
        ("octal escapes", .octalEscape), ("\\U with eight digits", .longEscape),
        ("\\U with four digits", .capitalU), ("continued lines", .continuedLines),
        ("short \\u escapes", .shortUnicodeEscapes),
        ("lone surrogates", .loneSurrogates), ("lone high surrogates", .loneHighSurrogates),
        ("lone low surrogates", .loneLowSurrogates),
        ("swapped surrogates", .swappedSurrogates),
        ("lone surrogates, as nothing", .droppedSurrogates),
        ("escapes as they are spelt", .rawStrings),
      ]
      + digits
  }

  /// Ranges of hexadecimal digits that are off by one: everywhere, for one of the four digits, in
  /// the second half of a pair.
  private static var digits: [(String, Leniency)] {
    HexNeighbour.allCases.flatMap { neighbour -> [(String, Leniency)] in
      let name = "\(ClassText.name(Unicode.Scalar(neighbour.rawValue))) as a hexadecimal digit"
      let single = (0..<4).map { index in
        ("\(name), the digit \(index + 1)", Leniency.digitBesides(neighbour, at: index))
      }
      return [(name, .digitBesides(neighbour, at: nil))] + single
        + [("\(name), in a low half", .digitBesidesInLowHalf(neighbour))]
    }
  }

  private static var words: [(String, Leniency)] {
    let literals: [(String, String)] = [
      ("NaN", "0"), ("-NaN", "0"), ("nan", "0"), ("Infinity", "0"), ("-Infinity", "0"),
      ("+Infinity", "0"), ("Inf", "0"), ("-Inf", "0"), ("inf", "0"), ("None", "null"),
      ("nil", "null"), ("undefined", "null"), ("True", "true"), ("False", "false"),
      ("TRUE", "true"), ("FALSE", "false"), ("NULL", "null"), ("Null", "null"),
      ("yes", "true"), ("no", "false"), ("on", "true"), ("off", "false"), ("~", "null"),
    ]
    return literals.map { ("the literal \($0)", .literal($0, $1)) }
      + [
        ("literals in any case", .literalsInAnyCase), ("bare words", .bareWords),
        ("literals cut or gone on", .literalPrefixes),
        ("leading zeros", .leadingZeros), ("a plus sign", .plusSign), ("a bare point", .barePoint),
        ("a trailing point", .trailingPoint),
        ("an empty exponent", .emptyExponent), ("a doubled sign", .doubledSign),
        ("a lone minus", .loneMinus), ("hexadecimal numbers", .hexNumber),
        ("octal numbers", .octalNumber), ("binary numbers", .binaryNumber),
        ("underscores in numbers", .underscores), ("suffixes of numbers", .numberSuffix),
        ("spaces in numbers", .spacesInNumbers), ("more than one point", .manyPoints),
      ]
  }

  private static var spaces: [(String, Leniency)] {
    let scalars: [Unicode.Scalar] = [
      "\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{C}", "\u{1A}", "\u{1B}", "\u{1C}", "\u{1E}", "\u{1F}",
      "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{1680}", "\u{180E}", "\u{2000}", "\u{2003}",
      "\u{200B}", "\u{2028}",
      "\u{2029}", "\u{202F}", "\u{205F}", "\u{2060}", "\u{3000}", "\u{FEFF}",
    ]
    return scalars.map { ("\(ClassText.name($0)) as white space", .space(Array(String($0).utf8))) }
      + [
        ("0xA0 as white space", .space([0xA0])), ("0xFF as white space", .space([0xFF])),
        ("line comments", .comment(open: "//", close: "\n")),
        ("block comments", .comment(open: "/*", close: "*/")),
        ("hash comments", .comment(open: "#", close: "\n")),
        ("markup comments", .comment(open: "<!--", close: "-->")),
        ("double hyphen comments", .comment(open: "--", close: "\n")),
        ("semicolon comments", .comment(open: ";", close: "\n")),
        ("percent comments", .comment(open: "%", close: "\n")),
        ("a comment that is not closed", .openComment),
      ]
  }

  private static var documents: [(String, Leniency)] {
    [
      ("closing brackets behind the document", .trailingBrackets),
      ("anything behind the document", .trailingGarbage),
      ("documents behind the document", .trailingDocuments),
      ("a comma behind the document", .trailing([0x2C])),
      ("a semicolon behind the document", .trailing([0x3B])),
      ("a null character behind the document", .trailing([0])),
      ("U+001A behind the document", .trailing([0x1A])),
      ("a mark behind the document", .trailing([0xEF, 0xBB, 0xBF])),
      ("0xFF behind the document", .trailing([0xFF])),
      ("a byte order mark", .leading([0xEF, 0xBB, 0xBF])),
      ("half a byte order mark", .leading([0xEF, 0xBB])),
      ("two byte order marks", .leading([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF])),
      ("a record separator", .leading([0x1E])), ("a null character first", .leading([0])),
      ("a guard against inclusion", .leading(Array(")]}'\n".utf8))),
      ("a loop first", .leading(Array("while(1);".utf8))), ("a comma first", .leading([0x2C])),
      ("0xFF first", .leading([0xFF])),
      ("a closing brace first", .leading([0x7D])), ("callbacks", .callback),
      ("the empty document as {}", .emptyAs("{}")),
      ("the empty document as null", .emptyAs("null")),
      ("the blank document as {}", .blankAs("{}")),
      ("the blank document as null", .blankAs("null")),
    ]
  }
}
