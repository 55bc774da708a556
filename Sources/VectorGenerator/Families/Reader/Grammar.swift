import JSONText
import SchemaRules
import Vectors

/// The grammar of JSON: what RFC 8259 has, and what other languages have.
///
/// https://www.rfc-editor.org/rfc/rfc8259
enum Grammar {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    guard body.isFirst, let place = body.valuePlace else { return [] }
    return [
      DraftFile(
        "json/numbers-and-literals.json", "Numbers and literals",
        "Right ones are values of the wrong type in a member; wrong ones make the document malformed.",
        numbers(place) + literals(place)),
      DraftFile(
        "json/structure.json", "Brackets, commas, colons and quotation marks",
        "Each document is one step away from a right one.", structure(place) + whole(body)),
      DraftFile(
        "json/white-space.json", "White space and comments between tokens",
        "Space, tab, line feed and carriage return may be between tokens, and nothing else.",
        spaces(body) + comments(body)),
    ]
  }

  private static func malformed(
    _ place: Place, _ why: String, _ text: String, tag: String
  ) -> Draft {
    let parts = place.slot.filled(text)
    // In an array, a text with a comma may be two elements.
    let value = try? JSONValue(parsing: parts.flatMap(\.bytes))
    return Draft(
      place.target, "The value of \(place.label) is \(why).", parts: parts,
      value.map { .value($0) } ?? .malformed, tags: [tag])
  }

  // MARK: Numbers and literals

  private static func numbers(_ place: Place) -> [Draft] {
    let right = """
      0 -0 -1 10 0.0 0.10 1.5 -0.5 1e1 1E1 1e+1 1e-1 1.5e10 0e0 0e+0 -0.0e-0 \
      123456789012345678901234567890 1.7976931348623157e308 5e-324 1e-400 \
      0.1000000000000000000000000000001 9007199254740993 -9223372036854775809 18446744073709551616 \
      1e00 1e0001 1E400 -1e400 1e999999999999
      """
    let wrong = """
      01 -01 00 000 0123 1. -1. .5 -.5 . +1 +0 --1 - -+1 1e 1e+ 1e- 1E 1.e1 1.5.5 1e1.5 1e1e1 0x10 0X10 \
      0b1 0o7 1_000 1,5 NaN -NaN Infinity -Infinity +Infinity Inf -Inf inf nan 1n 1f 1d 1L 1.0f 0a 1a e1 \
      -e1 1e1a 1/2 1% $1 1- 1+1 \u{FF11} \u{661} 0. 0e -0. 1.2. 00.5 -00 1e\u{663} 0x 1__0 #1 1#QNAN 1'000
      """
    return right.split(separator: " ").map { text in
      Draft(
        place.target, "\(text), which is a number, is the value of \(place.label).",
        parts: place.slot.filled(String(text)), .value(place.document(.number(String(text)))),
        tags: ["number"])
    }
      + (wrong.split(separator: " ").map(String.init) + ["1 000", "- 1", "1 .5", "1e 5"]).map {
        malformed(place, "\($0), which is not a number of JSON", $0, tag: "number")
      }
  }

  private static func literals(_ place: Place) -> [Draft] {
    let words = """
      True TRUE False FALSE Null NULL None nil undefined tru truee nul nulll fals falsey t n yes no on off \
      true1 nullnull trUe abc 'abc' `abc` \u{201C}abc\u{201D} @abc <abc> (1) function(){} /abc/ * &a | Symbol \
      \\"abc\\" \\u0022abc\\u0022 "a""b" "a"+"b" "a":1 tr\\u0075e u"a" b'a' r"a" @"a" \"""a\""" ~ ? \
      \u{FEFF}true
      """
    let more = ["true false", "new Date()", "!!str a", "\"a\" \"b\"", "true\u{0}", "t rue"]
    // A reader that compares some of the letters only.
    let misspelled = ["true", "false", "null"].flatMap { word in
      (1..<word.count).map { "\(word.prefix($0))x\(word.dropFirst($0 + 1))" }
    }
    return (words.split(separator: " ").map(String.init) + more + misspelled).map {
      malformed(place, "\($0.quoted), which is not a value of JSON", $0, tag: "literal")
    }
  }

  // MARK: Structure

  private static func structure(_ place: Place) -> [Draft] {
    let fills: [(String, String)] = [
      ("an array with a trailing comma", "[1,]"), ("an array of a comma", "[,]"),
      ("an array with a leading comma", "[,1]"), ("an array with two commas", "[1,,2]"),
      ("an array without a comma", "[1 2]"),
      ("an array of strings without a comma", "[\"a\"\"b\"]"),
      ("an object with a trailing comma", "{\"a\":1,}"), ("an object of a comma", "{,}"),
      ("an object with a leading comma", "{,\"a\":1}"),
      ("an object with two commas", "{\"a\":1,,\"b\":2}"),
      ("an object without a comma", "{\"a\":1 \"b\":2}"),
      ("an array with two trailing commas", "[1,,]"),
      ("missing", ""), ("an object without a colon", "{\"a\" 1}"),
      ("an object with two colons", "{\"a\"::1}"),
      ("an object with an equals sign for the colon", "{\"a\"=1}"),
      ("an object with an arrow for the colon", "{\"a\"=>1}"),
      ("an object with a comma for the colon", "{\"a\",1}"),
      ("an object with a semicolon for the comma", "{\"a\":1;\"b\":2}"),
      ("an array with a semicolon", "[1;2]"), ("an object with a name and no value", "{\"a\":}"),
      ("an object of a name", "{\"a\"}"), ("an object with a value and no name", "{:1}"),
      ("an object of a number", "{1}"), ("an array with a colon", "[\"a\":1]"),
      ("an object with a bare name", "{a:1}"),
      ("an object with a bare name with a digit", "{a1:1}"),
      ("an object with a bare name with a dollar sign", "{$a:1}"),
      ("an object with a number as a name", "{1:1}"), ("an object with null as a name", "{null:1}"),
      ("an object with true as a name", "{true:1}"),
      ("an object with an array as a name", "{[]:1}"),
      ("an object with a name in single quotes", "{'a':1}"), ("a string in single quotes", "'abc'"),
      ("a string in back quotes", "`abc`"), ("a string with mixed quotes", "\"abc'"),
      ("a string with mixed quotes the other way", "'abc\""),
      ("an array closed by a brace", "[1}"), ("an object closed by a bracket", "{\"a\":1]"),
      ("an array and an object closed in the wrong order", "[{\"a\":1]}"),
      ("an array that is not closed", "[1"), ("an object that is not closed", "{\"a\":1"),
      ("an array that is closed twice", "[1]]"), ("an object that is closed twice", "{}}"),
      ("an array opened by a parenthesis", "(1]"), ("a closing bracket", "]"), ("a comma", ","),
      ("a spread", "[...a]"), ("an object with a computed name", "{[\"a\"]:1}"),
      ("an object with a name of two strings", "{\"a\"\"b\":1}"),
      ("a string that is not closed", "\"abc"), ("a string that is not opened", "abc\""),
      ("a string whose closing quote is escaped", "\"abc\\\""), ("a quotation mark", "\""),
      ("a string over two lines", "\"a\\\nb\""), ("an array with an ellipsis", "[1,...]"),
      ("an array of two commas", "[,,]"),
    ]
    return fills.map { malformed(place, $0, $1, tag: "structure") }
  }

  private static func whole(_ body: BodyPlaces) -> [Draft] {
    let text = body.example.text
    let inner = String(text.dropFirst().dropLast())
    let isObject = body.example.objectValue?.isEmpty == false
    func replacing(_ one: Character, _ other: String) -> String {
      text.split(separator: one, omittingEmptySubsequences: false).joined(separator: other)
    }
    var documents: [(String, String)] = [
      ("is empty", ""), ("is a space", " "), ("is two line ends", "\r\n\r\n"), ("is a tab", "\t"),
      ("is the word undefined", "undefined"), ("is NaN", "NaN"), ("is a hyphen", "-"),
      ("is a backslash", "\\"), ("is an opening brace", "{"), ("is an opening bracket", "["),
      ("is a quotation mark", "\""), ("is text without quotation marks", "abc"),
      ("is a form", "name=abc&type=s3"), ("is XML", "<name>abc</name>"),
      ("is YAML", "name: abc\ntype: s3\n"), ("is in base64", "eyJuYW1lIjoiYWJjIn0="),
      ("is an array that is cut", "[1,2"), ("is a string with more behind it", "\"abc\" x"),
      ("is a number with a wrong error and a fault behind it", "{\"a\":1,\"b\":\"c\""),
    ]
    let behind: [(String, String)] = [
      ("a comma", ","), ("a semicolon", ";"), ("a closing brace", "}"), ("a closing bracket", "]"),
      ("a letter", "x"), ("a null character", "\u{0}"),
      ("a null character and more", "\u{0}garbage"),
      ("a second document", text), ("a second document on its own line", "\n" + text),
      ("an empty object", "{}"), ("null", " null"), ("a number", "1"), ("a quotation mark", "\""),
      ("a comment", "//x"), ("an end-of-file mark", "\u{1A}"), ("a byte order mark", "\u{FEFF}"),
      ("a no-break space", "\u{A0}"),
    ]
    documents += behind.map { ("has \($0) behind it", text + $1) }
    let before: [(String, String)] = [
      ("a closing brace", "}"), ("an opening bracket", "["), ("a comma", ","),
      ("an assignment", "x="),
      ("a guard against inclusion", ")]}'\n"), ("a loop", "while(1);"),
      ("a record separator", "\u{1E}"),
      ("a null character", "\u{0}"), ("a length", "136\r\n"), ("a comment", "#\n"),
    ]
    documents += before.map { ("has \($0) before it", $1 + text) }
    documents += [
      ("is in parentheses", "(\(text))"), ("is the argument of a callback", "callback(\(text))"),
      ("has single quotes throughout", replacing("\"", "'")),
      ("has escaped quotation marks", replacing("\"", "\\\"")),
      ("is cut in half", String(text.prefix(40))),
    ]
    if isObject {
      documents += [
        ("has a trailing comma", "{\(inner),}"),
        ("has a trailing comma amid spaces", "{\(inner) , }"),
        ("has a trailing comma and a line feed", "{\(inner),\n}"),
        ("has a leading comma", "{,\(inner)}"),
        ("has no closing brace", String(text.dropLast())),
        ("has neither of its last two characters", String(text.dropLast(2))),
        ("has no opening brace", String(text.dropFirst())), ("has no braces", inner),
        ("has doubled braces", "{\(text)}"), ("has bare names throughout", body.textWithBareNames),
        ("has equals signs for colons", replacing(":", "=")),
        ("has spaces for commas", replacing(",", " ")),
        ("has semicolons for commas", replacing(",", ";")),
        ("has a byte order mark in the middle", "{\u{FEFF}\(inner)}"),
        ("has a null character in the middle", "{\u{0}\(inner)}"),
        ("has a null character before its closing brace", text.dropLast() + "\u{0}}"),
      ]
    }
    return documents.filter { $0.1 != text }.map { why, text in
      Draft(
        body.name, "The document \(why).", parts: [.text(text)],
        // Without what the edit is about, some documents stay as they are.
        (try? JSONValue(parsing: Array(text.utf8))).map { .value($0) } ?? .malformed,
        tags: ["structure"])
    }
  }

  // MARK: Between tokens

  private static func spaces(_ body: BodyPlaces) -> [Draft] {
    let text = body.example.text
    let right = [
      ("spaces", " "), ("tabs", "\t"), ("line feeds", "\n"), ("carriage returns", "\r"),
      ("all four kinds of white space", " \t\r\n"),
    ].map { why, space in
      Draft(
        body.name, "There are \(why) between all tokens.", parts: [.text(text.spread(space))],
        .value(body.example), tags: ["white-space"])
    }
    let much = Draft(
      body.name, "There is much white space around the document and between its tokens.",
      parts: [
        .repeated(" \n", times: 500), .text(text.spread(" ")), .repeated("\r\n\t", times: 500),
      ], .value(body.example))
    let wrong: [UInt32] = [
      0x0B, 0x0C, 0x85, 0xA0, 0x1680, 0x180E, 0x2000, 0x2003, 0x200B, 0x2028, 0x2029, 0x202F,
      0x205F,
      0x2060, 0x3000, 0xFEFF, 0, 8, 0x1A, 0x1B, 0x1C, 0x1E, 0x1F, 0x7F, 0xAD, 1,
    ]
    return right + [much]
      + wrong.compactMap { Unicode.Scalar($0) }.flatMap { scalar -> [Draft] in
        let (first, rest) = (String(text.prefix(1)), String(text.dropFirst()))
        // Inside a string, most of these characters may be.
        let isContainer = first == "{" || first == "["
        let texts: [(String, String)] =
          [
            ("between all tokens", text.spread(String(scalar)))
          ] + (isContainer ? [("before the first member", first + String(scalar) + rest)] : []) + [
            ("behind the document", text + String(scalar)),
            ("before the document", String(scalar) + text),
          ]
        return texts.map { place, text in
          let isMark = scalar == "\u{FEFF}" && place == "before the document"
          return Draft(
            body.name, "\(scalar.label), which is not white space of JSON, is \(place).",
            parts: [.text(text)], isMark ? .marked(body.example) : .malformed,
            tags: ["white-space"],
            axis: "byte-order-mark")
        }
      }
  }

  private static func comments(_ body: BodyPlaces) -> [Draft] {
    let text = body.example.text
    let comments: [(String, String)] = [
      ("a line comment", "//x\n"), ("a block comment", "/*x*/"), ("an empty block comment", "/**/"),
      ("a hash comment", "#x\n"), ("a markup comment", "<!--x-->"),
      ("a double hyphen comment", "--x\n"), ("a semicolon comment", ";x\n"),
      ("a percent comment", "%x\n"), ("a nested block comment", "/*/**/*/"),
      ("a block comment that is not closed", "/*x"),
    ]
    let (first, rest) = (String(text.prefix(1)), String(text.dropFirst()))
    let (start, last) = (String(text.dropLast()), String(text.suffix(1)))
    return comments.flatMap { why, comment -> [Draft] in
      let outside = [
        ("before the document", comment + text), ("behind the document", text + comment),
      ]
      let inside = [
        ("behind its first character", first + comment + rest),
        ("before its last character", start + comment + last),
      ]
      // Inside a string, a comment is text.
      return (outside + (first == "\"" ? [] : inside)).map { place, text in
        Draft(
          body.name, "There is \(why) \(place); JSON has no comments.", parts: [.text(text)],
          .malformed, tags: ["comment"])
      }
    }
  }
}

