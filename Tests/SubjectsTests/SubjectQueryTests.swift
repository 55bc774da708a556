import APIOperations
import BulkChecking
import Foundation
import JSONText
import OpenAPI
import SchemaRules
import ScratchDirectories
import Testing

@testable import Subjects

@Suite("Selecting a subject on the command line")
struct SubjectQueryTests {
  fileprivate typealias Change = @Sendable (inout SubjectQuery) -> Void

  private static let openAPI = """
    openapi: 3.1.0
    info: {title: t, version: "1"}
    paths:
      /pets:
        post:
          operationId: addPet
          requestBody: {content: {application/json: {schema: {$ref: "pets/pet.json"}}}}
          responses: {"204": {description: none}, "400": {description: x, content: {text/plain: {}}}}
    """

  /// A folder with a schema whose reference leads elsewhere, and an OpenAPI document.
  private static func folder() throws -> ScratchDirectory {
    let scratch = try ScratchDirectory()
    try scratch.file("a.json", #"{"$ref":"https://example.com/x/b.json"}"#)
    try scratch.file("elsewhere/b.json", #"{"type":"integer"}"#)
    try scratch.file("pets/pet.json", #"{"type":"object"}"#)
    try scratch.file("bad.json", #"{"type":"int"}"#)
    try scratch.file("api.yaml", openAPI)
    try scratch.file(
      "large.yaml",
      "openapi: 3.1.0\ninfo: {}\npaths:\n" + (0..<40).map { "  /p\($0): {get: {}}\n" }.joined())
    return scratch
  }

  private static func query(_ change: (inout SubjectQuery) -> Void) -> SubjectQuery {
    var query = SubjectQuery()
    change(&query)
    return query
  }

  private static func failure(_ query: SubjectQuery) -> String? {
    do {
      _ = try query.subject([])
      return nil
    } catch {
      return (error as? CommandFailure)?.message
    }
  }

  @Test(arguments: [
    "https://example.com/x=", "https://example.com/x/=", "https://example.com/x/b.json=",
  ])
  func aMappingNamesAFileOrAFolder(_ uri: String) throws {
    let scratch = try Self.folder()
    let path = scratch.url.appending(
      path: uri.hasSuffix("json=") ? "elsewhere/b.json" : "elsewhere"
    ).path
    let query = Self.query {
      $0.schema = scratch.url.appending(path: "a.json").path
      $0.reading.mappings = [SchemaMapping("https://other.example=."), SchemaMapping(uri + path)]
        .compactMap { $0 }
    }
    #expect(try !query.subject([]).hasOperation)
    #expect(Self.failure(Self.query { $0.schema = query.schema })?.contains("b.json") == true)
  }

  @Test(arguments: ["", "=", "=x", "x=", "x"])
  func noMapping(_ text: String) { #expect(SchemaMapping(text) == nil) }

  @Test func aMappingWithSeveralEqualsSigns() throws {
    let mapping = try #require(SchemaMapping("u=p=q"))
    #expect(mapping.uri == "u" && mapping.path == "p=q")
  }

  /// References of an OpenAPI document lead to the files beside it.
  @Test func anOperation() throws {
    let scratch = try Self.folder()
    let subject = try Self.query {
      $0.openAPI = scratch.url.appending(path: "api.yaml").path
      $0.operation = "addPet"
    }.subject([])
    #expect(try subject.operation()?.title != nil)
    #expect(subject.remark == nil)
  }

  @Test("All bodies of a document") func wholeDocument() throws {
    let scratch = try Self.folder()
    let query = Self.query { $0.openAPI = scratch.url.appending(path: "api.yaml").path }
    #expect(query.isWholeDocument)
    #expect(try query.schemas().map(\.id) == ["addPet.request"])
    try scratch.file("pets/pet.json", #"{"type":"objekt"}"#)
    #expect(throws: CommandFailure.self) { try query.schemas() }
    #expect(try SubjectQuery().schemas().isEmpty)
    let up = Self.openAPI.replacing("pets/pet.json", with: "../a.json")
    let file = try scratch.file("pets/up.yaml", up)
    let failure = #expect(throws: CommandFailure.self) {
      try Self.query { $0.openAPI = file.path }.schemas()
    }
    #expect(failure?.message.contains("is outside the folder of") == true)
  }

  @Test("An operation in a list, with its problems") func listing() throws {
    let text = """
      {"openapi":"3.1.0","info":{},"paths":{"/a":{"put":{"summary":"Puts\\nmore","requestBody":
      {"content":{"application/json":{"schema":{"type":"int"}},"text/plain":{}}}}}}}
      """
    let description = try OpenAPIDescription(
      SchemaGraph.Document(text: Array(text.utf8), name: "a.json"))
    let operation = try #require(description.operations.first)
    let listing = OperationListing(operation, description.schemaProblems(of: operation))
    #expect(
      listing.text == """
        PUT /a
          Puts
          checked: request
          not checked: request body text/plain
          error: a.json:2:50: must be the name of a type, or a list of such names [type]

        """)
    var writer = JSONWriter()
    listing.write(to: &writer)
    #expect(
      writer.text.hasSuffix(
        #""problems":[{"source":"a.json","line":2,"column":50,"pointer":"/paths/~1a/put/requestBody/content/application~1json/schema/type","severity":"error","message":"must be the name of a type, or a list of such names"}]}"#
      ))
  }

  /// A query, a part of the message, and what is wrong.
  fileprivate static let mistakes: [(change: Change, part: String, reason: Comment)] = [
    ({ $0.schema = "no such file" }, "unknown schema 'no such file'", "neither an id nor a file"),
    ({ $0.schema = "bad.json" }, "the schema cannot be used", "no schema"),
    (
      {
        $0.schema = "a.json"; $0.reading.dialect = "2020-11"
      }, "did you mean '2020-12'", "a dialect"
    ),
    ({ $0.openAPI = "none.yaml" }, "none.yaml: No such file", "no file"),
    ({ $0.openAPI = "pets" }, "pets: Is a directory", "a folder"),
    ({ $0.schema = "api.yaml" }, "an OpenAPI document, not a schema", "the wrong option"),
    (
      { $0.openAPI = "api.yaml" }, "--operation\nKnown operations:\n  addPet",
      "no operation named"
    ),
    (
      {
        $0.openAPI = "api.yaml"; $0.operation = "adPet"
      }, "did you mean 'addPet'", "misspelt"
    ),
    (
      { ($0.openAPI, $0.operation) = ("api.yaml", "post /pet") },
      "unknown operation 'POST /pet'; did you mean 'POST /pets'?", "a misspelt path"
    ),
    (
      { ($0.openAPI, $0.operation) = ("large.yaml", "p") },
      "large.yaml` lists the 40 known operations.", "more operations than a message should list"
    ),
    (
      { ($0.openAPI, $0.operation, $0.body) = ("api.yaml", "addPet", "answer") },
      "unknown body 'answer'\nKnown bodies:\n  request\n", "no such body"
    ),
    (
      { ($0.openAPI, $0.operation, $0.body) = ("api.yaml", "addPet", "response:400") },
      "; --body can name request", "what is checked instead"
    ),
    (
      { ($0.openAPI, $0.operation, $0.body) = ("api.yaml", "addPet", "response:400") },
      "is not JSON but text/plain", "a body that is not checked"
    ),
    (
      { ($0.openAPI, $0.operation, $0.body) = ("api.yaml", "addPet", "response:204") },
      "has no body to check", "no body"
    ),
  ]

  @Test(arguments: mistakes)
  fileprivate func failures(
    _ change: Change, _ part: String, _ reason: Comment
  ) throws {
    let scratch = try Self.folder()
    var query = Self.query(change)
    for path in [\SubjectQuery.schema, \SubjectQuery.openAPI] {
      if let name = query[keyPath: path], !name.contains(" ") {
        query[keyPath: path] = scratch.url.appending(path: name).path
      }
    }
    let message = try #require(Self.failure(query), reason)
    #expect(message.contains(part), "\(message)")
  }
}
