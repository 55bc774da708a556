import JSONText
public import Vectors

/// What became of one vector.
public struct VectorResult: Sendable {
  /// The vector.
  public let vector: Vector
  /// The folder of its source file.
  public let className: String
  /// How long the implementation took.
  public let duration: Duration
  /// What came back; nil if it was not asked.
  public let reply: Reply?
  /// What that is worth.
  public internal(set) var status: Status

  /// What an answer is worth.
  public enum Status: Hashable, Sendable {
    /// Right.
    case passed
    /// Wrong, or no answer.
    case failed(Failure)
    /// Not judged, and why: neither right nor wrong, and nothing that was to be validated.
    case skipped(String)
  }

  /// What is wrong with an answer.
  public struct Failure: Hashable, Sendable {
    /// The kinds, from a wrong verdict to no answer at all.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// A document was accepted that is to be rejected.
      case accepted
      /// A document was rejected that is to be accepted.
      case rejected
      /// The outcome is another one than it has to be, but not about accepting.
      case outcome
      /// The verdict is right, the errors are not.
      case errors
      /// The answer fits another alternative than the others on its axis do.
      case inconsistent
      /// The process ended.
      case crash
      /// Nothing came in time.
      case timeOut = "time-out"
      /// Something came that the protocol does not know.
      case breach
      /// The service failed.
      case service
      /// What came says nothing of the document.
      case inconclusive
      /// The run had ended before.
      case notAsked = "not-asked"
    }

    /// The kind.
    public let kind: Kind
    /// The right answer, or the right answer under each alternative.
    public let expected: String
    /// What came.
    public let actual: String

    init(_ kind: Kind, expected: String, actual: String) {
      self.kind = kind
      self.expected = expected
      self.actual = actual
    }
  }

  /// What is wrong; nil if nothing is.
  public var failure: Failure? {
    if case .failed(let failure) = status { failure } else { nil }
  }

  /// Whether the answer is right.
  public var isPassed: Bool { status == .passed }

  /// What the implementation said about the document; nil if nothing.
  public var observation: Observation? {
    if case .observation(let observation) = reply { observation } else { nil }
  }
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

  /// How many errors there are to find, at most.
  var errorCount: Int {
    switch self {
    case .fixed(let expectation): expectation.findings.count
    case .choice(_, let alternatives):
      alternatives.map(\.expectation.findings.count).max() ?? 0
    }
  }

  /// Whether a document that is accepted can be right.
  var canBeValid: Bool {
    switch self {
    case .fixed(let expectation): expectation == .valid
    case .choice(_, let alternatives): alternatives.contains { $0.expectation == .valid }
    }
  }
}

extension Vector {
  /// Longer documents are in no report for programs, in bytes.
  private static let shownLength = 1 << 16

  /// The document as it is if it is printable ASCII, or else in base64. Nil if it is too long.
  var shownDocument: (text: String, isText: Bool)? {
    let bytes = input.bytes
    guard bytes.count <= Self.shownLength else { return nil }
    let isText = bytes.allSatisfy { 0x20..<0x7F ~= $0 }
    return (isText ? String(decoding: bytes, as: UTF8.self) : Base64.encoding(bytes), isText)
  }
}