extension BodyPlaces {
  /// A place for values of any kind, whose right answer hangs on little: a member that may be missing, of
  /// which only strings are allowed.
  var valuePlace: Place? {
    let places = places.filter { $0.kinds.isDisjoint(with: [.object, .array]) && !$0.path.isEmpty }
    return places.first { $0.isRequired == false && $0.isString }
      ?? places.first { $0.listed == nil } ?? places.first ?? self.places.first
  }

  /// The example without the quotation marks of names.
  fileprivate var textWithBareNames: String {
    objects.flatMap(\.properties).reduce(example.text) { text, name in
      text.split(separator: "\"\(name)\":", omittingEmptySubsequences: false)
        .joined(separator: "\(name):")
    }
  }
}

extension String {
  /// The text with something before, between and behind all tokens but inside strings.
  fileprivate func spread(_ space: String) -> String {
    var result = space
    var (isInString, isEscaped) = (false, false)
    for character in unicodeScalars {
      if character == "\"", !isEscaped { isInString.toggle() }
      isEscaped = isInString && character == "\\" && !isEscaped
      result.unicodeScalars.append(character)
      // Between the characters of a literal or a number nothing may be.
      if !isInString, "{}[],:\"".unicodeScalars.contains(character) { result += space }
    }
    return result
  }
}
