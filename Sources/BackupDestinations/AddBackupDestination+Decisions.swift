public import APIOperations
import SchemaRules

extension AddBackupDestination {
  /// The decisions of this project where the page is silent or contradicts itself.
  ///
  /// Decisions with alternatives are also the axes of the test vectors. The observations were made on 2026-11-24 with
  /// the versions that they name.
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
        .python("re.compile(description)", "compiles, with a warning about a possible nested set"),
        .swift("try Regex(description)", "throws \"expected ']'\""),
        .foundation("NSRegularExpression(pattern: description)", "throws"),
      ],
      rules: patterns),
    .axis("regex-whitespace", rules: patterns.filter { !$0.contains("/prefix/") }),
    .axis("dollar", rules: patterns),
    Decision(
      id: "backtracking",
      question: "What happens when matching a pattern takes too long?",
      choice: "The document is `indeterminate`.",
      why: "An engine that gives up has found neither a match nor a mismatch.",
      observations: [
        .node(#"/^(a+)+$/.test("a".repeat(27) + "!")"#, "false after 6.2 s"),
        .python(#"re.match("^(a+)+$", "a" * 27 + "!")"#, "no match after 7.8 s"),
      ],
      rules: patterns,
      selectors: ["backtracking"]),
  ]

  private static let bodyDecisions: [Decision] = [
    .axis(
      "length-unit",
      why: """
        JSON Schema counts code points. Counts of grapheme clusters or UTF-16 code units depend on the \
        library and the language. Counting UTF-16 code units would change which rules are reported, but \
        no verdict, because the patterns allow nothing beyond U+FFFF. Counting grapheme clusters would \
        change verdicts, because CRLF is one cluster.
        """,
      rules: [Keyword.minLength, .maxLength].flatMap { request.ids(of: $0) + response.ids(of: $0) }),
    .axis(
      "unknown-fields",
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
    .axis(
      "type-and-enum",
      rules: [Keyword.type, .enum].flatMap { keyword in
        [request, response].flatMap { $0.ids(of: keyword) }.filter { $0.contains("/type/") }
      }),
    .axis("empty-strings"),
    Decision(
      id: "secrets",
      question: "Which values are secret?",
      choice: "Everything inside `credentials`, not only `secretKey`.",
      why: "A secret that a client sends in the wrong field must not be shown either."),
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
