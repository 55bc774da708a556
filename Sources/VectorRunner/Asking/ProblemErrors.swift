import JSONText
import Vectors

/// The errors in problem details: the member `errors` of the example in RFC 9457, with the `keyword`
/// that `ProblemDetails` adds to each.
///
/// https://www.rfc-editor.org/rfc/rfc9457#section-3
enum ProblemErrors: Hashable {
  /// There are none.
  case none
  /// Every error names its rule.
  case findings([Finding])
  /// Not every error does: the JSON Pointers of all.
  case pointers([String])

  /// Why problem details cannot be read; holds no control characters.
  struct Fault: Error, Hashable {
    let message: String

    init(_ message: String) {
      self.message = message
    }
  }

  /// Reads a body.
  ///
  /// - Throws: a `Fault` if it is not strict JSON or not an object, and if its errors are in another
  ///   form or not all there: a part of them cannot be compared.
  init(_ body: [UInt8]) throws(Fault) {
    let details = try Self.value(body)
    guard details.objectValue != nil else { throw Fault("the body is not an object") }
    guard let errors = details["errors"] else {
      self = .none
      return
    }
    guard let errors = errors.arrayValue else { throw Fault(#""errors" is not an array"#) }
    guard details["omittedErrors"].map({ $0.integerValue == 0 }) ?? true else {
      throw Fault(#"some errors are omitted ("omittedErrors")"#)
    }
    var pointers: [String] = []
    var findings: [Finding] = []
    for (index, error) in errors.enumerated() {
      guard let text = error["pointer"]?.stringValue else {
        throw Fault(#"error \#(index + 1) has no "pointer""#)
      }
      guard let pointer = JSONPointer(uriFragment: text) else {
        let excerpt = Printable.excerpt(text.utf8)
        throw Fault(
          "error \(index + 1): \(excerpt) is not a JSON Pointer as a URI fragment, such as #/name")
      }
      pointers.append(pointer.description)
      guard let keyword = error["keyword"] else { continue }
      guard let keyword = keyword.stringValue else {
        throw Fault(#"error \#(index + 1): "keyword" is not a string"#)
      }
      findings.append(Finding(pointer.description, keyword))
    }
    self =
      switch findings.count {
      case _ where errors.isEmpty: .none
      case errors.count: .findings(findings)
      default: .pointers(pointers)
      }
  }

  private static func value(_ body: [UInt8]) throws(Fault) -> JSONValue {
    do throws(JSONValue.ReadError) {
      return try JSONValue(parsing: body)
    } catch {
      switch error {
      case .malformed(let fault):
        throw Fault("the body is not JSON: \(fault.message), at byte \(fault.offset)")
      case .limitExceeded: throw Fault("the body is nested too deeply")
      }
    }
  }
}
