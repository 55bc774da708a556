import Processes

/// The reason why there is no answer.
public struct SessionFailure: Error, Hashable, Sendable {
  /// The kind of failure.
  public enum Kind: String, Hashable, Sendable {
    /// The program cannot be run at all.
    case cannotStart = "cannot-start"
    /// The process ended.
    case crash
    /// Nothing came in time.
    case timeOut = "time-out"
    /// Something came that the protocol does not know.
    case breach
    /// The service failed.
    case service
  }

  /// The kind of failure.
  public var kind: Kind
  /// A description on one line, without control characters.
  public var detail: String

  init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }
}

extension ChildProcess {
  /// Starts a program without the token for a live service in its environment.
  ///
  /// - Parameter variables: What its environment has in addition.
  convenience init(
    asking program: Program, adding variables: [String: String] = [:]
  ) throws(SessionFailure) {
    var program = program
    program.environment = ChildEnvironment.variables(adding: variables)
    do throws(SystemError) {
      try self.init(program)
    } catch {
      throw SessionFailure(
        .cannotStart, "cannot run \(Printable.escaped(program.words[0])): \(error.message)")
    }
  }
}
