import Conform
import Testing

/// Messages in a second language.
@Suite("Message catalogues")
struct MessageCatalogueTests {
  static let german: [(schema: String, document: String, message: String, why: String)] = [
    (
      #"{"type":"string"}"#, "[]", "Das Dokument muss vom Typ Text sein, nicht Liste",
      "types have names"
    ),
    (#"{"type":"integer"}"#, "1.5", "Das Dokument muss eine ganze Zahl sein", "an exact code"),
    (#"{"minLength":1}"#, #""""#, "Das Dokument darf nicht leer sein", "a bound of one"),
    (
      #"{"properties":{"a":{"minLength":3}}}"#, #"{"a":"b"}"#,
      "/a braucht mindestens 3 Zeichen und hat 1", "numbers"
    ),
    (
      #"{"required":["{field}"]}"#, "{}", "/{field} fehlt",
      "the content of a parameter is not a parameter"
    ),
    (
      #"{"additionalProperties":false,"properties":{"a":true}}"#, #"{"b":1}"#,
      "/b ist kein bekanntes Feld", "a member's name"
    ),
    (
      #"{"oneOf":[true,true]}"#, "1",
      "Das Dokument muss genau eine von 2 Möglichkeiten erfüllen und erfüllt mehrere", "too many"
    ),
    (
      #"{"oneOf":[false]}"#, "1",
      "Das Dokument muss genau eine von 1 Möglichkeiten erfüllen", "none"
    ),
    (
      #"{"minContains":2,"contains":{}}"#, "[1]",
      #"the document must have at least 2 elements that satisfy "contains"; it has 1"#,
      "no template"
    ),
  ]

  @Test(arguments: german)
  func inGerman(schema: String, document: String, message: String, why: String) throws {
    let result = try Validator(Schema(jsonSchema: schema)).validate(document)
    let error = try #require(result.errors.first)
    #expect(MessageCatalogue.german.message(for: error) == message, "\(why)")
    #expect(MessageCatalogue.english.message(for: error) == error.message)
  }

  @Test func problemInGerman() throws {
    let validator = try Validator(Schema(jsonSchema: #"{"required":["a"]}"#))
    let problem = try #require(
      ProblemDetails(validator.validate("{}"), messages: .german))
    #expect(problem.detail == "Der Inhalt verletzt eine Regel.")
    #expect(String(decoding: problem.json, as: UTF8.self).contains(#""detail":"/a fehlt""#))
    let fault = try #require(ProblemDetails(validator.validate("{"), messages: .german))
    #expect(fault.detail.hasSuffix("das Dokument endet mitten in einem Wert."))
  }
}
