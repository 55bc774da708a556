import Vectors

/// A conversation with one implementation.
public protocol Session: AnyObject {
  /// The implementation; complete after the session has started.
  var identity: Identity { get }

  /// Texts that no report may contain, even if the implementation repeats them.
  var secrets: [String] { get }

  /// Starts the implementation.
  ///
  /// - Throws: `Failure` if it cannot be asked anything.
  func start() throws(Failure)

  /// Asks about the bytes of a document; never takes much longer than the session's time limit.
  ///
  /// - Throws: `Failure` if there is no answer.
  func ask(_ bytes: [UInt8], as target: String) throws(Failure) -> Observation

  /// Ends the conversation and returns the breaches found at its end.
  func finish() -> [Breach]
}

extension Session {
  /// The token for a live service.
  public var secrets: [String] { ChildEnvironment.token.map { [$0] } ?? [] }

  /// Does nothing.
  public func start() throws(Failure) {}

  /// Returns no breaches.
  public func finish() -> [Breach] { [] }
}

/// The identity of an implementation.
public struct Identity: Hashable, Sendable {
  /// The ways to reach an implementation.
  public enum Kind: String, Hashable, Sendable {
    case library
    case adapter
    case oneShot = "one-shot"
    /// It creates what it accepts, so the first wrong `valid` ends the run.
    case service
  }

  /// The name that the implementation or its caller gives it.
  public var name: String
  /// Its version; empty if unknown.
  public var version = ""
  /// The way to reach it.
  public var kind: Kind
  /// Whether it reports the violated rules, not only verdicts.
  public var reportsErrors = false
  /// The names of the bodies that it can validate; nil for all.
  public var targets: [String]?

  /// Whether it can validate documents as the body of a name.
  func validates(_ target: String) -> Bool { targets?.contains(target) ?? true }

  /// Name and version.
  public var title: String { version.isEmpty ? name : "\(name) \(version)" }
}

/// The reply of an implementation.
public typealias Reply = Result<Observation, Failure>

/// A breach of the protocol that does not answer the latest question.
public struct Breach: Hashable, Sendable {
  /// The index of the question that it belongs to; nil if it belongs to none.
  public var question: Int?
  /// A description on one line.
  public var detail: String

  init(question: Int? = nil, _ detail: String) {
    self.question = question
    self.detail = detail
  }
}
