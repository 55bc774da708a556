import JSONText
import Vectors

/// What stands between tokens.
extension Grammar {
  static var whiteSpace: [Draft] {
    let body = Body(.request)
    let spread = spreading(body.text, with: " ")
    let right = [
      ("spaces", " "), ("tabs", "\t"), ("line feeds", "\n"), ("carriage returns", "\r"),
      ("all four", " \t\r\n"),
    ].map {
      why, space in
      Draft.spelt(
        "between/right/\(why)", "Between all tokens stand \(why).",
        [.text(spreading(body.text, with: space))], readsAs: body.value, tags: ["white-space"])
    }
    let wrong: [Unicode.Scalar] = [
      "\u{0B}", "\u{0C}", "\u{85}", "\u{A0}", "\u{1680}", "\u{180E}", "\u{2000}", "\u{2003}",
      "\u{200B}", "\u{2028}", "\u{2029}", "\u{202F}",
      "\u{205F}", "\u{2060}", "\u{3000}", "\u{FEFF}", "\u{0}", "\u{8}", "\u{1A}", "\u{1B}",
      "\u{1C}", "\u{1E}", "\u{1F}", "\u{7F}", "\u{AD}", "\u{1}",
    ]
    let wrongs = wrong.flatMap { (scalar: Unicode.Scalar) -> [Draft] in
      let texts: [(String, String)] = [
        ("throughout", spreading(body.text, with: String(scalar))),
        ("before a member", "{\(scalar)" + body.text.dropFirst()),
        ("behind the document", body.text + String(scalar)),
        ("before the document", String(scalar) + body.text),
      ]
      return texts.map { (place: String, text: String) -> Draft in
        Draft(
          "between/\(scalar.keyPart)/\(place)", .request,
          "\(scalar.label) is no white space of JSON: \(place).",
          .recipe([.text(text)]), tags: ["white-space"], axis: Choices.byteOrderMark
        ) { stance in
          scalar == "\u{FEFF}" && place == "before the document"
            && stance[Choices.byteOrderMark] == "ignore"
            ? .valid : .malformed
        }
      }
    }
    let much = Draft.spelt(
      "between/right/much", "Much white space between tokens.",
      [.repeated(" \n", times: 500), .text(spread), .repeated("\r\n\t", times: 500)],
      readsAs: body.value)
    return right + wrongs + [much]
  }

  /// The text with something before, between and behind all tokens but those of one string.
  private static func spreading(_ text: String, with space: String) -> String {
    var result = space
    var isInString = false
    for character in text.unicodeScalars {
      if character == "\"" { isInString.toggle() }
      result.unicodeScalars.append(character)
      if !isInString { result += space }
    }
    return result
  }

  static var comments: [Draft] {
    let body = Body(.request).text
    let comments: [(String, String)] = [
      ("a line comment", "//x\n"), ("a block comment", "/*x*/"), ("an empty block comment", "/**/"),
      ("a hash comment", "#x\n"),
      ("a markup comment", "<!--x-->"), ("a double hyphen comment", "--x\n"),
      ("a semicolon comment", ";x\n"), ("a percent comment", "%x\n"),
      ("a nested block comment", "/*/**/*/"), ("a block comment that is not closed", "/*x"),
    ]
    return comments.flatMap { (why: String, comment: String) -> [Draft] in
      let places: [(String, String)] = [
        ("first", comment + body), ("last", body + comment),
        ("before a member", "{" + comment + String(body.dropFirst())),
        ("before the closing brace", String(body.dropLast()) + comment + "}"),
      ]
      return places.map { (place: String, text: String) -> Draft in
        Draft.malformed(
          "comments/\(why)/\(place)", "JSON has no comments: \(why) \(place).", .text(text),
          tags: ["comment"])
      }
    }
  }
}
