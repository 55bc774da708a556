extension Decision {
  /// The questions that documentation and standards leave open and that implementations answer
  /// differently; a corpus of test vectors has an axis for each. The first alternative is what conform does.
  public static let axes: [Decision] = patternAxes + valueAxes + readerAxes

  /// The axis with the given name, extended by the details of an operation.
  ///
  /// Returns a decision without alternatives for an unknown name; a test of the operation detects this.
  public static func axis(
    _ id: String, why: String? = nil, rules: [String] = [], selectors: [String] = []
  ) -> Decision {
    let axis = axes.first { $0.id == id }
    return Decision(
      id: id, question: axis?.question ?? "", choice: axis?.choice ?? "",
      why: why ?? axis?.why ?? "", observations: axis?.observations ?? [], rules: rules,
      selectors: selectors, alternatives: axis?.alternatives ?? [])
  }

  private init(
    _ id: String, _ question: String, why: String, _ alternatives: [Alternative],
    _ observations: [Observation] = []
  ) {
    self.init(
      id: id, question: question, choice: alternatives.first?.summary ?? "", why: why,
      observations: observations, alternatives: alternatives)
  }

  // MARK: Patterns and lengths

  private static let patternAxes: [Decision] = [
    Decision(
      "regex-whitespace", #"Which characters does `\s` in a pattern match?"#,
      why: "JSON Schema names ECMA-262 as the dialect of its patterns.",
      [
        Alternative(
          "ecmascript", "The 25 code points of ECMA-262: with U+FEFF, without U+0085 and U+180E."),
        Alternative(
          "unicode",
          "The property White_Space: with U+0085, without U+FEFF (.NET, Swift, Rust, ICU)."),
        Alternative("pcre-ucp", "White_Space with U+180E (PCRE2 with UCP)."),
        Alternative("python", "White_Space with U+001C to U+001F (Python's re on str)."),
        Alternative(
          "ascii", "Space and U+0009 to U+000D (PCRE2, Java, and Ruby after 2.2, by default)."),
        Alternative("ascii-without-vt", "Space, tab, LF, FF and CR (RE2, Go)."),
      ],
      [
        .node(#"/^\s$/u on U+FEFF, U+0085, U+180E"#, "yes, no, no"),
        .jsonSchemaRS(#"pattern ^\s$ on U+FEFF, U+0085, U+180E"#, "yes, no, no"),
        .ajv(#"pattern ^\s$ on U+FEFF, U+0085"#, "yes, no"),
        .python(#"re.search(r"\s", …) on U+FEFF, U+0085, U+180E, U+001C"#, "no, yes, no, yes"),
        .pydantic(#"constr(pattern=r"^\s$") on U+FEFF, U+0085, U+001C"#, "no, yes, no"),
        .swift(##"Regex(#"^\s$"#) on U+FEFF, U+0085, U+180E"##, "no, yes, no"),
        .foundation(#"NSRegularExpression ^\s$ on U+FEFF, U+0085, U+180E"#, "no, yes, no"),
      ]),
    Decision(
      "dollar", "Where does `$` in a pattern match?",
      why: "In ECMA-262 without the `m` flag, it matches only at the end of the text.",
      [
        Alternative("end-only", "Only at the end of the text (ECMA-262, RE2, Rust)."),
        Alternative(
          "before-final-newline", "Also before a final line feed (PCRE2, Python, .NET)."),
        Alternative(
          "before-final-terminator",
          "Also before any final line terminator (Java and ICU by default)."),
        Alternative("any-line", "`^` and `$` match at every line feed (Ruby, or an `m` flag)."),
      ],
      [
        .node(#"/^a$/u.test("a\n")"#, "no"),
        .jsonSchema(#"pattern ^a$ on "a\n""#, "yes"),
        .jsonSchemaRS(#"pattern ^a$ on "a\n""#, "no"),
        .fastJSONSchema(#"pattern ^a$ on "a\n""#, "no: it writes `\\Z` for `$`"),
        .ajv(#"pattern ^a$ on "a\n""#, "no"),
        .swift(##"try Regex("^a$") on "a\n""##, "no"),
        .foundation(#"NSRegularExpression ^a$ on "a\n""#, "yes"),
      ]),
    Decision(
      "length-unit", "What do minLength and maxLength count?",
      why: """
        JSON Schema counts Unicode code points. Counts of grapheme clusters or UTF-16 code units depend \
        on the library and the language.
        """,
      [
        Alternative("code-points", "Unicode code points (JSON Schema, Python, Go's runes)."),
        Alternative("utf-16", "UTF-16 code units (JavaScript's length, Java, .NET)."),
        Alternative("utf-8", "Bytes of UTF-8 (Go's len, Rust's len, PHP's strlen)."),
        Alternative("graphemes", "Grapheme clusters (Swift's count)."),
      ],
      [
        .jsonSchema("maxLength 1 on U+1F600 and on U+0065 U+0301", "yes, no: code points"),
        .jsonSchemaRS("maxLength 1 on U+1F600 and on U+0065 U+0301", "yes, no: code points"),
        .fastJSONSchema("maxLength 1 on U+1F600 and on U+0065 U+0301", "yes, no: code points"),
        .ajv("maxLength 1 on U+1F600 and on U+0065 U+0301", "yes, no: code points"),
        .pydantic("constr(max_length=1) on U+1F600 and on U+0065 U+0301", "yes, no: code points"),
        .node(#"length of U+1F600"#, "2: UTF-16 units"),
        .swift(#"count of U+0065 U+0301 and of CRLF"#, "1, 1: graphemes"),
      ]),
  ]

  // MARK: Values

  private static let valueAxes: [Decision] = [
    Decision(
      "unknown-fields", "What happens to members that the documentation does not name?",
      why: "Nothing forbids them, and clients of a later revision of the API may send them.",
      [
        Alternative("allow", "They are ignored, or reported without changing the outcome."),
        Alternative(
          "reject", "Each is an error with the keyword additionalProperties and its own pointer."),
        Alternative(
          "reject-at-parent", "Each object with such members has one error on its own pointer."),
        Alternative(
          "reject-hiding-names",
          "Like reject, but inside a secret object each error is on the pointer of that object."),
      ],
      [
        .jsonSchema(#"{"properties":{"a":{}}} on {"b":1}"#, "valid"),
        .ajv(#"{"properties":{"a":{}}} on {"b":1}"#, "valid"),
        .pydantic(#"BaseModel on {"b":1}"#, "accepted and dropped"),
        .foundation(#"JSONDecoder on {"b":1}"#, "accepted and dropped"),
      ]),
    Decision(
      "empty-strings", "Is an empty string allowed if no minimum length is documented?",
      why: "No bound is documented, and an empty string is a string.",
      [
        Alternative("allow", "Yes."),
        Alternative("as-absent", "No: the member counts as missing."),
        Alternative("too-short", "It violates minLength everywhere (Joi's default)."),
      ],
      [
        .jsonSchema(#"{"type":"string"} on """#, "valid"),
        .ajv(#"{"type":"string"} on """#, "valid"),
      ]),
    Decision(
      "type-and-enum",
      "Which rules does a value of the wrong type violate if its field has an enum?",
      why: """
        The sender has one mistake to correct. The choice changes which rules are reported, but no verdict: \
        in JSON Schema the two keywords are independent, and validators report both.
        """,
      [
        Alternative("type-alone", "Only type: enum applies to values of the right type."),
        Alternative("both", "Both type and enum, independently (validators of JSON Schema)."),
        Alternative(
          "enum-alone", "Only enum: the value is not in the list (pydantic's Literal, a switch)."),
      ],
      [
        .jsonSchema(#"{"type":"string","enum":["s3"]} on 1"#, "type and enum"),
        .jsonSchemaRS(#"{"type":"string","enum":["s3"]} on 1"#, "type and enum"),
        .ajv(#"{"type":"string","enum":["s3"]} on 1, allErrors"#, "type and enum"),
        Observation(
          subject: "pydantic 2.14.3", run: #"a: Literal["s3"] on {"a":1}"#,
          result: "literal_error: enum alone"),
      ]),
  ]

  // MARK: Reading

  private static let readerAxes: [Decision] = [
    Decision(
      "duplicate-keys", "May an object have duplicate member names?",
      why: """
        RFC 8259 calls the result unpredictable: the member that was validated may not be the one that is \
        used, and an attacker can exploit readers that differ.
        """,
      [
        Alternative("reject", "No: the document is malformed."),
        Alternative("last-wins", "The last member counts (JSON.parse, Python, Go)."),
        Alternative("first-wins", "The first member counts."),
      ],
      [
        .node(#"JSON.parse('{"a":1,"a":2}')"#, "the last counts"),
        .python(#"json.loads('{"a":1,"a":2}')"#, "the last counts"),
        .pydantic(#"model_validate_json('{"a":"1","a":"2"}')"#, "the last counts"),
        .foundation(#"JSONDecoder on {"a":1,"a":2}"#, "the first counts"),
        .foundation(#"JSONSerialization on {"a":1,"a":2}"#, "the last counts"),
      ]),
    Decision(
      "byte-order-mark", "May a document start with a byte order mark?",
      why: "RFC 8259 forbids writers to add one, and allows readers to ignore it.",
      [
        Alternative("reject", "No: the document is malformed."),
        Alternative("ignore", "Yes, and it is skipped."),
      ],
      [
        .node(#"JSON.parse("\ufeff{}")"#, "throws"),
        .python(#"json.loads("\ufeff{}")"#, "throws"),
        .pydantic(#"model_validate_json("\ufeff{}")"#, "throws"),
        .foundation("JSONDecoder on EF BB BF 7B 7D", "accepted"),
      ]),
    Decision(
      "lone-surrogates", "Are escapes of lone surrogates allowed?",
      why: "A lone surrogate is not a character, and UTF-8 cannot encode it.",
      [
        Alternative("reject", "No: the document is malformed."),
        Alternative("accept", "Yes; it counts as one character, which no pattern matches."),
      ],
      [
        .node(#"JSON.parse('"\\ud800"')"#, "accepted"),
        .python(#"json.loads('"\\ud800"')"#, "accepted"),
        .pydantic(#"model_validate_json('{"a":"\\ud800"}')"#, "throws"),
        .foundation(#"JSONDecoder on ["\ud800"]"#, "throws"),
      ]),
    Decision(
      "number-range", "May a number be larger than a double can hold?",
      why: "The grammar sets no bound.",
      [
        Alternative("unbounded", "Yes."), Alternative("limited", "No: the document is refused."),
      ]),
    Decision(
      "depth", "How deeply may containers be nested?",
      why: """
        RFC 8259 lets a reader set a bound. It protects programs that read the document later, and is a \
        setting.
        """,
      ([512, 16, 32, 64, 100, 128, 256, 1_000, 10_000] as [Int]).map {
        Alternative("at-most-\($0)", "About \($0) levels; deeper documents are refused.")
      } + [Alternative("unbounded", "Any number of levels.")],
      [
        .node(#"JSON.parse("[".repeat(1e5) + "]".repeat(1e5))"#, "accepted"),
        .python(#"json.loads("[" * 2000 + "]" * 2000)"#, "RecursionError"),
        .pydantic(#"pydantic_core.from_json("[" * 300 + "]" * 300)"#, "throws, from 200 on"),
        .foundation("JSONSerialization on 600 nested arrays", "throws"),
      ]),
    Decision(
      "document-size", "How many bytes may a document have?",
      why:
        "No bound is documented; conform's is a setting (`--max-document-bytes`), 1 GiB by default.",
      [Alternative("unbounded", "Any number that the vectors reach.")]
        + ([64, 100, 256, 1024] as [Int]).map {
          Alternative("at-most-\($0)-kib", "\($0) KiB; larger documents are refused.")
        }),
  ]
}

extension Decision.Observation {
  package static func node(_ run: String, _ result: String) -> Self {
    Self(subject: "Node 20.20.2", run: run, result: result)
  }
  package static func python(_ run: String, _ result: String) -> Self {
    Self(subject: "Python 3.11.7", run: run, result: result)
  }
  package static func pydantic(_ run: String, _ result: String) -> Self {
    Self(subject: "pydantic 2.13.4", run: run, result: result)
  }
  package static func jsonSchema(_ run: String, _ result: String) -> Self {
    Self(subject: "jsonschema 4.26.0 (Python)", run: run, result: result)
  }
  package static func jsonSchemaRS(_ run: String, _ result: String) -> Self {
    Self(subject: "jsonschema-rs 0.60.3", run: run, result: result)
  }
  package static func fastJSONSchema(_ run: String, _ result: String) -> Self {
    Self(subject: "fastjsonschema 2.22.3", run: run, result: result)
  }
  package static func ajv(_ run: String, _ result: String) -> Self {
    Self(subject: "ajv 6.12.6", run: run, result: result)
  }
  package static func swift(_ run: String, _ result: String) -> Self {
    Self(subject: "Swift 6.3.1", run: run, result: result)
  }
  package static func foundation(_ run: String, _ result: String) -> Self {
    Self(subject: "Foundation of Swift 6.3.1 on Linux", run: run, result: result)
  }
}
