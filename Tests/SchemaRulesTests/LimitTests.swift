import ECMARegex
import JSONText
import SchemaRules
import Testing

@Suite("Limits of validation")
struct LimitTests {
  static let list = Schema(
    id: "list", title: "", root: .array(of: .string("", .minLength(1)), ""))

  static func document(_ count: Int) -> String {
    "[" + repeatElement(#""""#, count: count).joined(separator: ",") + "]"
  }

  @Test(arguments: [(0, 3), (2, 3), (3, 3), (4, 3), (100, 100), (101, 100), (5, 0)])
  func numberOfErrors(count: Int, cap: Int) throws {
    var limits = ValidationLimits()
    limits.errors = cap
    let result = try Validator(Self.list, limits: limits).validate(Self.document(count))
    #expect(result.errors.count == min(count, cap))
    #expect(result.omittedErrorCount == max(count - cap, 0))
    #expect(result.outcome == (count == 0 ? .valid : .invalid))
  }

  @Test func numberOfWarnings() throws {
    var limits = ValidationLimits()
    limits.errors = 1
    let result = try Validator(Ticket.schema(unknownFields: .report), limits: limits)
      .validate(#"{"title":"ab","a":1,"b":2,"c":3}"#)
    #expect(result.outcome == .valid)
    #expect(result.warnings.count == 1)
    #expect(result.omittedWarningCount == 2)
  }

  @Test func defaultIsOneHundred() throws {
    let result = try Validator(Self.list).validate(Self.document(1000))
    #expect(result.errors.count == 100)
    #expect(result.omittedErrorCount == 900)
  }

  @Test(arguments: [
    (#"{"title":"ab","steps":[{"do":"x"}]}"#, 3, false, "declared containers at the limit"),
    (#"{"title":"ab","steps":[{"do":"x"}]}"#, 2, true, "declared containers beyond the limit"),
    (#"{"title":"ab","x":[[]]}"#, 3, false, "unknown containers at the limit"),
    (#"{"title":"ab","x":[[[]]]}"#, 3, true, "undeclared containers beyond the limit"),
    (#"{"title":[[[]]]}"#, 3, true, "containers beyond the limit in a value of the wrong type"),
    (#"{"title":"ab","steps":[{"do":"x","y":[]}]}"#, 3, true, "unknown inside declared ones"),
    (#"{"title":"ab","steps":[{"do":"x","y":1}]}"#, 3, false, "a scalar is not a container"),
  ])
  func depth(_ document: String, _ depth: Int, _ isExceeded: Bool, _ reason: Comment) throws {
    let limits = ValidationLimits(json: JSONLimits(depth: depth))
    let result = try Validator(Ticket.schema, limits: limits).validate(document)
    #expect((result.outcome == .indeterminate) == isExceeded, reason)
    if isExceeded { #expect(result.limit?.kind == .document(.depth, bound: depth), reason) }
  }

  @Test func depthDoesNotHideAFault() throws {
    let deep = String(repeating: "[", count: 100_000)
    let result = try Validator(Ticket.schema).validate(#"{"title":"ab","x":\#(deep)"#)
    #expect(result.outcome == .malformed)
  }

  @Test func documentBytes() throws {
    let document = #"{"title":"ab"}"#
    let size = document.utf8.count
    var limits = ValidationLimits(json: JSONLimits(documentBytes: size))
    #expect(try Validator(Ticket.schema, limits: limits).validate(document).outcome == .valid)
    limits.json.documentBytes -= 1
    let result = try Validator(Ticket.schema, limits: limits).validate(document)
    #expect(result.outcome == .indeterminate)
    #expect(result.limit?.code == "documentBytes")
  }

  /// A match that gave up is neither a match nor a mismatch, whatever else is wrong.
  @Test func gaveUp() throws {
    let schema = Schema(
      id: "slow", title: "",
      root: .object(
        "", [.required("a", .string("", .pattern(#"^(a+)+\1$"#))), .required("b", .string(""))]))
    let validator = try Validator(schema)
    let slow = String(repeating: "a", count: 40) + "!"
    let good = String(repeating: "a", count: 40)
    let result = validator.validate(#"{"a":"\#(slow)","b":""}"#)
    #expect(result.outcome == .indeterminate)
    #expect(result.limit?.pointer.description == "/a")
    #expect(result.limit?.byteRange == 5..<48)
    #expect(result.errors.isEmpty)
    #expect(validator.validate(#"{"a":"\#(slow)"}"#).outcome == .indeterminate)
    #expect(validator.validate(#"{"a":"\#(slow)""#).outcome == .malformed)
    #expect(validator.validate(#"{"a":"\#(good)","b":""}"#).outcome == .valid)
  }
}
