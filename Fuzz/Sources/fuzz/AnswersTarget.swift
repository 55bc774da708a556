import JSONText
import SchemaRules

@testable import VectorRunner

/// The answers of implementations under test: adapters and services. Any shown part of them must be printable.
///
/// An input is a line of an adapter, the body of a service's answer, and a file of explanations.
enum AnswersTarget {
  static func run(_ input: UnsafeRawBufferPointer) {
    let bytes = unsafe Array(input)
    do throws(Failure) {
      let identity = try AdapterMessage.identity(bytes)
      checkPrintable(identity.title)
    } catch {
      checkPrintable(error.detail)
    }
    checkAnswers(bytes)
    for status in [200, 400, 422] {
      let answer = ServiceAnswer(
        status: status, contentType: ProblemDetails.mediaType, body: bytes)
      checkReply(answer.reply)
    }
    if let value = try? JSONValue(parsing: bytes) { _ = try? Explanations(value) }
  }

  /// The outcome does not depend on whether errors are requested.
  private static func checkAnswers(_ bytes: [UInt8]) {
    guard let full = try? AdapterMessage.answer(bytes, withErrors: true),
      let brief = try? AdapterMessage.answer(bytes, withErrors: false)
    else { return }
    switch (full.reply, brief.reply) {
    case (.success(let one), .success(let other)):
      guard one.outcome == other.outcome, one.findings != nil, other.findings == nil else {
        finding("\(one) with errors, \(other) without")
      }
    case (.failure(let fault), .failure): checkPrintable(fault.detail)
    default: finding("an answer is at fault only with errors, or only without")
    }
  }

  private static func checkReply(_ reply: Reply) {
    switch reply {
    case .success(let observation): observation.note.map(checkPrintable)
    case .failure(let failure): checkPrintable(failure.detail)
    }
  }

  private static func checkPrintable(_ text: String) {
    guard text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) else {
      finding("not printable: \(text.debugDescription)")
    }
  }
}
