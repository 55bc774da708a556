import APIOperations

extension AddBackupDestination {
  /// What was decided about the text of documents, which no rule covers.
  static let textDecisions: [Decision] = [
    Decision(
      id: "duplicate-keys",
      question: "Are duplicate member names allowed in an object?",
      choice: "No, the document is malformed.",
      why: """
        RFC 8259 calls the behavior unpredictable: a service may use another member than the one that \
        was validated. docs/json.md explains more.
        """,
      observations: [
        .node(#"JSON.parse('{"a":1,"a":2}')"#, "the last wins"),
        .python(#"json.loads('{"a":1,"a":2}')"#, "the last wins"),
        .pydantic(#"model_validate_json('{"a":"1","a":"2"}')"#, "the last wins"),
        .foundation(#"JSONDecoder on {"a":1,"a":2}"#, "the first wins"),
        .foundation(#"JSONSerialization on {"a":1,"a":2}"#, "the last wins"),
      ]),
    Decision(
      id: "byte-order-mark",
      question: "May a document start with a byte order mark?",
      choice: "No, the document is malformed.",
      why: "RFC 8259 forbids writers to add one, and lets readers choose.",
      observations: [
        .node(#"JSON.parse("\ufeff{}")"#, "throws"),
        .python(#"json.loads("\ufeff{}")"#, "throws"),
        .pydantic(#"model_validate_json("\ufeff{}")"#, "throws"),
        .foundation("JSONDecoder on EF BB BF 7B 7D", "accepted"),
      ],
      selectors: ["byte-order-mark"]),
    Decision(
      id: "lone-surrogates",
      question: "Are escapes of lone surrogates allowed?",
      choice: "No, the document is malformed.",
      why: "A lone surrogate is not a character, and UTF-8 cannot encode it.",
      observations: [
        .node(#"JSON.parse('"\\ud800"')"#, "accepted"),
        .python(#"json.loads('"\\ud800"')"#, "accepted"),
        .pydantic(#"model_validate_json('{"a":"\\ud800"}')"#, "throws"),
        .foundation(#"JSONDecoder on ["\ud800"]"#, "throws"),
      ]),
    Decision(
      id: "invalid-utf-8",
      question: "What happens when the bytes are not valid UTF-8?",
      choice: "The document is malformed.",
      why: "RFC 8259 requires UTF-8, and lenient readers disagree about the meaning.",
      observations: [.python(#"json.loads(b'"\xff"')"#, "throws")],
      selectors: ["encodings/"]),
    Decision(
      id: "number-range",
      question: "Are numbers allowed that a double cannot hold?",
      choice: "Yes.",
      why: "The grammar sets no bound, and no rule depends on the value of a number."),
    Decision(
      id: "depth",
      question: "How deeply may objects and arrays be nested?",
      choice: "512 levels; a deeper document is `indeterminate`.",
      why: """
        RFC 8259 lets readers set a limit. It protects the next program that reads the document, and \
        is configurable. docs/json.md explains more.
        """,
      observations: [
        .node(#"JSON.parse("[".repeat(1e5) + "]".repeat(1e5))"#, "accepted"),
        .python(#"json.loads("[" * 2000 + "]" * 2000)"#, "RecursionError"),
        .pydantic(#"pydantic_core.from_json("[" * 300 + "]" * 300)"#, "throws, from 200 on"),
        .foundation("JSONSerialization on 600 nested arrays", "throws"),
      ]),
    Decision(
      id: "document-size",
      question: "How long may a document be?",
      choice: "1 GiB; a longer document is `indeterminate`.",
      why: "The page states no limit; `--max-document-bytes` changes this one."),
  ]
}

extension Decision.Observation {
  static func node(_ run: String, _ result: String) -> Self {
    Self(subject: "Node 20.20.2", run: run, result: result)
  }
  static func python(_ run: String, _ result: String) -> Self {
    Self(subject: "Python 3.11.7", run: run, result: result)
  }
  static func pydantic(_ run: String, _ result: String) -> Self {
    Self(subject: "pydantic 2.13.4", run: run, result: result)
  }
  static func jsonSchema(_ run: String, _ result: String) -> Self {
    Self(subject: "jsonschema 4.26.0 (Python)", run: run, result: result)
  }
  static func jsonSchemaRS(_ run: String, _ result: String) -> Self {
    Self(subject: "jsonschema-rs 0.60.3", run: run, result: result)
  }
  static func fastJSONSchema(_ run: String, _ result: String) -> Self {
    Self(subject: "fastjsonschema 2.22.3", run: run, result: result)
  }
  static func ajv(_ run: String, _ result: String) -> Self {
    Self(subject: "ajv 6.12.6", run: run, result: result)
  }
  static func swift(_ run: String, _ result: String) -> Self {
    Self(subject: "Swift 6.3.1", run: run, result: result)
  }
  static func foundation(_ run: String, _ result: String) -> Self {
    Self(subject: "Foundation of Swift 6.3.1 on Linux", run: run, result: result)
  }
}
