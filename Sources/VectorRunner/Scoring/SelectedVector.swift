public import Vectors

/// A vector selected for a run.
public struct SelectedVector: Sendable {
  /// The vector.
  public let vector: Vector
  /// The folder of its source file.
  public let className: String
  /// The document.
  public let bytes: [UInt8]

  /// Selects a vector of a class.
  public init(_ vector: Vector, className: String) {
    self.vector = vector
    self.className = className
    bytes = vector.input.bytes
  }
}
