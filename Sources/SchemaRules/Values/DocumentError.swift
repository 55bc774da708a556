public import JSONText

/// The reason why a document could not be read as a value.
public enum DocumentError: Error, Hashable, Sendable {
  /// The document is not valid; the result says why.
  case notValid(ValidationResult)
  /// The document is valid, but the value at a pointer does not fit its type, such as a number beyond `Int`. The
  /// reason starts with a verb and contains no value of the document.
  case unreadable(JSONPointer, reason: String)
}

extension DocumentError: CustomStringConvertible {
  /// The outcome and the messages, without values of the document.
  public var description: String {
    switch self {
    case .unreadable(let pointer, let reason):
      return "\(pointer == .root ? "the document" : pointer.description) \(reason)"
    case .notValid(let result):
      var reasons: [String] =
        switch result.verdict {
        case .valid: []
        case .invalid(let errors): errors.map(\.description)
        case .malformed(let fault): ["\(fault.message), at byte \(fault.offset)"]
        case .indeterminate(let limit): result.errors.map(\.description) + [limit.message]
        }
      if result.omittedErrorCount > 0 { reasons.append("\(result.omittedErrorCount) more errors") }
      return "the document is \(result.outcome.rawValue): \(reasons.joined(separator: "; "))"
    }
  }
}
