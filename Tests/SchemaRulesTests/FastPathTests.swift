import SchemaRules
import Testing

/// A value that a fast path accepts and a value that only the rules decide must have the same verdict.
@Suite("Fast paths for strings")
struct FastPathTests {
  /// A string in the spelling of the document, and the rules that it violates.
  struct Row: Sendable, CustomTestStringConvertible {
    let spelling: String
    let broken: [Keyword]
    let reason: String

    init(_ spelling: String, _ broken: [Keyword], _ reason: String) {
      (self.spelling, self.broken, self.reason) = (spelling, broken, reason)
    }

    var testDescription: String { "\(spelling): \(reason)" }
  }

  static let patterned: [Row] = [
    .init("ab", [], "at the minimum length"),
    .init("a", [.minLength], "below it"),
    .init("", [.minLength, .pattern], "the pattern rejects the empty string"),
    .init("-", [.minLength, .pattern], "below the minimum, with an invalid first character"),
    .init("a-b", [], "both kinds of characters"),
    .init("a-", [.pattern], "an invalid last character"),
    .init("a--b", [.pattern], "two separators"),
    .init(String(repeating: "a", count: 40), [], "at the maximum length"),
    .init(String(repeating: "a", count: 41), [.maxLength], "above it"),
    .init(
      String(repeating: "-", count: 41), [.maxLength, .pattern],
      "above the maximum, without a match"),
    .init(String(repeating: "a", count: 31) + "-b", [], "a separator at the end of the first step"),
    .init(String(repeating: "a", count: 31) + "--b", [.pattern], "separators on both sides"),
    .init(#"a\u002Db"#, [], "an escape ends the scan"),
    .init(#"a\u002D"#, [.pattern], "the escaped character counts"),
    .init(#"a\u002D\u002Db"#, [.pattern], "two escaped characters count"),
    .init("aé", [.pattern], "a character beyond ASCII ends the scan"),
    .init("é", [.minLength, .pattern], "lengths are code points, not bytes"),
  ]

  @Test(arguments: patterned) func patterns(_ row: Row) throws {
    try expect(
      row,
      of: .string("", .minLength(2), .maxLength(40), .pattern("^[a-z]+(-[a-z]+)*$")))
  }

  static let bounded: [Row] = [
    .init("", [.minLength], "below the minimum length"),
    .init("é", [.minLength], "one code point of two bytes"),
    .init("ab", [], "at the minimum length"),
    .init("äöü", [], "at the maximum length, in code points"),
    .init(#"a\u00DF\uD83D\uDE00"#, [], "an escape counts as its character"),
    .init("abcd", [.maxLength], "above it"),
    .init(#"\u0061bcd"#, [.maxLength], "above the maximum, with an escape"),
  ]

  @Test(arguments: bounded) func lengths(_ row: Row) throws {
    try expect(row, of: .string("", .minLength(2), .maxLength(3)))
  }

  static let enumerated: [Row] = [
    .init("s3", [], "the first value"),
    .init("s4", [], "the second"),
    .init("four-teen-long", [], "a value that fills the two words"),
    .init("fifteen-letters", [], "a value that exceeds the two words"),
    .init(#"s\u0033"#, [], "the first in another spelling"),
    .init("s", [.enum], "a part of the first"),
    .init("s33", [.enum], "more than the first"),
    .init("S3", [.enum], "in another case"),
    .init("", [.enum], "empty"),
    .init(#"s3\u0000"#, [.enum], "a NUL after the first value"),
  ]

  @Test(arguments: enumerated) func enumerations(_ row: Row) throws {
    let values = ["s3", "s4", "four-teen-long", "fifteen-letters"]
    // Each value comes first once, because the first one has a fast path.
    for first in values {
      let others = values.filter { $0 != first }
      try expect(row, of: .string("", .oneOf([first] + others)))
    }
  }

  @Test(arguments: enumerated) func enumerationsWithMoreRules(_ row: Row) throws {
    // A longer string also violates the bound.
    let field = FieldSchema.string(
      "", .oneOf("s3", "s4", "four-teen-long", "fifteen-letters"), .maxLength(2))
    let isLonger = row.spelling.count > 2 && !row.spelling.hasPrefix(#"s\u0033"#)
    try expect(
      Row(row.spelling, row.broken + (isLonger ? [.maxLength] : []), row.reason), of: field)
  }

  /// Every position of a string: far from the document's end, near it, at it, and in an array.
  private func expect(_ row: Row, of field: FieldSchema) throws {
    let object = Schema(
      id: "object", title: "", root: .object("", [.required("value", field)]))
    let array = Schema(id: "array", title: "", root: .array(of: field, ""))
    let member = #"{"value":"\#(row.spelling)"}"#
    let documents =
      (0...34).map { (object, member + String(repeating: " ", count: $0)) } + [
        (object, #"{"value" : "\#(row.spelling)" }"#),
        (array, #"["\#(row.spelling)"]"#),
      ]
    for (schema, text) in documents {
      let result = try Validator(schema).validate(text)
      #expect(Set(result.errors.map(\.keyword)) == Set(row.broken), "\(text): \(row.reason)")
      #expect(result.errors.count == row.broken.count)
    }
  }
}
