import JSONText
import SchemaRules
import Testing

/// A fast path accepts integers within bounds; the rules decide all others.
struct QuickNumberTests {
  static let schema = Schema(
    id: "number", title: "Numbers",
    root: .object(
      "An object.",
      [
        .optional("n", .integer("A number.", .minimum(-5), .exclusiveMaximum(10))),
        .optional("f", .number("A number.", .minimum("0.5"), .maximum(3))),
        .optional("b", .boolean("A flag.")),
      ]))

  @Test(arguments: [
    (#"{"n":-5}"#, "", "the least"), (#"{"n":-6}"#, "minimum", "one less"),
    (#"{"n":9}"#, "", "the greatest"), (#"{"n":10}"#, "exclusiveMaximum", "the bound itself"),
    (#"{"n":9.0}"#, "", "whole, with a fraction"), (#"{"n":9.5}"#, "type", "not whole"),
    (#"{"n":0.9e1}"#, "", "whole, with an exponent"), (#"{"n":1e1}"#, "exclusiveMaximum", "10"),
    (#"{"n":-0}"#, "", "a negative zero"), (#"{"n":0}"#, "", "directly before the end"),
    (#"{"n":1000000000000000000000}"#, "exclusiveMaximum", "more than a word holds"),
    (#"{"n":-9223372036854775809}"#, "minimum", "less than a word holds"),
    (#"{"n":18446744073709551620}"#, "exclusiveMaximum", "4 in the low bits of a word"),
    (#"{"n":01}"#, "leadingZero", "no JSON"), (#"{"n":-}"#, "invalidNumber", "no JSON"),
    (#"{"n":1.}"#, "invalidNumber", "no JSON"), (#"{"n":1e}"#, "invalidNumber", "no JSON"),
    (#"{"n":"1"}"#, "type", "a text"), (#"{"n":null}"#, "type", "null"),
    (#"{"f":0.5}"#, "", "a bound with a fraction"), (#"{"f":0}"#, "minimum", "below it"),
    (#"{"f":3}"#, "", "an integer"), (#"{"f":4}"#, "maximum", "above it"),
    (#"{"b":true}"#, "", "a literal"), (#"{"b":tru}"#, "invalidLiteral", "no JSON"),
    (#"{"b":1}"#, "type", "a number"),
  ])
  func verdict(_ document: String, _ expected: String, _ reason: Comment) throws {
    let result = try Validator(Self.schema).validate(document)
    let found = result.errors.map(\.keyword.rawValue) + (result.fault.map { [$0.code] } ?? [])
    #expect(found == (expected.isEmpty ? [] : [expected]), reason)
  }
}
