public import APIOperations
import SchemaRules

extension AddBackupDestination {
  /// What was decided where the page is silent or contradicts itself.
  ///
  /// The ids are those of the axes of the test vectors where there is one. What others do was tried
  /// on 2026-11-24 with the versions that are named.
  public static let decisions: [Decision] =
    patternDecisions + bodyDecisions + textDecisions + contradictions

  private static let patterns = request.ids(of: .pattern) + response.ids(of: .pattern)

  private static let patternDecisions: [Decision] = [
    Decision(
      id: "regex-dialect",
      question: "Which dialect are the patterns in?",
      choice: "ECMA-262 with the `u` flag.",
      why: """
        It is the dialect of JSON Schema and OpenAPI, and that of the API's JavaScript service and \
        client. docs/patterns.md has the details.
        """,
      observations: [
        .node(#"new RegExp(description, "u")"#, "compiles"),
        .python("re.compile(description)", "compiles, with a warning of a possible nested set"),
        .swift("try Regex(description)", "throws \"expected ']'\""),
        .foundation("NSRegularExpression(pattern: description)", "throws"),
      ],
      rules: patterns),
    Decision(
      id: "regex-whitespace",
      question: #"What is `\s`?"#,
      choice: "ECMA-262's 25 code points: with U+FEFF, without U+0085 and U+180E.",
      why: "It follows from the dialect.",
      observations: [
        .node(#"/^\s$/u on U+FEFF, U+0085, U+180E"#, "yes, no, no"),
        .jsonSchemaRS(#"pattern ^\s$ on U+FEFF, U+0085, U+180E"#, "yes, no, no"),
        .ajv(#"pattern ^\s$ on U+FEFF, U+0085"#, "yes, no"),
        .python(#"re.search(r"\s", …) on U+FEFF, U+0085, U+180E, U+001C"#, "no, yes, no, yes"),
        .pydantic(#"constr(pattern=r"^\s$") on U+FEFF, U+0085, U+001C"#, "no, yes, no"),
        .swift(##"Regex(#"^\s$"#) on U+FEFF, U+0085, U+180E"##, "no, yes, no"),
        .foundation(#"NSRegularExpression ^\s$ on U+FEFF, U+0085, U+180E"#, "no, yes, no"),
      ],
      rules: patterns.filter { !$0.contains("/prefix/") }),
    Decision(
      id: "dollar",
      question: "Does `$` match before a final line feed?",
      choice: "No, at the very end only.",
      why: "It follows from the dialect.",
      observations: [
        .node(#"/^a$/u.test("a\n")"#, "no"),
        .jsonSchema(#"pattern ^a$ on "a\n""#, "yes"),
        .jsonSchemaRS(#"pattern ^a$ on "a\n""#, "no"),
        .fastJSONSchema(#"pattern ^a$ on "a\n""#, "no: it writes `\\Z` for `$`"),
        .ajv(#"pattern ^a$ on "a\n""#, "no"),
        .swift(##"try Regex("^a$") on "a\n""##, "no"),
        .foundation(#"NSRegularExpression ^a$ on "a\n""#, "yes"),
      ],
      rules: patterns),
    Decision(
      id: "backtracking",
      question: "What if a pattern takes too long?",
      choice: "The document is `indeterminate`.",
      why: "An engine that gave up has not said no.",
      observations: [
        .node(#"/^(a+)+$/.test("a".repeat(27) + "!")"#, "false after 6.2 s"),
        .python(#"re.match("^(a+)+$", "a" * 27 + "!")"#, "no match after 7.8 s"),
      ],
      rules: patterns,
      selectors: ["backtracking"]),
  ]

  private static let bodyDecisions: [Decision] = [
    Decision(
      id: "length-unit",
      question: "What is a length counted in?",
      choice: "Code points.",
      why: """
        JSON Schema's unit; a grapheme or a UTF-16 unit changes with libraries and languages. \
        UTF-16 units would change no verdict here, because the patterns admit nothing beyond U+FFFF, \
        only which rules are reported; graphemes would, because a CRLF is one.
        """,
      observations: [
        .jsonSchema("maxLength 1 on U+1F600 and on U+0065 U+0301", "yes, no: code points"),
        .jsonSchemaRS("maxLength 1 on U+1F600 and on U+0065 U+0301", "yes, no: code points"),
        .fastJSONSchema("maxLength 1 on U+1F600 and on U+0065 U+0301", "yes, no: code points"),
        .ajv("maxLength 1 on U+1F600 and on U+0065 U+0301", "yes, no: code points"),
        .pydantic("constr(max_length=1) on U+1F600 and on U+0065 U+0301", "yes, no: code points"),
        .node(#"length of U+1F600"#, "2: UTF-16 units"),
        .swift(#"count of U+0065 U+0301 and of CRLF"#, "1, 1: graphemes"),
      ],
      rules: [Keyword.minLength, .maxLength].flatMap { request.ids(of: $0) + response.ids(of: $0) }),
    Decision(
      id: "unknown-fields",
      question: "May other members be there?",
      choice: "Yes, unless asked otherwise (`--unknown-fields`).",
      why: "The page does not forbid them, and a client of a later revision sends some.",
      observations: [
        .jsonSchema(#"{"properties":{"a":{}}} on {"b":1}"#, "valid"),
        .ajv(#"{"properties":{"a":{}}} on {"b":1}"#, "valid"),
        .pydantic(#"BaseModel on {"b":1}"#, "accepted and dropped"),
        .foundation(#"JSONDecoder on {"b":1}"#, "accepted and dropped"),
      ],
      rules: request.ids(of: .additionalProperties) + response.ids(of: .additionalProperties)),
    Decision(
      id: "null",
      question: "Is `null` the same as absent?",
      choice: "No, it is a value of the wrong type.",
      why: "The page names types, and none of them is null.",
      observations: [
        .jsonSchema(#"{"properties":{"a":{"type":"string"}}} on {"a":null}"#, "invalid"),
        .ajv(#"{"properties":{"a":{"type":"string"}}} on {"a":null}"#, "invalid"),
        .pydantic(#"a: Optional[str] = None on {"a":null}"#, "accepted"),
        .foundation(#"JSONDecoder, var a: String?, on {"a":null}"#, "accepted"),
      ],
      rules: request.ids(of: .type) + response.ids(of: .type)),
    Decision(
      id: "type-and-enum",
      question: "Does a value of the wrong type break `enum` too?",
      choice: "No, `type` alone.",
      why: """
        Who sends it has one thing to mend. No verdict depends on it, only which rules are reported: \
        in JSON Schema the two keywords are independent, and validators report both.
        """,
      observations: [
        .jsonSchema(#"{"type":"string","enum":["s3"]} on 1"#, "type and enum"),
        .jsonSchemaRS(#"{"type":"string","enum":["s3"]} on 1"#, "type and enum"),
        .ajv(#"{"type":"string","enum":["s3"]} on 1, allErrors"#, "type and enum"),
        Decision.Observation(
          subject: "pydantic 2.14.3", run: #"a: Literal["s3"] on {"a":1}"#,
          result: "literal_error: enum alone"),
      ],
      rules: [Keyword.type, .enum].flatMap { keyword in
        [request, response].flatMap { $0.ids(of: keyword) }.filter { $0.contains("/type/") }
      }),
    Decision(
      id: "empty-strings",
      question: "May a string be empty?",
      choice: "Where no rule forbids it: yes.",
      why: "The page gives the credentials no least length.",
      observations: [
        .jsonSchema(#"{"type":"string"} on """#, "valid"),
        .ajv(#"{"type":"string"} on """#, "valid"),
      ]),
    Decision(
      id: "secrets",
      question: "Is there anything secret but `secretKey`?",
      choice: "Everything inside `credentials`.",
      why: "What is put in the wrong field is secret still."),
    Decision(
      id: "failures",
      question: "What does the service answer when it refuses?",
      choice: "The envelope that the API's own client for Python reads.",
      why: """
        The page shows the answer of success only. The envelope is in the OpenAPI documents so that \
        a client made from them has an error to decode; no verdict depends on it.
        """,
      observations: [
        Decision.Observation(
          subject: "northflank 1.0.0 (PyPI)", run: "add.backup_destination(…) against a local 400",
          result: "raises `ApiCallError` with the envelope's status, message, id and details")
      ]),
  ]

  private static let contradictions: [Decision] = [
    contradiction("example-request", "example request", in: request),
    contradiction("example-response", "example response's `data`", in: response),
  ]

  private static func contradiction(
    _ id: String, _ place: String, in schema: Schema
  ) -> Decision {
    Decision(
      id: id,
      question: "The \(place) lacks `type`, `prefix` and `credentials`. Are they required?",
      choice: "Yes, as they are marked; the example is invalid.",
      why:
        "A mark is meant, an example is abridged. conform says so wherever it shows the example.",
      status: .contradicted,
      rules: schema.rules.filter { $0.provenance.status == .contradicted }.map(\.id),
      selectors: ["page-example"])
  }
}

extension Schema {
  fileprivate func ids(of keyword: Keyword) -> [String] {
    rules.filter { $0.keyword == keyword }.map(\.id)
  }
}
