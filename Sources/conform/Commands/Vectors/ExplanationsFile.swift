import BulkChecking
import JSONText
import VectorRunner

extension Explanations {
  /// Reads a file of explanations.
  init(path: String) throws(CommandFailure) {
    let name = TerminalText.escaped(path)
    guard let bytes = OutputFile.read(path) else {
      throw CommandFailure(message: "cannot read \(name)")
    }
    guard let value = try? JSONValue(parsing: bytes) else {
      throw CommandFailure(message: "\(name) is not JSON")
    }
    do throws(Failure) {
      self = try Explanations(value)
    } catch {
      throw CommandFailure(message: "\(name): \(error.message)")
    }
  }
}
