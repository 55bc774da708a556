public import Vectors

/// This library, running in this process.
public final class LibrarySession: Session {
  private let checker: any Checker
  /// This library.
  public let identity: Identity

  /// Creates a session with this library or another checker.
  public init(
    _ checker: any Checker, name: String = "conform", version: String
  ) {
    self.checker = checker
    identity = Identity(name: name, version: version, kind: .library, reportsErrors: true)
  }

  /// Checks the document.
  public func ask(_ bytes: [UInt8], as target: String) throws(Failure) -> Observation {
    let answer = checker.check(bytes, as: target)
    return Observation(answer.outcome, answer.findings)
  }
}
