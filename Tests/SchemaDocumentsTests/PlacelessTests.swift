import APIOperations
import ExampleOperation
import SchemaDocuments
import SchemaRules
import Testing

/// A rule or fact without a place is rendered without one instead of with an empty one.
@Suite("Rules without a place")
struct PlacelessTests {
  @Test func explanations() throws {
    let rule = try #require(
      RegisterParcel.request.rules.first { $0.id == "register-parcel.request/to/minLength" })
    let placed = RuleExplanation(rule, of: RegisterParcel.operation)
    #expect(placed.place == "Body > to > shortest")
    #expect(placed.origin == "Documented: the page states it. (Body > to > shortest)")
    #expect(placed.lines[1] == placed.origin)
    for explanation in [RuleExplanation(rule), RuleExplanation(rule, of: RegisterParcel.placeless)]
    {
      #expect(explanation.place == nil)
      #expect(explanation.origin == "Documented: the page states it.")
      #expect(explanation.lines.count == placed.lines.count)
    }
  }

  @Test func documents() {
    let placed = OperationReferenceTests.renderings(RegisterParcel.operation)
    let placeless = OperationReferenceTests.renderings(RegisterParcel.placeless)
    let marks = ["On the page: ", "class=\"place\"", "Place       "]
    for (mark, (with, without)) in zip(marks, zip(placed, placeless)) {
      #expect(with.text.contains(mark), "\(with.name)")
      #expect(!without.text.contains(mark), "\(without.name)")
    }
  }
}
