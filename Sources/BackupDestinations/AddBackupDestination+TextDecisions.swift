import APIOperations

extension AddBackupDestination {
  /// What was decided about the text of documents, which no rule is about.
  static let textDecisions: [Decision] = [
    Decision(
      id: "duplicate-keys",
      question: "May an object have a member name twice?",
      choice: "No, the document is malformed.",
      why: """
        RFC 8259 calls the result unpredictable: what was checked may not be what is used. \
        docs/json.md has more.
        """,
      observations: [
        .node(#"JSON.parse('{"a":1,"a":2}')"#, "the last counts"),
        .python(#"json.loads('{"a":1,"a":2}')"#, "the last counts"),
        .pydantic(#"model_validate_json('{"a":"1","a":"2"}')"#, "the last counts"),
        .foundation(#"JSONDecoder on {"a":1,"a":2}"#, "the first counts"),
        .foundation(#"JSONSerialization on {"a":1,"a":2}"#, "the last counts"),
      ]),
    Decision(
      id: "byte-order-mark",
      question: "May a document start with a byte order mark?",
      choice: "No, it is malformed.",
      why: "RFC 8259 forbids to add one, and lets a reader choose.",
      observations: [
        .node(#"JSON.parse("\ufeff{}")"#, "throws"),
        .python(#"json.loads("\ufeff{}")"#, "throws"),
        .pydantic(#"model_validate_json("\ufeff{}")"#, "throws"),
        .foundation("JSONDecoder on EF BB BF 7B 7D", "accepted"),
      ],
      selectors: ["byte-order-mark"]),
    Decision(
      id: "lone-surrogates",
      question: "May an escape name half a surrogate pair?",
      choice: "No, the document is malformed.",
      why: "It stands for no character, and no UTF-8 string can hold it.",
      observations: [
        .node(#"JSON.parse('"\\ud800"')"#, "accepted"),
        .python(#"json.loads('"\\ud800"')"#, "accepted"),
        .pydantic(#"model_validate_json('{"a":"\\ud800"}')"#, "throws"),
        .foundation(#"JSONDecoder on ["\ud800"]"#, "throws"),
      ]),
    Decision(
      id: "invalid-utf-8",
      question: "What of bytes that are not UTF-8?",
      choice: "The document is malformed.",
      why: "RFC 8259 demands UTF-8; readers that let it through disagree on what it means.",
      observations: [.python(#"json.loads(b'"\xff"')"#, "throws")],
      selectors: ["encodings/"]),
    Decision(
      id: "number-range",
      question: "May a number be larger than a double can hold?",
      choice: "Yes.",
      why: "The grammar sets no bound, and no rule needs a number's value."),
    Decision(
      id: "depth",
      question: "How many containers may stand inside one another?",
      choice: "512; a deeper document is `indeterminate`.",
      why: """
        RFC 8259 lets a reader set a bound. It protects whoever reads the document next, and is a \
        setting. docs/json.md has more.
        """,
      observations: [
        .node(#"JSON.parse("[".repeat(1e5) + "]".repeat(1e5))"#, "accepted"),
        .python(#"json.loads("[" * 2000 + "]" * 2000)"#, "RecursionError"),
        .pydantic(#"pydantic_core.from_json("[" * 300 + "]" * 300)"#, "throws, from 200 on"),
        .foundation("JSONSerialization on 600 nested arrays", "throws"),
      ]),
    Decision(
      id: "document-size",
      question: "How many bytes may a document have?",
      choice: "1 GiB; a longer document is `indeterminate`.",
      why: "The page states no bound; this one is a setting (`--max-document-bytes`)."),
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
