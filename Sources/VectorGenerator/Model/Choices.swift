public import Vectors

/// The questions that the page leaves open, as `choices.json` states them.
public enum Choices {
  /// Every axis; of each, the first alternative is the one that this library takes.
  public static let axes: [Axis] = [
    whitespace, dollar, lengthUnit, unknownFields, emptyStrings, duplicateKeys, byteOrderMark,
    loneSurrogates, numberRange, depth, documentSize, typeAndEnum,
  ]

  /// Alternatives of an axis one of which leads to another answer than the recommended one if any
  /// alternative does: of bounds, the strictest and the laxest.
  static func telling(_ axis: Axis) -> [String] {
    if axis.id == depth.id { return ["at-most-16", "unbounded"] }
    if axis.id == documentSize.id { return ["at-most-64-kib"] }
    return axis.alternatives.dropFirst().map(\.name)
  }

  static let whitespace = Axis(
    id: "regex-whitespace",
    question: "Which characters does \\s in the page's patterns stand for?",
    why:
      "The service and its client are JavaScript, and JSON Schema names ECMA-262 as its dialect.",
    alternatives: [
      .init(
        "ecmascript", "The 25 code points of ECMA-262: with U+FEFF, without U+0085 and U+180E."),
      .init(
        "unicode",
        "The property White_Space: with U+0085, without U+FEFF (.NET, Swift, Rust, ICU)."),
      .init("pcre-ucp", "White_Space with U+180E (PCRE2 with UCP)."),
      .init(
        "python", "White_Space with U+001C to U+001F (Python's re on str)."),
      .init("ascii", "Space and U+0009 to U+000D (PCRE2, Java, and Ruby after 2.2, by default)."),
      .init("ascii-without-vt", "Space, tab, LF, FF and CR (RE2, Go)."),
    ])

  static let dollar = Axis(
    id: "dollar",
    question: "Where does $ match?",
    why: "In ECMA-262 without the m flag it matches at the very end only.",
    alternatives: [
      .init("end-only", "At the very end (ECMA-262, RE2, Rust)."),
      .init("before-final-newline", "Also before an LF that ends the text (PCRE2, Python, .NET)."),
      .init(
        "before-final-terminator",
        "Also before any line terminator that ends the text (Java and ICU by default)."),
      .init("any-line", "^ and $ match at every LF (Ruby, or an m flag)."),
    ])

  static let lengthUnit = Axis(
    id: "length-unit",
    question: "What do min length and max length count?",
    why: "JSON Schema counts Unicode code points.",
    alternatives: [
      .init("code-points", "Unicode code points (JSON Schema, Python, Go's runes)."),
      .init("utf-16", "UTF-16 code units (JavaScript's length, Java, .NET)."),
      .init("utf-8", "Bytes of UTF-8 (Go's len, Rust's len, PHP's strlen)."),
      .init("graphemes", "Grapheme clusters (Swift's count)."),
    ])

  static let unknownFields = Axis(
    id: "unknown-fields",
    question: "What happens to members that the page does not name?",
    why: "The page does not forbid them, and JSON Schema allows what is not forbidden.",
    alternatives: [
      .init("allow", "They are ignored, or reported without changing the outcome."),
      .init("reject", "Each is an error, keyword additionalProperties, on its own pointer."),
      .init("reject-at-parent", "Each object with such members has one error on its own pointer."),
      .init(
        "reject-hiding-names",
        "Like reject, but inside credentials each error is on the pointer of credentials."),
    ])

  static let emptyStrings = Axis(
    id: "empty-strings",
    question: "Is an empty string a value where the page states no min length?",
    why: "The page states no bound, and an empty string is a string.",
    alternatives: [
      .init("allow", "It is one."),
      .init("as-absent", "It counts as a member that is missing."),
      .init("too-short", "It is one, and breaks minLength everywhere (Joi's default)."),
    ])

  static let duplicateKeys = Axis(
    id: "duplicate-keys",
    question: "May an object have a member name twice?",
    why: "RFC 8259 leaves it open, and two readers that differ can be played against each other.",
    alternatives: [
      .init("reject", "No: the document is malformed."),
      .init("last-wins", "The last member counts (JSON.parse, Python, Go)."),
      .init("first-wins", "The first member counts."),
    ])

  static let byteOrderMark = Axis(
    id: "byte-order-mark",
    question: "May a document start with a byte order mark?",
    why: "RFC 8259 forbids to add one; it permits, and does not ask, to ignore one.",
    alternatives: [
      .init("reject", "No: the document is malformed."),
      .init("ignore", "Yes, and it is skipped."),
    ])

  static let loneSurrogates = Axis(
    id: "lone-surrogates",
    question: "May an escape name half a surrogate pair?",
    why: "It stands for no character, and readers do different things with it.",
    alternatives: [
      .init("reject", "No: the document is malformed."),
      .init("accept", "Yes; it counts as one character that no pattern of the page allows."),
    ])

  static let numberRange = Axis(
    id: "number-range",
    question: "May a number be larger than a double can hold?",
    why: "The grammar sets no bound, and no rule of the page needs a number's value.",
    alternatives: [
      .init("unbounded", "Yes."),
      .init("limited", "No: the document is refused."),
    ])

  /// The bounds in use, the recommended one first; nil is none.
  static let depthBounds: [Int?] = [512, 16, 32, 64, 100, 128, 256, 1_000, 10_000, nil]

  static let depth = Axis(
    id: "depth",
    question: "How many containers may stand inside one another?",
    why:
      "RFC 8259 lets an implementation set a bound; this library's is a setting, 512 by default.",
    alternatives: depthBounds.map { bound in
      guard let bound else { return .init("unbounded", "Any number.") }
      return .init("at-most-\(bound)", "About \(bound); deeper documents are refused.")
    })

  /// The bounds in use in KiB, the recommended one first; nil is none.
  static let sizeBounds: [Int?] = [nil, 64, 100, 256, 1024]

  static let documentSize = Axis(
    id: "document-size",
    question: "How many bytes may a document have?",
    why: "The page states no bound; this library's is a setting, and far above these.",
    alternatives: sizeBounds.map { bound in
      guard let bound else { return .init("unbounded", "More than any vector has.") }
      return .init("at-most-\(bound)-kib", "\(bound) KiB; larger documents are refused.")
    })

  static let typeAndEnum = Axis(
    id: "type-and-enum",
    question: "What does a value of the wrong type break where the page lists the values?",
    why: "Who sends it has one thing to mend, and the list says nothing that the type does not.",
    alternatives: [
      .init("type-alone", "type; the list is for values of the right type."),
      .init("both", "type and enum, each for itself (validators of JSON Schema)."),
      .init("enum-alone", "enum: the value is not on the list (pydantic's Literal, a switch)."),
    ])
}
