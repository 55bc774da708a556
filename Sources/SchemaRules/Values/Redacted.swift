/// A value that does not print: neither by interpolation, `dump` or a debugger's description, nor as part of another
/// value.
///
/// Encoding writes the value itself, because the service needs it.
public struct Redacted<Value> {
  /// The value. Do not show it.
  public let exposed: Value

  /// Creates a secret.
  public init(_ exposed: Value) {
    self.exposed = exposed
  }
}

/// A string that does not print.
public typealias Secret = Redacted<String>

extension Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// A placeholder for the value.
  public var description: String { "[redacted]" }
  /// A placeholder for the value.
  public var debugDescription: String { description }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Redacted: Sendable where Value: Sendable {}
extension Redacted: Equatable where Value: Equatable {}
extension Redacted: Hashable where Value: Hashable {}

extension Redacted: Decodable where Value: Decodable {
  /// Reads the value itself.
  public init(from decoder: any Decoder) throws {
    exposed = try Value(from: decoder)
  }
}

extension Redacted: Encodable where Value: Encodable {
  /// Writes the value itself.
  public func encode(to encoder: any Encoder) throws {
    try exposed.encode(to: encoder)
  }
}

extension Redacted: DocumentReadable where Value: DocumentReadable {
  /// Reads a value.
  ///
  /// - Throws: `DocumentError.unreadable` with the pointer of the whole value, because names inside it may be secret.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    let start = reader.position
    do throws(DocumentError) {
      exposed = try reader.value()
    } catch {
      throw reader.unreadable("does not fit its type", at: start)
    }
  }
}
