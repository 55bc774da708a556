#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension DocumentError: LocalizedError {
  /// The outcome and the messages; never a value of the document.
  public var errorDescription: String? { description }
}

extension SchemaError: LocalizedError {
  /// The problem of the declaration and its position.
  public var errorDescription: String? { description }
}

extension JSONSchemaError: LocalizedError {
  /// The problem of the text and its position.
  public var errorDescription: String? { description }
}

extension JSONFault: LocalizedError {
  /// What is wrong and what to do about it, with the byte offset.
  public var errorDescription: String? { "\(message), at byte \(offset)" }
}
