import Vectors

/// A conversation with one implementation.
public protocol Session: AnyObject {
  /// Who answers; complete once the session has started.
  var identity: Identity { get }

  /// Whether an answer has effects, so that the first wrong `valid` ends the run.
  var stopsAtUnexpectedSuccess: Bool { get }

  /// What no report may show of what the implementation says.
  var secrets: [String] { get }

  /// Gets the implementation ready.
  ///
  /// - Throws: `SessionFailure` if it cannot be asked anything.
  func start() throws(SessionFailure)

  /// Asks about the bytes of a document; never takes much longer than the session's time limit.
  func ask(_ bytes: [UInt8], as target: String) -> Reply

  /// Ends the conversation; returns what came to light only now.
  func finish() -> [Breach]
}

extension Session {
  /// Most answers have no effect.
  public var stopsAtUnexpectedSuccess: Bool { false }

  /// The token for a live service, which others can know from elsewhere.
  public var secrets: [String] { ChildEnvironment.token.map { [$0] } ?? [] }

  /// There is nothing to get ready.
  public func start() throws(SessionFailure) {}

  /// Nothing comes to light.
  public func finish() -> [Breach] { [] }
}

/// Who answers.
public struct Identity: Hashable, Sendable {
  /// The ways to reach an implementation.
  public enum Kind: String, Hashable, Sendable {
    case library
    case adapter
    case oneShot = "one-shot"
    case service
  }

  /// What the implementation calls itself, or what its caller does.
  public var name: String
  /// Its version; empty if unknown.
  public var version = ""
  /// How it is reached.
  public var kind: Kind
  /// Whether it says which rules are violated, or gives verdicts only.
  public var reportsErrors = false
  /// The names of the bodies that it can validate; nil for all.
  public var targets: [String]?

  /// Whether it can validate documents as the body of a name.
  func validates(_ target: String) -> Bool { targets?.contains(target) ?? true }

  /// Name and version.
  public var title: String { version.isEmpty ? name : "\(name) \(version)" }
}

/// What came back from an implementation.
public enum Reply: Hashable, Sendable {
  /// An answer.
  case observation(Observation)
  /// Something that says nothing of the document, such as an HTTP status of 401.
  case inconclusive(String)
  /// No answer.
  case failure(SessionFailure)
}

/// A breach of the protocol that is not the answer to the question that was asked last.
public struct Breach: Hashable, Sendable {
  /// The question that it belongs to, counted from 0; nil if to none.
  public var question: Int?
  /// What happened, in a line for people.
  public var detail: String

  init(question: Int? = nil, _ detail: String) {
    self.question = question
    self.detail = detail
  }
}
