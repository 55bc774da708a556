/// A string that does not print: not by interpolation, not in a debugger's description, not by
/// `dump`, and not as a part of a type that prints its parts.
///
/// Encoding it writes the string itself, since that is how it reaches the service.
public struct Secret: Hashable, Sendable {
  /// The string. Whoever reads it takes care of it.
  public let exposed: String

  /// A secret.
  public init(_ exposed: String) {
    self.exposed = exposed
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A word in place of the string.
  public var description: String { "[redacted]" }
  /// A word in place of the string.
  public var debugDescription: String { description }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret: Codable {
  /// Reads the string itself.
  public init(from decoder: any Decoder) throws {
    exposed = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the string itself.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(exposed)
  }
}
