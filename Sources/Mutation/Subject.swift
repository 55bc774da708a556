public import JSONText
public import Vectors

/// A document with the facts that mutants need, computed once.
public struct Subject: Sendable {
  /// The document.
  public let bytes: [UInt8]
  /// The name of the body that it is checked as.
  public let body: String
  /// The right implementation's answer.
  public let answer: Answer
  /// The document as a tree; nil unless it is strict JSON within the limits.
  public let value: JSONValue?

  /// A document with the right implementation's answer.
  ///
  /// - Parameter value: The document as a tree, if that is known.
  init(_ bytes: [UInt8], as body: String, answer: Answer, value: JSONValue? = nil) {
    self.bytes = bytes
    self.body = body
    self.answer = answer
    self.value = value ?? (try? JSONValue(parsing: bytes))
  }
}
