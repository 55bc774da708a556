import JSONText
import SchemaRules
import Testing

@Suite("Problem details")
struct ProblemDetailsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let document: String
    let status: Int
    let json: String
    var testDescription: String { document }

    init(_ document: String, _ status: Int, _ json: String) {
      self.document = document
      self.status = status
      self.json = json
    }
  }

  static let rows: [Row] = [
    Row(
      "[]", 422,
      #"{"type":"about:blank","title":"Unprocessable Content","status":422,"#
        + #""detail":"The body violates a rule.","errors":[{"#
        + ##""detail":"the document must be an object, not an array","pointer":"#","##
        + #""keyword":"type","rule":"ticket/type","#
        + #""params":{"expected":"object","actual":"array"}}]}"#),
    Row(
      #"{"title":"a","code":"é","login":{"user":""}}"#, 422,
      #"{"type":"about:blank","title":"Unprocessable Content","status":422,"#
        + #""detail":"The body violates 3 rules.","errors":["#
        + ##"{"detail":"/title must have at least 2 code points; it has 1","pointer":"#/title","##
        + #""keyword":"minLength","rule":"ticket/title/minLength","#
        + #""params":{"limit":2,"actual":1}},"#
        + ##"{"detail":"/code must match the pattern ^[a-z]+$","pointer":"#/code","##
        + #""keyword":"pattern","rule":"ticket/code/pattern","params":{"pattern":"^[a-z]+$"}}],"#
        + #""omittedErrors":1}"#),
    Row(
      #"{"a":1,"a":2}"#, 400,
      #"{"type":"about:blank","title":"Bad Request","status":400,"#
        + #""detail":"The body is not strict JSON: duplicate member name.","#
        + #""code":"duplicateKey","offset":7}"#),
    Row(
      #"{"title":"ab","x":[[[[]]]]}"#, 422,
      #"{"type":"about:blank","title":"Unprocessable Content","status":422,"#
        + #""detail":"The body could not be validated: containers are nested more than 3 levels deep, the limit \"depth\".","#
        + #""code":"depth","offset":20}"#),
    Row(
      String(repeating: " ", count: 100) + "{}", 413,
      #"{"type":"about:blank","title":"Content Too Large","status":413,"#
        + #""detail":"The body could not be validated: the document has more than 100 bytes, the limit "#
        + #"\"documentBytes\".","code":"documentBytes","offset":100}"#),
  ]

  static let limits = ValidationLimits(json: JSONLimits(depth: 3, documentBytes: 100), errors: 2)

  @Test("Exact bodies", arguments: rows)
  func body(_ row: Row) throws {
    let result = try Validator(Ticket.schema, limits: Self.limits).validate(row.document)
    let problem = try #require(ProblemDetails(result))
    #expect(problem.status == row.status)
    #expect(String(decoding: problem.json, as: UTF8.self) == row.json)
  }

  @Test("A valid document is not a problem")
  func valid() throws {
    let result = try Validator(Ticket.schema).validate(#"{"title":"ab"}"#)
    #expect(ProblemDetails(result) == nil)
  }

  @Test("A service can define its own kind of problem")
  func kind() throws {
    let result = try Validator(Ticket.schema).validate("[]")
    let kind = (type: "https://example.com/problems/ticket", title: "The ticket is not right.")
    let problem = try #require(ProblemDetails(result, kind: kind))
    let body = try JSONValue(parsing: problem.json)
    #expect(body["type"]?.stringValue == kind.type)
    #expect(body["title"]?.stringValue == kind.title)
    #expect(body["status"]?.integerValue == 422)
  }

  @Test("A reason without a document has no further members")
  func reason() {
    let problem = ProblemDetails(
      status: 415, title: "Unsupported Media Type", detail: "The body has to be \"JSON\".")
    #expect(
      String(decoding: problem.json, as: UTF8.self)
        == #"{"type":"about:blank","title":"Unsupported Media Type","status":415,"#
        + #""detail":"The body has to be \"JSON\"."}"#)
  }
}
