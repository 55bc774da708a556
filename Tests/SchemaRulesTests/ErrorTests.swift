import JSONText
import SchemaRules
import Testing

@Suite("Errors of a document")
struct ErrorTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let document: String
    /// Pointer, keyword and the text at the byte range of each error.
    let errors: [[String]]
    let testDescription: String

    init(_ document: String, _ errors: [[String]], _ reason: String) {
      self.document = document
      self.errors = errors
      testDescription = reason
    }
  }

  static let rows: [Row] = [
    Row(#"{"title":"abc"}"#, [], "a valid document"),
    Row(#"{"title":"a"}"#, [["/title", "minLength", #""a""#]], "below the minimum length"),
    Row(#"{"title":"ab"}"#, [], "at the minimum length"),
    Row(#"{"title":"abcde"}"#, [], "at the maximum length"),
    Row(
      #"{"title":"abcdef"}"#, [["/title", "maxLength", #""abcdef""#]], "above the maximum length"),
    Row(
      #"{"title":"\u0061"}"#, [["/title", "minLength", #""\u0061""#]], "an escape is one code point"
    ),
    Row(
      #"{"title":"\ud83d\ude00"}"#, [["/title", "minLength", #""\ud83d\ude00""#]],
      "a surrogate pair is one code point"),
    Row(
      "{\"title\":\"\u{1F600}\"}", [["/title", "minLength", "\"\u{1F600}\""]],
      "four bytes are one code point"),
    Row("{\"title\":\"e\u{301}\"}", [], "a grapheme of two code points counts as two"),
    Row(#"{"title":"\r\n"}"#, [], "CRLF counts two"),
    Row("{}", [["/title", "required", "{"]], "a missing field has its own pointer"),
    Row(#"{"title":null}"#, [["/title", "type", "null"]], "null is not absence but a wrong type"),
    Row(#"{"title":1}"#, [["/title", "type", "1"]], "a wrong type violates only `type`"),
    Row(#"{"title":[1,{"a":2}]}"#, [["/title", "type", "["]], "a container at its bracket"),
    Row("[]", [["", "type", "["]], "the document itself"),
    Row("true", [["", "type", "true"]], "a scalar document"),
    Row(
      #"{"title":"abc","code":"1"}"#,
      [["/code", "pattern", #""1""#], ["/code", "enum", #""1""#]], "every violated rule of a value"),
    Row(
      #"{"title":"abc","code":"A"}"#, [["/code", "pattern", #""A""#]], "one of two rules violated"),
    Row(
      #"{"title":"abc","code":"abc"}"#, [["/code", "enum", #""abc""#]],
      "the other of two rules violated"),
    Row(#"{"title":"abc","code":"ab"}"#, [], "allowed"),
    Row(#"{"title":"abc","code":"\u0061b"}"#, [], "allowed in an escaped spelling"),
    Row(
      "{\"title\":\"abc\",\"code\":\"e\u{301}\"}",
      [["/code", "pattern", "\"e\u{301}\""], ["/code", "enum", "\"e\u{301}\""]],
      "NFD is not the allowed NFC spelling"),
    Row(#"{"title":"abc","count":1.0}"#, [], "an integer may be spelt with a point"),
    Row(#"{"title":"abc","count":1.5}"#, [["/count", "type", "1.5"]], "a fraction is not allowed"),
    Row(#"{"title":"abc","weight":1.5,"isOpen":false}"#, [], "a number and a boolean"),
    Row(
      #"{"title":"abc","weight":"1","isOpen":0}"#,
      [["/weight", "type", #""1""#], ["/isOpen", "type", "0"]], "neither"),
    Row(#"{"title":"abc","steps":[]}"#, [], "an empty array"),
    Row(
      #"{"title":"abc","steps":[{"do":"x","tags":["a","abc"]},{},{"do":""},7]}"#,
      [
        ["/steps/0/tags/1", "maxLength", #""abc""#], ["/steps/1/do", "required", "{"],
        ["/steps/2/do", "minLength", #""""#], ["/steps/3", "type", "7"],
      ], "indices in the pointers distinguish the fields of the elements"),
    Row(
      #"{"title":"abc","steps":[{"do":"x"},{"do":"x","*":""}]}"#,
      [["/steps/1/*", "minLength", #""""#]], "a name that looks like a wildcard stays unchanged"),
    Row(
      #"{"login":{},"code":"1","title":"a"}"#,
      [
        ["/login/user", "required", "{"], ["/login/pass~0~1word", "required", "{"],
        ["/code", "pattern", #""1""#], ["/code", "enum", #""1""#],
        ["/title", "minLength", #""a""#],
      ], "document order, with an object's missing members last; escaped pointers"),
    Row(
      #"{"count":"x"}"#, [["/count", "type", #""x""#], ["/title", "required", "{"]],
      "present members before missing ones"),
    Row(
      #"{"ti\u0074le":"a"}"#, [["/title", "minLength", #""a""#]], "an escaped name is recognized"),
    Row(
      #"{"Title":"abc"}"#, [["/title", "required", "{"]],
      "a name in another case is a different name"),
    Row(
      #"{"title ":"abc"}"#, [["/title", "required", "{"]],
      "a name with a space at the end is a different name"),
    Row(#"{"title":"abc","x":{"title":1}}"#, [], "undeclared members are allowed"),
  ]

  @Test(arguments: rows)
  func errors(_ row: Row) throws {
    let result = try Validator(Ticket.schema).validate(row.document)
    let bytes = Array(row.document.utf8)
    let found = result.errors.map {
      [
        $0.pointer.description, $0.keyword.rawValue,
        String(decoding: bytes[$0.byteRange], as: UTF8.self),
      ]
    }
    #expect(found == row.errors)
    #expect(result.outcome == (row.errors.isEmpty ? .valid : .invalid))
    #expect(result.warnings.isEmpty)
  }

  @Test(arguments: [
    (#"{"title":"a","title":"abc"}"#, "a known name twice"),
    (#"{"title":"abc","\u0074itle":"abc"}"#, "a known name and its escaped spelling"),
    (#"{"title":"abc","x":1,"x":1}"#, "a duplicate undeclared name"),
    (#"{"title":"abc","x":{"y":1,"y":1}}"#, "a duplicate name in an undeclared member"),
    (#"{"title":1,"code":2"#, "a fault after errors"),
    (#"{"title":"abc"} x"#, "content after the document"),
    ("", "an empty document"),
  ])
  func malformed(_ document: String, _ reason: Comment) throws {
    let result = try Validator(Ticket.schema).validate(document)
    #expect(result.outcome == .malformed, reason)
    #expect(result.errors.isEmpty, reason)
  }

  /// A workspace gives the same results as a new one, whatever documents and schemas it served before.
  @Test func workspaceIsCleanBetweenDocuments() throws {
    let small = Schema(
      id: "small", title: "",
      root: .object("", [.required("a", .string("")), .required("b", .string(""))]))
    let validators = [try Validator(Ticket.schema), try Validator(small)]
    let workspace = ValidationWorkspace()
    for _ in 0..<2 {
      for document in Self.rows.map(\.document) + [#"{"a":"1"}"#, #"{"b":"1"}"#, #"{"x":{"y":["#] {
        let bytes = Array(document.utf8)
        for validator in validators {
          let reused = unsafe validator.validate(bytes.span.bytes, with: workspace)
          let fresh = validator.validate(bytes)
          #expect(reused.outcome == fresh.outcome)
          #expect(reused.errors == fresh.errors)
        }
      }
    }
  }

  /// Threads that share a validator get the same verdicts as a single thread (a known bug elsewhere).
  @Test func sharedByThreads() async throws {
    let validator = try Validator(Ticket.schema)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let workspace = ValidationWorkspace()
          for _ in 0..<200 {
            for row in Self.rows {
              let bytes = Array(row.document.utf8)
              let result = unsafe validator.validate(bytes.span.bytes, with: workspace)
              if result.errors.count != row.errors.count { Issue.record("\(row.testDescription)") }
            }
          }
        }
      }
    }
  }
}
