/// An implementation that checks documents: this library, a mutant of it, a process.
public protocol Checker {
  /// Checks the bytes of one document as the body with a name.
  func check(_ bytes: [UInt8], as target: String) -> Answer
}
