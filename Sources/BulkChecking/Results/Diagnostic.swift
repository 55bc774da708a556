import JSONSchema
import JSONText
import SchemaRules

/// A remark about a document: an error, a warning, a fault, an exceeded limit or an omission.
struct Diagnostic {
  enum Severity: String {
    case error
    case warning
    /// About the report itself.
    case note
  }

  let severity: Severity
  /// A rule's id, `malformed/` with a fault's code, `limit/` with that of a limit, or `omitted`.
  let id: String
  let message: String
  /// A hint about the format that a malformed document resembles.
  var hint: String?
  /// The field that it is about; nil if it is not about a field.
  var pointer: JSONPointer?
  /// Its range in the document, in bytes.
  let byteRange: Range<Int>
  /// A related place, with a message.
  var related: (message: String, offset: Int)?
  /// The violation that it reports; nil for another problem.
  var error: FieldError?

  /// The keyword of the violation, or the code of a fault or limit.
  var code: String { error?.keyword.rawValue ?? String(id.split(separator: "/").last ?? "") }

  /// The message with the hint.
  var fullMessage: String { message + (hint.map { "; \($0)" } ?? "") }
}

extension Diagnostic {
  /// The remarks about a document, in the order of the format `text`.
  static func all(of document: CheckedDocument, _ bytes: RawSpan) -> [Diagnostic] {
    let result = document.result
    var diagnostics: [Diagnostic] = []
    if let fault = result.fault {
      var diagnostic = Diagnostic(
        severity: .error, id: "malformed/\(fault.code)",
        message: "malformed \(fault.notation): \(fault.message)",
        hint: fault.hint(bytes, isStartOfSource: document.offset == 0),
        byteRange: fault.offset..<fault.offset)
      if case .duplicateKey(let first) = fault.reason {
        diagnostic.related = ("first used here", first)
      }
      diagnostics.append(diagnostic)
    }
    if let limit = result.limit {
      diagnostics.append(
        Diagnostic(
          severity: .error, id: "limit/\(limit.code)", message: "indeterminate: \(limit.message)",
          byteRange: limit.reportedOffset..<limit.reportedOffset))
    }
    diagnostics += result.errors.map { Diagnostic($0, .error, bytes) }
    diagnostics += omitted(result.omittedErrorCount, "error")
    diagnostics += result.warnings.map { Diagnostic($0, .warning, bytes) }
    diagnostics += omitted(result.omittedWarningCount, "warning")
    return diagnostics
  }

  private init(_ error: FieldError, _ severity: Severity, _ bytes: RawSpan) {
    self.init(
      severity: severity, id: error.rule.id, message: error.message(bytes), pointer: error.pointer,
      byteRange: error.byteRange, error: error)
  }

  private static func omitted(_ count: Int, _ noun: String) -> [Diagnostic] {
    guard count > 0 else { return [] }
    return [
      Diagnostic(
        severity: .note, id: "omitted",
        message: "\(counted(count, "more \(noun)")) not shown; see --max-errors", byteRange: 0..<0)
    ]
  }
}

extension FieldError {
  /// The declared name that is closest to the undeclared name of a member. Returns nil for other errors, and if no
  /// declared name is close.
  ///
  /// Names in secret objects are compared too, because the result is text of the schema.
  func suggestion(_ bytes: RawSpan) -> String? {
    guard [.additionalProperties, .unevaluatedProperties].contains(keyword),
      byteRange.upperBound <= bytes.byteCount, byteRange.count <= 100,
      case .schemasByName(let properties) = rule.object?[.properties]
    else { return nil }
    let token = unsafe bytes.extracting(byteRange).withUnsafeBytes { unsafe Array($0) }
    guard let name = (try? JSONValue(parsing: token))?.stringValue else { return nil }
    return Suggestion.closest(to: Array(name.utf8), among: properties.map { Array($0.name.utf8) })
  }

  /// The message, with a suggestion where there is one.
  func message(_ bytes: RawSpan) -> String {
    message
      + (suggestion(bytes).map { "; did you mean \(JSONValue.string($0).compactText)?" } ?? "")
  }
}

extension Rule {
  /// For a rule about undeclared members, the node that declares the members.
  fileprivate var object: SchemaNode? {
    if keywordUse.keyword != .falseSchema { return graph.nodes[node] }
    // The schema `false` is the value of a keyword of the object's node, which was read before it.
    return graph.nodes[..<node].last { candidate in
      candidate.keywords.contains {
        [.additionalProperties, .unevaluatedProperties].contains($0.keyword)
          && $0.parameter.nodes.contains(node)
      }
    }
  }
}

extension ExceededLimit {
  /// The byte offset for reports: the place where the limit was exceeded, or the start of a document that is too long.
  var reportedOffset: Int {
    if case .document(.documentBytes, _) = kind { return 0 }
    return byteRange.lowerBound
  }
}

/// A number with its noun, such as `1 error` and `2 errors`.
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
