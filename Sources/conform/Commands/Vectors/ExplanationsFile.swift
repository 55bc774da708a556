import JSONText
import VectorRunner

extension Explanations {
  private static let sizeLimit = 1 << 24

  /// Reads a file of explanations.
  init(path: String) throws(CommandFailure) {
    let name = TerminalText.escaped(path)
    var bytes: [UInt8] = []
    do throws(SystemError) {
      var reader = WholeDocumentReader()
      let file = try InputFile(opening: SourcePath(path))
      try reader.read(file, limit: Self.sizeLimit) { span in
        bytes = unsafe span.withUnsafeBytes { unsafe Array($0) }
      }
    } catch {
      throw CommandFailure(message: "cannot read \(name): \(error.message)")
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
