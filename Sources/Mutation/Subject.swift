public import JSONText
public import Vectors

/// A document with what all mutants ask of it, found out once.
public struct Subject: Sendable {
  /// The document.
  public let bytes: [UInt8]
  /// The body that it is checked as.
  public let target: Target
  /// What the right implementation says.
  public let answer: Answer
  /// The document as a tree; nil unless it is strict JSON within the limits.
  public let value: JSONValue?

  /// A document with the right implementation's answer.
  public init(_ bytes: [UInt8], as target: Target, right checker: LibraryChecker) {
    self.bytes = bytes
    self.target = target
    answer = checker.check(bytes, as: target.rawValue)
    value = try? JSONValue(parsing: bytes)
  }
}
