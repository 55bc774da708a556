import JSONText
import SchemaRules
import Testing

@Suite("Messages of errors")
struct MessageTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let document: String
    let message: String
    let parameters: String
    let rule: String
    var testDescription: String { message }

    init(_ document: String, _ message: String, _ parameters: String, _ rule: String) {
      self.document = document
      self.message = message
      self.parameters = parameters
      self.rule = rule
    }
  }

  static let rows: [Row] = [
    Row(
      "[]", "the document must be an object, not an array", "expected=object actual=array", "/type"),
    Row(
      #"{"title":7}"#, "/title must be a string, not a number", "expected=string actual=number",
      "/title/type"),
    Row(
      #"{"title":null}"#, "/title must be a string, not null", "expected=string actual=null",
      "/title/type"),
    Row(
      #"{"title":"ab","count":0.5}"#,
      "/count must be an integer, not a number with a fractional part",
      "expected=integer actual=number", "/count/type"),
    Row(
      #"{"title":"a"}"#, "/title must have at least 2 code points; it has 1", "limit=2 actual=1",
      "/title/minLength"),
    Row(
      #"{"title":"ab","steps":[{"do":""}]}"#,
      "/steps/0/do must have at least 1 code point; it has 0", "limit=1 actual=0",
      "/steps/*/do/minLength"),
    Row(
      #"{"title":"abcdef"}"#, "/title must have at most 5 code points; it has 6",
      "limit=5 actual=6", "/title/maxLength"),
    Row(
      #"{"title":"ab","code":"A"}"#, "/code must match the pattern ^[a-z]+$", "pattern=^[a-z]+$",
      "/code/pattern"),
    Row(
      #"{"title":"ab","code":"abc"}"#, "/code must be one of \"ab\", \"A\", \"\u{E9}\"",
      "allowed=[ab,A,\u{E9}]", "/code/enum"),
    Row("{}", "/title is required", "", "/title/required"),
  ]

  @Test(arguments: rows)
  func message(_ row: Row) throws {
    let result = try Validator(Ticket.schema).validate(row.document)
    let error = try #require(result.errors.first)
    #expect(result.errors.count == 1)
    #expect(error.message == row.message)
    #expect(error.description == "\(row.message) [\(error.keyword.rawValue)]")
    #expect(error.rule.id == "ticket\(row.rule)")
    let parameters = error.parameters.map { name, value in
      switch value {
      case .text(let text): "\(name)=\(text)"
      case .number(let number): "\(name)=\(number)"
      case .list(let list):
        "\(name)=[\(list.map { $0.stringValue ?? $0.compactText }.joined(separator: ","))]"
      case .value(let value): "\(name)=\(value.compactText)"
      }
    }
    #expect(parameters.joined(separator: " ") == row.parameters)
  }

  /// No error contains a value, however it is printed.
  @Test func errorsContainNoValues() throws {
    let canary = "CANARY123"
    let document = #"""
      {"title":"\#(canary)","code":"\#(canary)","count":"\#(canary)","login":{"user":["\#(canary)"]},
      "steps":[{"do":1,"tags":["\#(canary)"]}]}
      """#
    let result = try Validator(Ticket.schema).validate(document)
    #expect(result.errors.count == 8)
    var dumped = ""
    dump(result, to: &dumped)
    #expect(!dumped.contains(canary))
    #expect(!"\(result)".contains(canary))
    #expect(!"\(DocumentError.notValid(result))".contains(canary))
  }
}

@Suite("Unknown fields")
struct UnknownFieldTests {
  static let document = #"{"title":"ab","x/y":1,"login":{"user":"","pass~/word":"","SECRET":2}}"#

  @Test func allow() throws {
    let result = try Validator(Ticket.schema(unknownFields: .allow)).validate(Self.document)
    #expect(result.outcome == .valid)
    #expect(result.warnings.isEmpty)
  }

  @Test func report() throws {
    let result = try Validator(Ticket.schema(unknownFields: .report)).validate(Self.document)
    #expect(result.outcome == .valid)
    #expect(result.errors.isEmpty)
    #expect(result.warnings.map(\.pointer.description) == ["/x~1y", "/login"])
  }

  @Test func reject() throws {
    let result = try Validator(Ticket.schema(unknownFields: .reject)).validate(Self.document)
    #expect(result.outcome == .invalid)
    #expect(result.warnings.isEmpty)
    #expect(result.errors.map(\.keyword) == [.additionalProperties, .additionalProperties])
    #expect(
      result.errors.map(\.message) == [
        "/x~1y is not a known field",
        "/login has a member that is not a known field; its name is withheld",
      ])
    #expect(result.errors.map(\.byteRange) == [14..<19, 57..<65])
    #expect(
      result.errors.map(\.rule.id) == [
        "ticket/additionalProperties", "ticket/login/additionalProperties",
      ])
  }
}
