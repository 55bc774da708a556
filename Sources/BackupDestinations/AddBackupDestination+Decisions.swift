public import APIOperations
import SchemaRules

extension AddBackupDestination {
  /// What was decided where the page is silent or contradicts itself.
  ///
  /// A decision has the id of the test vectors' axis about the same question, if there is one. The
  /// observations were made on 2026-11-24 with the versions that they name.
  public static let decisions: [Decision] =
    patternDecisions + bodyDecisions + textDecisions + contradictions

  private static let patterns = request.ids(of: .pattern) + response.ids(of: .pattern)

  private static let patternDecisions: [Decision] = [
    Decision(
      id: "regex-dialect",
      question: "Which dialect of regular expressions do the patterns use?",
      choice: "ECMA-262 with the `u` flag.",
      why: """
        JSON Schema and OpenAPI specify it, and JSON Schema recommends the flag. The three patterns on \
        the page mean the same with and without it. Elsewhere the API publishes four patterns that are \
        invalid with the flag, so its service probably does not use it. docs/patterns.md has the details.
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
      question: #"Which characters does `\s` match?"#,
      choice: "ECMA-262's 25 code points, including U+FEFF but not U+0085 or U+180E.",
      why: "ECMA-262 defines the class.",
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
      choice: "No, only at the end of the text.",
      why: "ECMA-262 defines it without the `m` flag.",
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
      question: "What happens when matching a pattern takes too long?",
      choice: "The document is `indeterminate`.",
      why: "An engine that gave up has found neither a match nor a mismatch.",
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
      question: "Which unit do lengths count?",
      choice: "Code points.",
      why: """
        JSON Schema counts code points; graphemes and UTF-16 units depend on the library and language. \
        UTF-16 units would only change which violations are reported, since the patterns allow no \
        character beyond U+FFFF. Graphemes would change verdicts, since CRLF is one grapheme.
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
      question: "Are undeclared members allowed?",
      choice: "Yes, unless `--unknown-fields` says otherwise.",
      why: "The page does not forbid them, and clients of later revisions send more members.",
      observations: [
        .jsonSchema(#"{"properties":{"a":{}}} on {"b":1}"#, "valid"),
        .ajv(#"{"properties":{"a":{}}} on {"b":1}"#, "valid"),
        .pydantic(#"BaseModel on {"b":1}"#, "accepted and dropped"),
        .foundation(#"JSONDecoder on {"b":1}"#, "accepted and dropped"),
      ],
      rules: request.ids(of: .additionalProperties) + response.ids(of: .additionalProperties)),
    Decision(
      id: "null",
      question: "Does `null` count as a missing member?",
      choice: "No, it has the wrong type.",
      why: "The page gives every field a type, and none of them is null.",
      observations: [
        .jsonSchema(#"{"properties":{"a":{"type":"string"}}} on {"a":null}"#, "invalid"),
        .ajv(#"{"properties":{"a":{"type":"string"}}} on {"a":null}"#, "invalid"),
        .pydantic(#"a: Optional[str] = None on {"a":null}"#, "accepted"),
        .foundation(#"JSONDecoder, var a: String?, on {"a":null}"#, "accepted"),
      ],
      rules: request.ids(of: .type) + response.ids(of: .type)),
    Decision(
      id: "type-and-enum",
      question: "Does a value of the wrong type also violate `enum`?",
      choice: "No, only `type`.",
      why: """
        The client has one mistake to fix. In JSON Schema the two keywords are independent, and \
        validators report both; the verdict is the same.
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
      question: "Are empty strings allowed?",
      choice: "Yes, unless a rule forbids them.",
      why: "The page states no minimum length for the credentials.",
      observations: [
        .jsonSchema(#"{"type":"string"} on """#, "valid"),
        .ajv(#"{"type":"string"} on """#, "valid"),
      ]),
    Decision(
      id: "secrets",
      question: "Which values are secret?",
      choice: "Everything inside `credentials`, not only `secretKey`.",
      why: "A secret that is sent in the wrong field must not be shown either."),
    Decision(
      id: "failures",
      question: "What is the body of an error response?",
      choice: "The envelope that the API's own Python client reads.",
      why: """
        The page only shows the response to a successful request. The OpenAPI documents contain the \
        envelope so that generated clients can decode errors; no verdict depends on it.
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
      question:
        "Are `type`, `prefix` and `credentials` required, although the \(place) lacks them?",
      choice: "Yes; the example is invalid.",
      why:
        "The page marks them as required; its example is probably abridged. conform says so wherever it shows the example.",
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
