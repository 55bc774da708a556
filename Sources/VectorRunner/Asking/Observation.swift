import JSONText
public import Vectors

/// An implementation's answer about a document.
public struct Observation: Hashable, Sendable {
  /// The outcome.
  public var outcome: Answer.Outcome
  /// The violated rules; nil for an implementation that only reports verdicts.
  public var findings: [Finding]?
  /// The fields at fault as JSON Pointers, for an implementation that names no rules; otherwise nil, and always nil
  /// unless the outcome is `rejected`.
  public var pointers: [String]?
  /// The reason why the implementation's errors could not be read. It does not affect the score and contains no control
  /// characters.
  public var note: String?

  init(
    _ outcome: Answer.Outcome, _ findings: [Finding]? = nil, pointers: [String]? = nil,
    note: String? = nil
  ) {
    (self.outcome, self.findings, self.pointers, self.note) = (outcome, findings, pointers, note)
  }
}

extension Observation: CustomStringConvertible {
  /// The outcome, with the findings or pointers in brackets.
  public var description: String {
    let list: [String]
    if outcome == .invalid, let findings {
      list = findings.sorted().map { "\($0.pointer) \($0.keyword)" }
    } else if let pointers {
      list = pointers
    } else {
      return outcome.rawValue
    }
    return "\(outcome.rawValue) [\(list.joined(separator: ", "))]"
  }
}

extension Expectation {
  /// Whether an observation meets the expectation, with its findings or pointers if it has any.
  func isMet(by observation: Observation) -> Bool {
    if let findings = observation.findings {
      return isMet(by: Answer(observation.outcome, findings))
    }
    if case .invalid(let findings) = self, let pointers = observation.pointers {
      // As bytes: String's equality merges NFC and NFD spellings.
      return Set(findings.map { Array($0.pointer.utf8) }) == Set(pointers.map { Array($0.utf8) })
    }
    return isMet(by: observation.outcome)
  }
}

extension Observation {
  /// Reads the errors in problem details: the member `errors` of the example in RFC 9457, with the `keyword` that
  /// `ProblemDetails` adds to each. If not every error names its rule, the observation has the pointers of all.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9457#section-3
  ///
  /// - Throws: a `Failure` if the body is not strict JSON or not an object, or if its errors are in another form or
  ///   incomplete: a part of them cannot be compared.
  init(problemDetails body: [UInt8]) throws(Failure) {
    let details = try Self.value(body)
    guard details.objectValue != nil else { throw Self.unreadable("the body is not an object") }
    self.init(.rejected)
    guard let errors = details["errors"] else { return }
    guard let errors = errors.arrayValue else {
      throw Self.unreadable(#""errors" is not an array"#)
    }
    guard details["omittedErrors"].map({ $0.integerValue == 0 }) ?? true else {
      throw Self.unreadable(#"some errors are omitted ("omittedErrors")"#)
    }
    var places: [String] = []
    var rules: [Finding] = []
    for (index, error) in errors.enumerated() {
      guard let text = error["pointer"]?.stringValue else {
        throw Self.unreadable(#"error \#(index + 1) has no "pointer""#)
      }
      guard let pointer = JSONPointer(uriFragment: text) else {
        let excerpt = Printable.excerpt(text.utf8)
        throw Self.unreadable(
          "error \(index + 1): \(excerpt) is not a JSON Pointer as a URI fragment, such as #/name")
      }
      places.append(pointer.description)
      guard let keyword = error["keyword"] else { continue }
      guard let keyword = keyword.stringValue else {
        throw Self.unreadable(#"error \#(index + 1): "keyword" is not a string"#)
      }
      rules.append(Finding(pointer.description, keyword))
    }
    if errors.isEmpty { return }
    if rules.count == errors.count {
      (outcome, findings) = (.invalid, rules)
    } else {
      // A service can report the place of a syntax error as well.
      pointers = places
    }
  }

  private static func value(_ body: [UInt8]) throws(Failure) -> JSONValue {
    do throws(JSONValue.ReadError) {
      return try JSONValue(parsing: body)
    } catch {
      switch error {
      case .malformed(let fault):
        throw unreadable("the body is not JSON: \(fault.message), at byte \(fault.offset)")
      case .limitExceeded: throw unreadable("the body is nested too deeply")
      }
    }
  }

  private static func unreadable(_ message: String) -> Failure { Failure(.service, message) }
}
