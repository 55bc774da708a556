import JSONSchema
import SchemaRules
import Testing

@Suite("Warnings about the text of a schema")
struct SchemaWarningTests {
  @Test(
    arguments: [
      (
        #"{"minLenght": 1}"#, .draft2020,
        [
          "s.json:1:2: unknown keyword; it has no effect; did you mean `minLength`? "
            + "[minLenght]"
        ], "letters in the wrong order"
      ),
      (
        #"{"MinLength": 1}"#, .draft2020,
        [
          "s.json:1:2: unknown keyword; it has no effect; did you mean `minLength`? "
            + "[MinLength]"
        ], "another case"
      ),
      (
        #"{"weight": 1}"#, .draft2020,
        [
          "s.json:1:2: unknown keyword; it has no effect [weight]"
        ], "no similar keyword"
      ),
      (
        #"{"x-weight": 1, "$comment": "", "errorMessage": ""}"#, .draft2020, [], "members of others"
      ),
      (
        #"{"prefixItems": [true]}"#, .draft7,
        [
          "s.json:1:2: the keyword has no meaning in draft 7, only in draft 2020-12 [prefixItems]"
        ], "a word of a later draft"
      ),
      (
        #"{"id": "a"}"#, .draft7,
        [
          "s.json:1:2: the keyword has no meaning in draft 7, only in draft 4 [id]"
        ], "a word of an earlier draft"
      ),
      (#"{"enum": [{"tpye": 1}], "properties": {"tpye": true}}"#, .draft7, [], "not keywords"),
      (
        ##"{"$ref": "#/definitions/a", "type": "string", "title": "", "definitions": {"a": {}}}"##,
        .draft7,
        [
          "s.json:1:29: ignored next to `$ref`; before draft 2019-09, put `$ref` into an `allOf` to "
            + "apply both [type]"
        ], "members next to a reference"
      ),
      (
        ##"{"$ref": "#/definitions/a", "type": "string", "definitions": {"a": {}}}"##,
        .draft2019, [], "since 2019-09, they have an effect"
      ),
      (
        #"{"format": "dat-time"}"#, .draft7,
        [
          "s.json:1:2: unknown format; it is not checked; did you mean `date-time`? "
            + "[format]"
        ], "an unknown format"
      ),
      (
        #"{"format": "uuid"}"#, .draft7,
        [
          "s.json:1:2: the format is not one of draft 7; it is not checked [format]"
        ], "a format of a later draft"
      ),
      (#"{"format": "int64"}"#, .draft7, [], "a format of OpenAPI"),
      (
        #"{"pattern": "(a*)*b"}"#, .draft7,
        [
          "s.json:1:2: This repetition can divide the same text in many ways, so a subject that "
            + "does not match can take exponential time; make sure that no two of its parts match the same "
            + "character. [pattern]"
        ], "a pattern that can take exponential time"
      ),
      (
        #"{"$defs": {"a": {"$id": "b"}, "c": {"$id": "b"}}}"#, .draft2020,
        [
          "s.json:1:37: another schema has the same address, and references resolve to that one "
            + "[$id]"
        ],
        "two schemas with one address"
      ),
      (
        #"{"$schema": "http://json-schema.org/draft/2020-12/schema"}"#, .draft7,
        [
          "s.json:1:2: the meta-schema's address is https://json-schema.org/draft/2020-12/schema "
            + "[$schema]"
        ], "a meta-schema's address with another scheme"
      ),
      (#"{"$defs": {"a": {"tpye": 1}}}"#, .draft2020, [], "an unreferenced schema"),
    ] as [(String, Dialect, [String], Comment)])
  func warnings(
    _ schema: String, _ dialect: Dialect, _ expected: [String], _ reason: Comment
  ) throws {
    let options = JSONSchemaOptions(name: "s.json", dialect: dialect)
    let reading = try JSONSchemaReader.read(Array(schema.utf8), options: options)
    #expect(reading.warnings.map(\.description) == expected, reason)
  }
}
