package import APIOperations
import JSONText
import SchemaDocuments
package import SchemaRules

/// `--format sarif`: one log for the whole run, with one result per diagnostic.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
package struct SARIFReporter: Reporter {
  /// The maximum number of results of a log: GitHub shows no more per analysis, and rejects files with more than
  /// 25,000.
  ///
  /// https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
  static let maximumResults = 5000

  /// The name and version of the tool.
  private let tool: (name: String, version: String)
  /// The rules to describe, in the order of their results' `ruleIndex`.
  private let rules: [Descriptor]
  private let indices: [[UInt8]: Int]

  /// The description of a rule in the log.
  struct Descriptor {
    let id: String
    let title: String
    var text = ""
    var help = ""
  }

  package init(_ rules: [Rule], of operation: APIOperation?, tool: (name: String, version: String))
  {
    self.init(
      rules.map {
        let explanation = RuleExplanation($0, of: $0.graph.isDeclared ? operation : nil)
        return Descriptor(
          id: explanation.rule, title: explanation.reason, text: explanation.summary,
          help: explanation.origin)
      }, tool: tool)
  }

  init(_ rules: [Descriptor], tool: (name: String, version: String)) {
    self.tool = tool
    self.rules = rules
    indices = Dictionary(
      rules.enumerated().map { (Array($1.id.utf8), $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var resultCap: ResultCap? { ResultCap(["{": Self.maximumResults], separator: ",") }

  package var beginning: String {
    [UInt8].json { writer in
      writer.beginObject()
      writer.member(
        "$schema",
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
      )
      writer.member("version", "2.1.0")
      writer.name("runs")
      writer.beginArray()
      writer.beginObject()
      writer.member("tool") { writer in
        writer.member("driver") { writer in
          writer.member("name", tool.name)
          writer.member("version", tool.version)
          writer.objects("rules", rules) { writer, rule in
            writer.member("id", rule.id)
            writer.message("shortDescription", rule.title)
            writer.message("fullDescription", rule.text)
            writer.message("help", rule.help)
          }
        }
      }
      // Columns and lines as everywhere in this tool.
      writer.member("columnKind", "unicodeCodePoints")
      writer.member("newlineSequences", ["\r\n", "\r", "\n"]) { $0.string($1) }
      writer.name("results")
      writer.beginArray()
    } + "\n"
  }

  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    var positions = DocumentPositions(document)
    for diagnostic in Diagnostic.all(of: document, bytes) {
      let start = positions.position(of: diagnostic.byteRange.lowerBound, in: bytes)
      let end = positions.position(of: diagnostic.byteRange.upperBound, in: bytes)
      let related = diagnostic.related.map {
        ($0.message, positions.position(of: $0.offset, in: bytes))
      }
      report(diagnostic, in: document.source, start, end: end, related: related, to: &output)
    }
  }

  /// Appends one result, which is a line.
  func report(
    _ diagnostic: Diagnostic, in source: Source, _ start: SourcePosition,
    end: SourcePosition? = nil, related: (message: String, position: SourcePosition)? = nil,
    to output: inout [UInt8]
  ) {
    output.appendJSON { writer in
      writer.beginObject()
      writer.member("ruleId", diagnostic.id)
      if let index = indices[Array(diagnostic.id.utf8)] { writer.member("ruleIndex", index) }
      writer.member("level", diagnostic.severity.rawValue)
      writer.message("message", diagnostic.fullMessage)
      writer.locations("locations") { writer in
        writer.physicalLocation(source, start, end, byteLength: diagnostic.byteRange.count)
        guard let pointer = diagnostic.pointer else { return }
        writer.objects("logicalLocations", [pointer]) {
          $0.member("fullyQualifiedName", $1.description)
        }
      }
      if let related {
        writer.locations("relatedLocations") { writer in
          writer.member("id", 1)
          writer.physicalLocation(source, related.position, nil, byteLength: 0)
          writer.message("message", related.message)
        }
      }
      writer.endObject()
      writer.newline()
    }
  }

  package func end(_ summary: RunSummary) -> String {
    end(summary.failures, omitted: summary.omittedResults) { $0.counts(summary) }
  }

  /// Writes the end of the log; `counts` writes the members of the run's properties.
  func end(
    _ failures: [SourceFailure] = [], omitted: Int = 0, _ counts: (inout JSONWriter) -> Void
  ) -> String {
    var notifications = failures.map {
      (id: "unreadable", level: "error", text: $0.message, $0.source)
    }
    if omitted > 0 {
      notifications.append(
        (
          "omitted", "warning",
          "\(counted(omitted, "more result")) omitted; GitHub shows \(Self.maximumResults) per analysis",
          nil
        ))
    }
    let rest = [UInt8].json { writer in
      writer.beginObject()
      writer.objects("invocations", [failures.isEmpty]) { writer, isSuccess in
        writer.member("executionSuccessful", isSuccess)
        if !notifications.isEmpty {
          writer.objects("toolExecutionNotifications", notifications) { writer, notification in
            writer.member("descriptor") { $0.member("id", notification.id) }
            writer.member("level", notification.level)
            writer.message("message", notification.text)
            if let source = notification.3 {
              writer.locations("locations") { writer in
                writer.member("physicalLocation") { $0.artifact(source) }
              }
            }
          }
        }
      }
      writer.member("properties") { writer in
        counts(&writer)
        if omitted > 0 { writer.member("omittedResults", omitted) }
      }
      writer.endObject()
    }
    // The members belong to the object of the run, which is still open.
    return "],\(rest.dropFirst())]}\n"
  }
}

extension JSONWriter {
  /// Writes an array of one location.
  fileprivate mutating func locations(_ name: String, _ location: (inout JSONWriter) -> Void) {
    objects(name, [()]) { writer, _ in location(&writer) }
  }

  fileprivate mutating func physicalLocation(
    _ source: Source, _ start: SourcePosition, _ end: SourcePosition?, byteLength: Int
  ) {
    member("physicalLocation") { writer in
      writer.artifact(source)
      writer.member("region") { writer in
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
  }

  /// Writes the location of the source as a URI, relative inside the working directory. Consumers reject a location
  /// without a URI, so standard input has one too.
  fileprivate mutating func artifact(_ source: Source) {
    member("artifactLocation") { writer in
      writer.member("uri", source.place?.normalized.uri ?? source.name.percentEncoded)
      if source.place == nil { writer.message("description", "standard input") }
    }
  }

  /// Writes a message, with braces and links escaped.
  ///
  /// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html#_Toc141790709
  fileprivate mutating func message(_ name: String, _ text: String) {
    guard !text.isEmpty else { return }
    var escaped = ""
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "{" || scalar == "}" { escaped.unicodeScalars.append(scalar) }
      if scalar == "(", last == "]" {
        escaped.removeLast()
        escaped += "\\]"
      }
      escaped.unicodeScalars.append(scalar)
      last = scalar
    }
    member(name) { $0.member("text", escaped) }
  }
}
