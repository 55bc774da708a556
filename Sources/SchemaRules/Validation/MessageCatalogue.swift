public import JSONText

/// The messages of errors, faults and limits in a language: templates, each with the code of a problem.
///
/// A code can be a keyword, such as `minLength`; `minLength.one` is for a bound of one. Other codes are
/// `type.fraction`, `required.dependent`, `additionalProperties.withheld` for a member whose name may be secret,
/// `oneOf.several`, the codes of `JSONFault` and `ExceededLimit`, and `problem.invalid`, `problem.malformed` and
/// `problem.indeterminate` for `ProblemDetails`. A template contains parameters in braces. `{field}` is the pointer, or
/// the template `document`. The parameters of an error have the names of `FieldError.parameters`; a problem has
/// `{count}` or `{reason}`. The names of types are templates too. A message without a template is in English.
public struct MessageCatalogue: Hashable, Sendable {
  /// The language tag of RFC 5646, such as `de`.
  public let language: String
  private let templates: [String: String]  // strings: names that are declared in code

  /// Messages in English.
  public static let english = MessageCatalogue(language: "en", templates: [:])

  /// Creates a catalogue.
  public init(language: String, templates: [String: String]) {
    self.language = language
    self.templates = templates
  }

  /// The message for an error.
  public func message(for error: FieldError) -> String {
    let field = error.pointer == .root ? templates["document"] : error.pointer.description
    let parameters = [("field", field ?? "")] + error.parameters.map { ($0.name, text($0.value)) }
    return error.codes.lazy.compactMap { text($0, parameters) }.first ?? error.message
  }

  /// The message for a fault.
  public func message(for fault: JSONFault) -> String { templates[fault.code] ?? fault.message }

  /// The message for an exceeded limit.
  public func message(for limit: ExceededLimit) -> String {
    text(limit.code, [("field", limit.pointer.description)]) ?? limit.message
  }

  /// A template with its parameters; nil if there is none.
  func text(_ code: String, _ parameters: [(name: String, text: String)]) -> String? {
    guard var rest = templates[code].map({ $0[...] }) else { return nil }
    // In one pass, so the content of a parameter is not replaced.
    var text = ""
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      let name = rest[rest.index(after: start)..<end]
      text +=
        rest[..<start] + (parameters.first { $0.name.utf8.elementsEqual(name.utf8) }?.text ?? "")
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }

  private func text(_ value: FieldError.ParameterValue) -> String {
    switch value {
    case .text(let text): templates[text] ?? text
    case .number(let number): String(number)
    case .value(let value): value.compactText
    case .list(let values):
      values.map { $0.stringValue.flatMap { templates[$0] } ?? $0.compactText }
        .joined(separator: ", ")
    }
  }
}

extension FieldError {
  /// The codes of the error's message, the most exact first.
  fileprivate var codes: [String] {
    let code = keyword.rawValue
    var exact: String? =
      switch actual {
      case .fractionalNumber: "fraction"
      case .severalAlternatives: "several"
      case .dependent: "dependent"
      default: isNameWithheld ? "withheld" : nil
      }
    if case .count(1) = rule.parameter { exact = "one" }
    return (exact.map { ["\(code).\($0)"] } ?? []) + [code]
  }
}
