public import Vectors

/// A vector to ask about.
public struct SelectedVector: Sendable {
  /// The vector.
  public let vector: Vector
  /// The folder of its source file.
  public let className: String
  /// The document.
  public let bytes: [UInt8]

  /// A vector of a class.
  public init(_ vector: Vector, className: String) {
    self.vector = vector
    self.className = className
    bytes = vector.input.bytes
  }
}
