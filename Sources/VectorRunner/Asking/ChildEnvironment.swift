#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Processes

/// The environment variables of child processes.
///
/// The one file of the target that imports Foundation: `environ` is a variable that anyone may
/// change, which the compiler does not let through.
enum ChildEnvironment {
  /// The variable with the token for a live service, which no child process gets.
  static let tokenName = "CONFORM_TOKEN"

  /// This process's variables without the token, and additional ones.
  static func variables(adding added: [String: String] = [:]) -> [String] {
    var variables = ProcessInfo.processInfo.environment
    variables[tokenName] = nil
    return variables.merging(added) { $1 }.map { "\($0.key)=\($0.value)" }.sorted()
  }

  /// The token for a live service; nil if there is none.
  static var token: String? { ProcessInfo.processInfo.environment[tokenName] }
}

extension ChildProcess {
  /// Starts a program without the token for a live service in its environment.
  ///
  /// - Parameter variables: Additional variables.
  convenience init(
    asking program: Program, adding variables: [String: String] = [:]
  ) throws(Failure) {
    var program = program
    program.environment = ChildEnvironment.variables(adding: variables)
    do throws(SystemError) {
      try self.init(program)
    } catch {
      throw Failure(
        .notAsked, "cannot run \(Printable.escaped(program.words[0])): \(error.message)")
    }
  }

  /// The last lines of standard error as the end of a message; empty if there are none.
  var complaint: String {
    Printable.lastLines(errorTail).map { "; standard error: \($0)" } ?? ""
  }
}
