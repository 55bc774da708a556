import JSONText
import SchemaRules
import Testing

/// Declarations other than strings and plain objects.
@Suite("Declared values of every kind")
struct DeclaredValuesTests {
  private static func field(_ name: String) -> FieldSchema {
    switch name {
    case "age": .integer("Years.", .minimum(0), .maximum(150))
    case "price": .number("In euros.", .exclusiveMinimum(0), .multipleOf("0.01"))
    case "share": .number("A share.", .minimum("0.1"), .exclusiveMaximum(1))
    case "note": .string("A note.", .maxLength(3)).orNull
    case "level": .string("A level.", .oneOf("low", "high")).orNull
    case "nothing": FieldSchema(.null, summary: "Always null.")
    case "on": .boolean("Always on.", .const(.boolean(true)))
    case "day": .string("A day.", .format("date"))
    case "tags": .array(of: .string("A tag."), "Tags.", .minItems(1), .maxItems(3), .uniqueItems)
    case "any":
      .any("Any of three.", .oneOf(values: [.null, .number("1.5"), .array([.number("1")])]))
    case "names":
      .object("Names.", [.optional("a", .any("A."))], .minProperties(1), .maxProperties(2))
    case "prices":
      .map(
        of: .number("A price.", .minimum(0)), "Prices by currency.",
        names: [.pattern("^[A-Z]{3}$")], .maxProperties(2))
    case "size":
      .oneOf("A size.", [.string("In words.", .maxLength(2)), .integer("In metres.", .minimum(1))])
    case "pay":
      .oneOf(
        "How it is paid.", by: "method",
        [
          "card": .object("By card.", [.required("number", .string("Its number.", .minLength(4)))]),
          "cash": .object(
            "In cash.", [.optional("change", .number("Change."))], unknownFields: .reject),
        ])
    case "payOrNull":
      .oneOf("A choice.", by: "kind", ["a": .object("A.", [])]).orNull
    default: .any("Anything.")
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let field: String
    let value: String
    let errors: [String]
    let reason: String

    init(_ field: String, _ value: String, _ errors: [String], _ reason: String) {
      (self.field, self.value, self.errors, self.reason) = (field, value, errors, reason)
    }

    var testDescription: String { "\(field) \(value): \(reason)" }
  }

  static let rows: [Row] = [
    .init("age", "0", [], "at the bound"),
    .init("age", "150.0", [], "a whole number in any spelling"),
    .init("age", "151", ["/f: x/f/maximum"], "above"),
    .init("age", "-1", ["/f: x/f/minimum"], "below"),
    .init("age", "1.5", ["/f: x/f/type"], "not whole"),
    .init("age", "\"1\"", ["/f: x/f/type"], "a wrong type violates only `type`"),
    .init("price", "0.01", [], "exact decimals"),
    .init("price", "0", ["/f: x/f/exclusiveMinimum"], "at an exclusive bound"),
    .init("price", "0.005", ["/f: x/f/multipleOf"], "no multiple"),
    .init("price", "100000000000000000000.01", [], "more digits than a double has"),
    .init("share", "0.1", [], "at the bound, which no double equals"),
    .init("share", "0.09999999999999999999999", ["/f: x/f/minimum"], "a little below"),
    .init(
      "share", "1e0", ["/f: x/f/exclusiveMaximum"], "at an exclusive bound, in another spelling"),
    .init("note", "null", [], "null is allowed"),
    .init("note", "\"abcd\"", ["/f: x/f/maxLength"], "the bounds of the type still count"),
    .init("note", "1", ["/f: x/f/type"], "neither a string nor null"),
    .init("level", "null", [], "null in addition to an enumeration"),
    .init("level", "\"mid\"", ["/f: x/f/enum"], "none of the values"),
    .init("nothing", "null", [], "null"),
    .init("nothing", "0", ["/f: x/f/type"], "not null"),
    .init("on", "true", [], "the value"),
    .init("on", "false", ["/f: x/f/const"], "another value"),
    .init("day", "\"2024-02-29\"", [], "a day"),
    .init("day", "\"2023-02-29\"", ["/f: x/f/format"], "declared formats assert"),
    .init("tags", "[\"a\"]", [], "one tag"),
    .init("tags", "[]", ["/f: x/f/minItems"], "none"),
    .init("tags", "[\"a\",\"a\"]", ["/f: x/f/uniqueItems"], "equal tags"),
    .init(
      "tags", "[1,2,3,4]",
      [
        "/f/0: x/f/*/type", "/f/1: x/f/*/type", "/f/2: x/f/*/type", "/f/3: x/f/*/type",
        "/f: x/f/maxItems",
      ], "elements and the array"),
    .init("any", "1.50", [], "an equal number"),
    .init("any", "[1.0]", [], "an equal array"),
    .init("any", "\"1.5\"", ["/f: x/f/enum"], "a string is not a number"),
    .init("names", "{\"b\":1}", [], "one member"),
    .init("names", "{}", ["/f: x/f/minProperties"], "too few"),
    .init("names", "{\"a\":1,\"b\":1,\"c\":1}", ["/f: x/f/maxProperties"], "too many"),
    .init("prices", "{\"EUR\":1,\"USD\":0}", [], "a map"),
    .init("prices", "{\"EUR\":-1}", ["/f/EUR: x/f/*/minimum"], "a value"),
    .init("prices", "{\"eur\":1}", ["/f/eur: x/f/*/propertyNames/pattern"], "a name"),
    .init("size", "\"XL\"", [], "the first alternative"),
    .init("size", "0", ["/f: x/f/oneOf/1/minimum"], "the type selects the alternative"),
    .init("size", "null", ["/f: x/f/oneOf"], "none"),
    .init("pay", "{\"method\":\"card\",\"number\":\"1234\"}", [], "an alternative"),
    .init(
      "pay", "{\"number\":\"1\",\"method\":\"card\"}",
      ["/f/number: x/f/oneOf/card/number/minLength"], "the discriminator at any position"),
    .init(
      "pay", "{\"method\":\"cash\",\"number\":\"1\"}",
      ["/f/number: x/f/oneOf/cash/additionalProperties"], "the members of another alternative"),
    .init("payOrNull", "null", [], "null as another alternative"),
  ]

  @Test(arguments: rows) func value(_ row: Row) throws {
    let schema = Schema(
      id: "x", title: "", root: .object("", [.required("f", Self.field(row.field))]))
    let result = try Validator(schema).validate("{\"f\":\(row.value)}")
    #expect(result.errors.map { "\($0.pointer): \($0.rule.id)" } == row.errors, "\(row.reason)")
    #expect(result.outcome == (row.errors.isEmpty ? .valid : .invalid))
  }

  static let mistakes:
    [(field: FieldSchema, keyword: Keyword?, pointer: String, reason: SchemaError.Reason)] = [
      (
        .integer("", .minimum(2), .maximum(1)), .minimum, "/f",
        .emptyRange(minimum: "2", maximum: "1")
      ),
      (
        .number("", .minimum("1.0"), .exclusiveMaximum(1)), .minimum, "/f",
        .emptyRange(minimum: "1.0", maximum: "1")
      ),
      (
        .array(of: .any(""), "", .minItems(2), .maxItems(1)), .minItems, "/f",
        .emptyRange(minimum: "2", maximum: "1")
      ),
      (.number("", .minimum("01")), .minimum, "/f", .invalidNumber("01")),
      (.number("", .minimum(Double.infinity)), .minimum, "/f", .invalidNumber("inf")),
      (.number("", .multipleOf(0)), .multipleOf, "/f", .invalidNumber("0")),
      (.array(of: .any(""), "", .minItems(-1)), .minItems, "/f", .negativeCount(-1)),
      (.string("", .format("dat")), .format, "/f", .unknownFormat("dat")),
      (.string("", .minimum(1)), .minimum, "/f", .inapplicable),
      (.integer("", .pattern("a")), .pattern, "/f", .inapplicable),
      (.string("", Constraint(.minLength, .pattern("a"))), .minLength, "/f", .inapplicable),
      (.any("", Constraint(.allOf, .schemas([99]))), .allOf, "/f", .inapplicable),
      (
        .object("", [], Constraint(.properties, .schemasByName([Named("a", 99)]))), .properties,
        "/f", .inapplicable
      ),
      (.integer("", .oneOf("a")), .enum, "/f", .valueOfOtherType("\"a\"")),
      (.boolean("", .const(.null)), .const, "/f", .valueOfOtherType("null")),
      (.map(of: .any(""), "", names: [.minimum(1)]), .minimum, "/f/*/propertyNames", .inapplicable),
      (
        .oneOf("", by: "k", ["a": .object("", []), "a": .object("", [])]), nil, "/f/oneOf",
        .duplicateProperty("a")
      ),
      (.oneOf("", by: "k", ["a": .string("")]), .required, "/f/oneOf/a", .inapplicable),
      (
        .oneOf("", by: "k", ["a": .object("", [.optional("k", .string(""))])]), nil, "/f/oneOf/a",
        .duplicateProperty("k")
      ),
      (.oneOf("", []), .oneOf, "/f", .inapplicable),
    ]

  @Test(arguments: mistakes.indices) func mistake(_ index: Int) {
    let row = Self.mistakes[index]
    do throws(SchemaError) {
      _ = try Validator(Schema(id: "x", title: "", root: .object("", [.required("f", row.field)])))
      Issue.record("accepted: \(row.reason)")
    } catch {
      #expect(error.reason == row.reason)
      #expect(error.keyword == row.keyword)
      #expect(error.pointer.description == row.pointer)
    }
  }

  /// Names in a secret map may be secret themselves.
  @Test func namesInSecretsAreWithheld() throws {
    let field = FieldSchema.map(
      of: .integer("", .minimum(1)), "", names: [.maxLength(3)], secret: true)
    let schema = Schema(id: "x", title: "", root: .object("", [.required("f", field)]))
    let result = try Validator(schema).validate(#"{"f":{"hidden":0,"abc":0}}"#)
    #expect(result.errors.count == 3)
    for error in result.errors {
      #expect(error.pointer.description == "/f")
      #expect(!error.message.contains("hidden") && !error.message.contains("abc"))
    }
  }

  @Test func ruleIdentifiersAreUnique() {
    let names = Set(Self.rows.map(\.field)).sorted()
    let schema = Schema(
      id: "x", title: "", root: .object("", names.map { .optional($0, Self.field($0)) }))
    let identifiers = schema.rules.map(\.id)
    #expect(Set(identifiers).count == identifiers.count)
  }
}
