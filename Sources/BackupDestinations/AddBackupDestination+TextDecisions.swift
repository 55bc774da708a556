import APIOperations

extension AddBackupDestination {
  /// The decisions about the text of documents, which no rule covers.
  static let textDecisions: [Decision] = [
    .axis("duplicate-keys"),
    .axis("byte-order-mark", selectors: ["byte-order-mark"]),
    .axis("lone-surrogates"),
    Decision(
      id: "invalid-utf-8",
      question: "What happens when the bytes are not valid UTF-8?",
      choice: "The document is malformed.",
      why: "RFC 8259 requires UTF-8; lenient readers disagree about its meaning.",
      observations: [.python(#"json.loads(b'"\xff"')"#, "throws")],
      selectors: ["encodings/"]),
    .axis("number-range"),
    .axis("depth"),
    .axis("document-size"),
  ]
}
