import APIOperations
import JSONText
import SchemaDocuments
import SchemaRules

/// `--format sarif`: one log for the whole run, with a result a diagnostic.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
struct SARIFReporter: Reporter {
  /// The rules to describe, in the order of their results' `ruleIndex`.
  private let rules: [Descriptor]
  private let indices: [[UInt8]: Int]

  /// What the log says of a rule.
  struct Descriptor {
    let id: String
    let title: String
    var text = ""
    var help = ""
  }

  init(_ rules: [Rule], of operation: APIOperation?) {
    self.init(
      rules.map {
        let explanation = RuleExplanation($0, of: operation)
        return Descriptor(
          id: explanation.rule, title: explanation.reason, text: explanation.summary,
          help: explanation.origin)
      })
  }

  init(_ rules: [Descriptor]) {
    self.rules = rules
    indices = Dictionary(
      rules.enumerated().map { (Array($1.id.utf8), $0) }, uniquingKeysWith: { first, _ in first })
  }

  var beginning: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member(
      "$schema",
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.name("runs")
    writer.beginArray()
    writer.beginObject()
    writer.member("tool") { writer in
      writer.member("driver") { writer in
        writer.member("name", Conform.name)
        writer.member("version", Conform.version)
        writer.member("rules", rules) { $0.descriptor(of: $1) }
      }
    }
    // Columns as everywhere in this tool.
    writer.member("columnKind", "unicodeCodePoints")
    writer.name("results")
    writer.beginArray()
    return writer.text
  }

  var separator: String { "," }

  func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    var positions = DocumentPositions(document)
    for (index, diagnostic) in Diagnostic.all(of: document.result).enumerated() {
      if index > 0 { output.append(contentsOf: separator.utf8) }
      report(
        diagnostic, in: document.source,
        positions.position(of: diagnostic.byteRange.lowerBound, in: bytes),
        end: positions.position(of: diagnostic.byteRange.upperBound, in: bytes), to: &output)
    }
  }

  /// Appends one result, without a separator.
  func report(
    _ diagnostic: Diagnostic, in source: Source, _ start: SourcePosition,
    end: SourcePosition? = nil, to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "\n"))
    var writer = JSONWriter(appendingTo: output.taken())
    writer.result(diagnostic, ruleIndex: indices[Array(diagnostic.id.utf8)], in: source, start, end)
    output = writer.bytes
  }

  func end(_ summary: RunSummary) -> String { end { $0.counts(summary) } }

  /// What stands after the last result; `counts` writes the members of the run's properties.
  func end(_ counts: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    counts(&writer)
    writer.endObject()
    return "\n],\"properties\":\(writer.text)}]}\n"
  }
}

extension JSONWriter {
  fileprivate mutating func descriptor(of rule: SARIFReporter.Descriptor) {
    beginObject()
    member("id", rule.id)
    message("shortDescription", rule.title)
    message("fullDescription", rule.text)
    message("help", rule.help)
    endObject()
  }

  fileprivate mutating func result(
    _ diagnostic: Diagnostic, ruleIndex: Int?, in source: Source,
    _ start: SourcePosition, _ end: SourcePosition?
  ) {
    beginObject()
    member("ruleId", diagnostic.id)
    if let ruleIndex { member("ruleIndex", ruleIndex) }
    member("level", diagnostic.severity.rawValue)
    message("message", diagnostic.message)
    member("locations", [start]) { writer, start in
      writer.beginObject()
      writer.member("physicalLocation") { writer in
        writer.artifact(source)
        writer.region(start, end, byteLength: diagnostic.byteRange.count)
      }
      if let pointer = diagnostic.pointer {
        writer.member("logicalLocations", [pointer]) { writer, pointer in
          writer.beginObject()
          writer.member("fullyQualifiedName", pointer.description)
          writer.endObject()
        }
      }
      writer.endObject()
    }
    endObject()
  }

  /// Writes where the document is: a URI that is relative where the path is, or nothing but a name.
  private mutating func artifact(_ source: Source) {
    member("artifactLocation") { writer in
      guard source.path != nil else { return writer.message("description", source.name) }
      let isAbsolute = source.name.utf8.first == UInt8(ascii: "/")
      writer.member("uri", (isAbsolute ? "file://" : "") + source.name.percentEncoded)
    }
  }

  private mutating func region(
    _ start: SourcePosition, _ end: SourcePosition?, byteLength: Int
  ) {
    member("region") { writer in
      writer.member("startLine", start.line)
      writer.member("startColumn", start.column)
      if let end {
        writer.member("endLine", end.line)
        writer.member("endColumn", end.column)
      }
      writer.member("byteOffset", start.offset)
      writer.member("byteLength", byteLength)
    }
  }

  private mutating func message(_ name: String, _ text: String) {
    if !text.isEmpty { member(name) { $0.member("text", text) } }
  }
}
