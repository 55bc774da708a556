import JSONText
import SchemaRules

/// `--format ndjson`: one object per document, each on a line.
package struct NDJSONReporter: Reporter {
  /// The explanations of violated rules; nil to omit them.
  let explanations: RuleExplanations?

  package init(explanations: RuleExplanations?) { self.explanations = explanations }

  package var reportedDocuments: ReportedDocuments { .all }

  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    output.appendJSON { writer in
      writer.document(document, bytes, explanations: explanations)
      writer.newline()
    }
  }

  package func report(_ failure: SourceFailure, to output: inout [UInt8]) {
    output.appendJSON { writer in
      writer.beginObject()
      if let source = failure.source { writer.member("source", source.name) }
      writer.member("unreadable") { $0.member("message", failure.message) }
      writer.endObject()
      writer.newline()
    }
  }
}

extension [UInt8] {
  /// Appends JSON text, and escapes the characters that a terminal obeys or does not show as they are.
  mutating func appendJSON(pretty: Bool = false, depth: Int = 0, _ body: (inout JSONWriter) -> Void)
  {
    let start = count
    var writer = JSONWriter(appendingTo: taken(), pretty: pretty, depth: depth)
    body(&writer)
    self = writer.bytes
    escapeCharacters(from: start) { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  /// Moves the array out, so that it can be appended to without a copy.
  mutating func taken() -> [UInt8] {
    var other: [UInt8] = []
    swap(&self, &other)
    return other
  }

  /// JSON text with the same escapes.
  static func json(pretty: Bool = false, depth: Int = 0, _ body: (inout JSONWriter) -> Void)
    -> String
  {
    var bytes: [UInt8] = []
    bytes.appendJSON(pretty: pretty, depth: depth, body)
    return String(decoding: bytes, as: UTF8.self)
  }
}
