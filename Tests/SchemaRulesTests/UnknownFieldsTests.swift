import JSONText
import SchemaRules
import Testing

@Suite("Another policy for undeclared members")
struct UnknownFieldsTests {
  private static let schema = Schema(
    id: "order", title: "Order",
    root: .object(
      "An order.",
      [
        .required("id", .string("Its number.", .minLength(1))),
        .optional(
          "lines",
          .array(
            of: .object("A line.", [.optional("count", .string("How many."))]), "What is ordered.")),
        .optional("payment", .object("How it is paid.", [], secret: true)),
      ]))

  @Test("Every object gets the policy, including those in arrays and objects")
  func everyObject() throws {
    let changed = Self.schema.withUnknownFields(.reject)
    let result = try Validator(changed).validate(
      #"{"id":"1","lines":[{"a":1}],"payment":{"b":2},"c":3}"#)
    #expect(
      result.errors.map(\.keyword) == [
        .additionalProperties, .additionalProperties, .additionalProperties,
      ])
    // A name inside a secret is withheld.
    #expect(result.errors.map(\.pointer.description) == ["/lines/0/a", "/payment", "/c"])
  }

  @Test(
    "The policy is marked as chosen, and the rules keep their ids",
    arguments: UnknownFieldPolicy.allCases)
  func provenance(_ policy: UnknownFieldPolicy) {
    let changed = Self.schema.withUnknownFields(policy)
    #expect(changed.rules.map(\.id) == Self.schema.rules.map(\.id))
    for rule in changed.rules where rule.keyword == .additionalProperties {
      #expect(rule.provenance.status == .chosen)
      #expect(rule.parameter == .unknownFields(policy))
    }
  }

  @Test("Everything else stays the same")
  func everythingElse() {
    let changed = Self.schema.withUnknownFields(.report)
    let (before, after) = (Self.schema.rules, changed.rules)
    for (one, other) in zip(before, after) where one.keyword != .additionalProperties {
      #expect(one == other)
    }
  }
}
