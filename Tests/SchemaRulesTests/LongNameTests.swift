import JSONText
import SchemaRules
import Testing

/// Member names longer than the two machine words that are compared at once.
struct LongNameTests {
  /// They share their first 15 bytes, which are all that the first comparison covers after the quote.
  static let names = [
    "abcdefghijklm", "abcdefghijklmn", "abcdefghijklmno", "abcdefghijklmnop", "abcdefghijklmnoq",
    "abcdefghijklmnopqrstuvw", "abcdefghijklmnopqrstuvx", "abcdefghijklmnopqrstuvwxyzabcdefghijklm",
  ]

  static func validator() throws -> Validator {
    try Validator(
      Schema(
        id: "long", title: "Long names",
        root: .object(
          "An object.", names.map { .optional($0, .string("A text.", .maxLength(1))) },
          unknownFields: .reject)))
  }

  @Test(arguments: names)
  func namesAreDistinct(_ name: String) throws {
    let result = try Self.validator().validate(#"{"\#(name)":"xx"}"#)
    #expect(result.errors.map(\.rule.id) == ["long/\(name)/maxLength"])
  }

  @Test func canonicallyEquivalentNamesAreDistinct() throws {
    let names = ["caf\u{E9}", "cafe\u{301}"]
    let validator = try Validator(
      Schema(
        id: "two", title: "Two names",
        root: .object(
          "An object.",
          [
            .optional(names[0], .string("A text.", .maxLength(1))),
            .required(names[1], .string("A text.", .minLength(2))),
          ], unknownFields: .reject)))
    func rules(_ document: String) -> [[UInt8]] {
      validator.validate(document).errors.map { Array($0.rule.id.utf8) }
    }
    #expect(
      rules(#"{"\#(names[0])":"xx","\#(names[1])":"x"}"#)
        == ["two/\(names[0])/maxLength", "two/\(names[1])/minLength"].map { Array($0.utf8) })
    #expect(
      rules(#"{"\#(names[0])":"x"}"#) == [Array("two/\(names[1])/required".utf8)])
    let values = try validator.read(Array(#"{"\#(names[0])":"a","\#(names[1])":"bb"}"#.utf8)) {
      (reader) throws(DocumentError) in
      var members = try reader.members()
      var values: [Int: String] = [:]
      while let index = reader.next(&members, of: MemberNames("caf\u{E9}", "cafe\u{301}")) {
        values[index] = try reader.value() as String
      }
      return values
    }
    #expect(values == [0: "a", 1: "bb"])
  }

  @Test(arguments: names)
  func inAnyOrderAndWithWhitespace(_ first: String) throws {
    let members = ([first] + Self.names.filter { $0 != first }.reversed()).map {
      #""\#($0)" : "x""#
    }
    let result = try Self.validator().validate("{\(members.joined(separator: " , "))}")
    #expect(result.outcome == .valid)
  }

  @Test(arguments: [
    ("abcdefghijkl", "one byte less than the shortest"),
    ("abcdefghijklmnopq", "between two lengths"),
    ("abcdefghijklmnoz", "the last byte of sixteen"),
    ("abcdefghijklmnopqrstuvy", "the last byte of many"),
    ("abcdefghijklmnopqrstuvwxyzabcdefghijkln", "the last byte of the longest"),
    ("abcdefghijklmnoXqrstuvw", "a byte in the middle"),
  ])
  func otherNamesAreUnknown(_ name: String, _ reason: Comment) throws {
    let result = try Self.validator().validate(#"{"\#(name)":"x"}"#)
    #expect(result.errors.map(\.keyword) == [.additionalProperties], reason)
  }

  @Test(arguments: names)
  func duplicatesAreFound(_ name: String) throws {
    let result = try Self.validator().validate(#"{"\#(name)":"x","\#(name)":"x"}"#)
    #expect(result.fault?.reason == .duplicateKey(firstOffset: 1))
    #expect(result.fault?.offset == name.utf8.count + 8)
  }
}
