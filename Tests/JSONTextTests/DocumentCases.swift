import JSONText
import Testing

/// A document and the expected result of the reader.
struct DocumentCase: Sendable, CustomTestStringConvertible, Identifiable {
  let bytes: [UInt8]
  let verdict: JSONText.Verdict
  let reason: String

  var id: String { reason }
  var testDescription: String { reason }

  init(_ text: String, _ verdict: JSONText.Verdict, _ reason: String) {
    self.init(Array(text.utf8), verdict, reason)
  }

  init(_ bytes: [UInt8], _ verdict: JSONText.Verdict, _ reason: String) {
    self.bytes = bytes
    self.verdict = verdict
    self.reason = reason
  }

  /// Bytes as the contents of a string inside `["…"]`; the first of them is at offset 2.
  static func string(
    _ contents: [UInt8], _ fault: JSONFault?, _ reason: String
  ) -> DocumentCase {
    DocumentCase(
      Array(#"[""#.utf8) + contents + Array(#""]"#.utf8),
      fault.map { .malformed($0) } ?? .wellFormed, reason)
  }
}

func malformed(_ reason: JSONFault.Reason, at offset: Int) -> JSONText.Verdict {
  .malformed(JSONFault(reason, at: offset))
}

extension DocumentCase {
  static let accepted: [DocumentCase] = [
    .init("{}", .wellFormed, "an empty object"),
    .init("[]", .wellFormed, "an empty array"),
    .init("\"\"", .wellFormed, "a string alone is a document since RFC 7159"),
    .init("0", .wellFormed, "a number alone"),
    .init("null", .wellFormed, "a literal alone"),
    .init(" \t\r\n[ \t\r\n1 \t\r\n, \t\r\n2 \t\r\n] \t\r\n", .wellFormed, "whitespace everywhere"),
    .init("{ \"a\" : 1 , \"b\" : 2 }", .wellFormed, "whitespace around a colon"),
    .init("[-0]", .wellFormed, "minus zero"),
    .init("[-0.0e-0]", .wellFormed, "zeros in every part of a number"),
    .init("[0e+00]", .wellFormed, "leading zeros in an exponent are allowed"),
    .init("[1E400]", .wellFormed, "a number beyond any machine type is valid"),
    .init(#"["\"\\\/\b\f\n\r\t\u0000"]"#, .wellFormed, "every escape"),
    .init(#"["\uD83D\uDE00"]"#, .wellFormed, "a surrogate pair"),
    .init(#"["\ud83d\ude00"]"#, .wellFormed, "a surrogate pair in lower case"),
    .init("[\"\u{7F}\"]", .wellFormed, "DEL is not a control character in RFC 8259"),
    .init("[\"\u{2028}\u{FEFF}\u{10FFFF}\u{FFFE}\"]", .wellFormed, "non-characters in a string"),
    .init(#"{"a":{"b":1},"b":{"a":1}}"#, .wellFormed, "a name again in another object"),
    .init(#"[{"a":1},{"a":1}]"#, .wellFormed, "a name again in the next object"),
    .init(
      "{\"\u{E9}\":1,\"e\u{301}\":2}", .wellFormed, "NFC and NFD spellings are different names"),
    .init(#"{"":1," ":2,"__proto__":3}"#, .wellFormed, "odd names are names"),
    .string([0xC2, 0x80], nil, "the first code point of two bytes"),
    .string([0xE0, 0xA0, 0x80], nil, "the first of three bytes"),
    .string([0xED, 0x9F, 0xBF], nil, "the last before the surrogates"),
    .string([0xEE, 0x80, 0x80], nil, "the first after the surrogates"),
    .string([0xF0, 0x90, 0x80, 0x80], nil, "the first of four bytes"),
    .string([0xF4, 0x8F, 0xBF, 0xBF], nil, "U+10FFFF"),
  ]

  static let rejectedStructure: [DocumentCase] = [
    .init("", malformed(.emptyDocument, at: 0), "no bytes"),
    .init(" \n\t", malformed(.emptyDocument, at: 3), "only whitespace"),
    .init("\u{FEFF}{}", malformed(.byteOrderMark, at: 0), "a byte order mark"),
    .init([0xFE, 0xFF, 0, 0x7B], malformed(.expectedValue, at: 0), "UTF-16"),
    .init("[1,]", malformed(.trailingComma, at: 2), "a comma before the end of an array"),
    .init("{\"a\":1,}", malformed(.trailingComma, at: 6), "a comma before the end of an object"),
    .init("[,1]", malformed(.expectedValue, at: 1), "a comma at the start"),
    .init("[1,,2]", malformed(.expectedValue, at: 3), "two commas"),
    .init("[1 2]", malformed(.expectedCommaOrBracket, at: 3), "no comma"),
    .init("{\"a\":1 \"b\":2}", malformed(.expectedCommaOrBrace, at: 7), "no comma in an object"),
    .init("{\"a\" 1}", malformed(.expectedColon, at: 5), "no colon"),
    .init("{\"a\":}", malformed(.expectedValue, at: 5), "no value"),
    .init("{a:1}", malformed(.expectedKey, at: 1), "a bare name"),
    .init("{'a':1}", malformed(.expectedKey, at: 1), "a name in single quotes"),
    .init("{\"a\":1,2:3}", malformed(.expectedKey, at: 7), "a number for a name"),
    .init("['a']", malformed(.expectedValue, at: 1), "a string in single quotes"),
    .init("[1] // x", malformed(.trailingContent, at: 4), "a comment after the value"),
    .init("[/* x */1]", malformed(.expectedValue, at: 1), "a comment inside"),
    .init("{} {}", malformed(.trailingContent, at: 3), "two documents"),
    .init("1,", malformed(.trailingContent, at: 1), "a comma after the value"),
    .init("[}", malformed(.expectedValue, at: 1), "the wrong closing bracket"),
    .init("[1}", malformed(.expectedCommaOrBracket, at: 2), "the wrong closing bracket, later"),
    .init("{\"a\":1]", malformed(.expectedCommaOrBrace, at: 6), "the wrong closing brace"),
    .init("]", malformed(.expectedValue, at: 0), "a closing bracket alone"),
    .init("[1\u{0B}]", malformed(.expectedCommaOrBracket, at: 2), "vertical tab is not whitespace"),
    .init(
      "[1\u{A0}]", malformed(.expectedCommaOrBracket, at: 2), "a no-break space is not whitespace"),
    .init("[\u{0}]", malformed(.expectedValue, at: 1), "NUL is not treated specially"),
    .init("[", malformed(.unexpectedEnd, at: 1), "the end after a bracket"),
    .init("[1", malformed(.unexpectedEnd, at: 2), "the end after an element"),
    .init("[1,", malformed(.unexpectedEnd, at: 3), "the end after a comma"),
    .init("{", malformed(.unexpectedEnd, at: 1), "the end after a brace"),
    .init("{\"a", malformed(.unexpectedEnd, at: 3), "the end inside a name"),
    .init("{\"a\"", malformed(.unexpectedEnd, at: 4), "the end after a name"),
    .init("{\"a\":", malformed(.unexpectedEnd, at: 5), "the end after a colon"),
    .init("{\"a\":1", malformed(.unexpectedEnd, at: 6), "the end after a value"),
    .init("{\"a\":1,", malformed(.unexpectedEnd, at: 7), "the end after a member's comma"),
    .init("[tru", malformed(.unexpectedEnd, at: 4), "the end inside a literal"),
    .init("[True]", malformed(.expectedValue, at: 1), "a capital letter"),
    .init("[truth]", malformed(.invalidLiteral, at: 1), "nearly a literal"),
    .init("[nul]", malformed(.invalidLiteral, at: 1), "a truncated literal"),
    .init("[NaN]", malformed(.expectedValue, at: 1), "NaN"),
    .init("[Infinity]", malformed(.expectedValue, at: 1), "Infinity"),
    .init("[-Infinity]", malformed(.invalidNumber, at: 1), "minus Infinity"),
    .init("[01]", malformed(.leadingZero, at: 1), "a leading zero"),
    .init("[-01]", malformed(.leadingZero, at: 2), "a leading zero after a minus"),
    .init("[00]", malformed(.leadingZero, at: 1), "two zeros"),
    .init("[+1]", malformed(.expectedValue, at: 1), "a plus"),
    .init("[-]", malformed(.invalidNumber, at: 1), "a minus alone"),
    .init("[.5]", malformed(.expectedValue, at: 1), "no digit before the point"),
    .init("[1.]", malformed(.invalidNumber, at: 1), "no digit after the point"),
    .init("[1.e3]", malformed(.invalidNumber, at: 1), "no digit between point and exponent"),
    .init("[1e]", malformed(.invalidNumber, at: 1), "no digit in the exponent"),
    .init("[1e+]", malformed(.invalidNumber, at: 1), "a sign alone in the exponent"),
    .init("[0x10]", malformed(.expectedCommaOrBracket, at: 2), "hexadecimal"),
    .init("[1_000]", malformed(.expectedCommaOrBracket, at: 2), "a digit separator"),
    .init("[１]", malformed(.expectedValue, at: 1), "a full-width digit"),
  ]

  static let rejectedStrings: [DocumentCase] = [
    .init("[\"abc", malformed(.unexpectedEnd, at: 5), "an unterminated string"),
    .init("[\"abc\\", malformed(.unexpectedEnd, at: 6), "the end after a backslash"),
    .init("[\"a\nb\"]", malformed(.controlCharacter, at: 3), "a bare line feed"),
    .init("[\"a\tb\"]", malformed(.controlCharacter, at: 3), "a bare tab"),
    .init("[\"\u{0}\"]", malformed(.controlCharacter, at: 2), "a bare NUL"),
    .init(
      "[\"0123456789abcdef\u{1F}\"]", malformed(.controlCharacter, at: 18), "past a chunk of 16"),
    .init(#"["\a"]"#, malformed(.invalidEscape, at: 2), "an escape of C"),
    .init(#"["\x41"]"#, malformed(.invalidEscape, at: 2), "an escape of JavaScript"),
    .init(#"["\'"]"#, malformed(.invalidEscape, at: 2), "an escaped single quote"),
    .init(#"["\U0041"]"#, malformed(.invalidEscape, at: 2), "a capital U"),
    .init(#"["\u004"]"#, malformed(.invalidEscape, at: 2), "three digits"),
    .init(#"["\u00g0"]"#, malformed(.invalidEscape, at: 2), "a letter that is not a digit"),
    .init("[\"\\\u{E9}\"]", malformed(.invalidEscape, at: 2), "an escaped letter beyond ASCII"),
    .init(#"["\uD800"]"#, malformed(.loneSurrogate, at: 2), "a high surrogate alone"),
    .init(#"["\uDC00"]"#, malformed(.loneSurrogate, at: 2), "a low surrogate alone"),
    .init(#"["\uD800\uD800"]"#, malformed(.loneSurrogate, at: 2), "two high surrogates"),
    .init(#"["\uDC00\uD800"]"#, malformed(.loneSurrogate, at: 2), "a pair the wrong way round"),
    .init(#"["\uD800x"]"#, malformed(.loneSurrogate, at: 2), "a high surrogate before a letter"),
    .init(#"["\uD800\n"]"#, malformed(.loneSurrogate, at: 2), "a high surrogate before an escape"),
    .init(
      #"["a\uDBFF\u0041"]"#, malformed(.loneSurrogate, at: 3), "a high one before a BMP escape"),
    .init(#"{"\uD800":1}"#, malformed(.loneSurrogate, at: 2), "a surrogate in a name"),
    .string([0x80], JSONFault(.invalidUTF8, at: 2), "a continuation byte alone"),
    .string([0xBF], JSONFault(.invalidUTF8, at: 2), "the last continuation byte alone"),
    .string([0xC0, 0x80], JSONFault(.invalidUTF8, at: 2), "overlong NUL"),
    .string([0xC1, 0xBF], JSONFault(.invalidUTF8, at: 2), "overlong DEL"),
    .string([0xE0, 0x80, 0x80], JSONFault(.invalidUTF8, at: 2), "an overlong form of three bytes"),
    .string(
      [0xE0, 0x9F, 0xBF], JSONFault(.invalidUTF8, at: 2), "the last overlong form of three bytes"),
    .string(
      [0xF0, 0x80, 0x80, 0x80], JSONFault(.invalidUTF8, at: 2), "an overlong form of four bytes"),
    .string(
      [0xF0, 0x8F, 0xBF, 0xBF], JSONFault(.invalidUTF8, at: 2),
      "the last overlong form of four bytes"),
    .string([0xED, 0xA0, 0x80], JSONFault(.invalidUTF8, at: 2), "the first surrogate"),
    .string([0xED, 0xBF, 0xBF], JSONFault(.invalidUTF8, at: 2), "the last surrogate"),
    .string([0xF4, 0x90, 0x80, 0x80], JSONFault(.invalidUTF8, at: 2), "above U+10FFFF"),
    .string([0xF5, 0x80, 0x80, 0x80], JSONFault(.invalidUTF8, at: 2), "a lead byte out of range"),
    .string([0xFF], JSONFault(.invalidUTF8, at: 2), "a byte that UTF-8 never has"),
    .string([0xC3], JSONFault(.invalidUTF8, at: 2), "a sequence truncated by the quote"),
    .string([0xE2, 0x82], JSONFault(.invalidUTF8, at: 2), "two bytes of three"),
    .string([0xF0, 0x9F, 0x98], JSONFault(.invalidUTF8, at: 2), "three bytes of four"),
    .string([0xC3, 0x28], JSONFault(.invalidUTF8, at: 2), "a lead byte before ASCII"),
    .string([0x61, 0xC3, 0xA9, 0xC3, 0xC3], JSONFault(.invalidUTF8, at: 5), "after a valid one"),
    .init([0x5B, 0x22, 0xF0, 0x9F], malformed(.invalidUTF8, at: 2), "truncated by the end"),
  ]

  static let rejectedNames: [DocumentCase] = [
    .init(#"{"a":1,"a":2}"#, malformed(.duplicateKey(firstOffset: 1), at: 7), "a name twice"),
    .init(
      #"{"a":1,"b":2,"a":1}"#, malformed(.duplicateKey(firstOffset: 1), at: 13),
      "a duplicate name with the same value"),
    .init(
      #"{"a":1,"\u0061":2}"#, malformed(.duplicateKey(firstOffset: 1), at: 7),
      "a name and its escaped spelling"),
    .init(
      #"{"\u0061":1,"\u0061":2}"#, malformed(.duplicateKey(firstOffset: 1), at: 12),
      "two escaped spellings"),
    .init(
      "{\"\u{1F600}\":1,\"\\ud83d\\ude00\":2}", malformed(.duplicateKey(firstOffset: 1), at: 10),
      "a name beyond the BMP and its surrogate pair"),
    .init(#"{"":1,"":2}"#, malformed(.duplicateKey(firstOffset: 1), at: 6), "the empty name twice"),
    .init(
      #"{"a":{"b":1,"c":[{"b":1}],"b":2}}"#, malformed(.duplicateKey(firstOffset: 6), at: 26),
      "in an inner object, after an object inside that"),
    .init(
      #"{"a":1,"b":{"x":{},"y":{}},"a":2}"#, malformed(.duplicateKey(firstOffset: 1), at: 27),
      "after objects that were closed"),
  ]
}
