/// An implementation that checks documents: this library, a mutant of it, a process.
public protocol Checker {
  /// Judges the bytes of one document as the body of a name.
  func check(_ bytes: [UInt8], as target: String) -> Answer
}
