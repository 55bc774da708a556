import JSONText
public import Vectors

/// The result of one vector.
public struct VectorResult: Sendable {
  /// The vector.
  public let vector: Vector
  /// The folder of its source file.
  public let className: String
  /// The time that the implementation took.
  public internal(set) var duration = Duration.zero
  /// The implementation's reply.
  public internal(set) var reply = Reply.failure(Failure(.notAsked, "the run had ended"))
  /// The score of the reply.
  public internal(set) var status = Status.passed

  /// The score of an answer.
  public enum Status: Hashable, Sendable {
    /// Right.
    case passed
    /// Wrong, or no answer.
    case failed(Failure)
    /// Skipped, with the reason: neither right nor wrong.
    case skipped(String)
  }

  /// The right answer, or the right answer under each alternative.
  var expected: String { vector.judgement.summary }

  /// The mistake; nil if there is none.
  public var failure: Failure? {
    if case .failed(let failure) = status { failure } else { nil }
  }

  /// Whether the answer is right.
  public var isPassed: Bool { status == .passed }

  /// The implementation's answer about the document; nil if it gave none.
  public var observation: Observation? { try? reply.get() }
}

extension Judgement {
  /// The right answer, or the right answer under each alternative.
  public var summary: String {
    switch self {
    case .fixed(let expectation): expectation.description
    case .choice(let axis, let alternatives):
      "by \(axis): "
        + alternatives.map { "\($0.name): \($0.expectation)" }.joined(separator: "; ")
    }
  }

  private var expectations: [Expectation] {
    switch self {
    case .fixed(let expectation): [expectation]
    case .choice(_, let alternatives): alternatives.map(\.expectation)
    }
  }

  /// The maximum number of errors to find.
  var errorCount: Int { expectations.map(\.findings.count).max() ?? 0 }

  /// Whether it can be right to accept the document.
  var canBeValid: Bool { expectations.contains(.valid) }
}

extension Vector {
  /// The maximum length, in bytes, of a document in a report for programs.
  private static let shownLength = 1 << 16

  /// The document, in base64 unless it is printable ASCII; nil if it is too long.
  var shownDocument: (text: String, isText: Bool)? {
    let bytes = input.bytes
    guard bytes.count <= Self.shownLength else { return nil }
    let isText = bytes.allSatisfy { 0x20..<0x7F ~= $0 }
    return (isText ? String(decoding: bytes, as: UTF8.self) : Base64.encoding(bytes), isText)
  }
}
