import JSONText

/// One line of a compiled file: a vector with its document as bytes, which needs no interpretation.
public struct CompiledVector: Hashable, Sendable {
  /// The vector.
  public var vector: Vector
  /// The folder of its source file.
  public var className: String
  /// The document.
  public var bytes: [UInt8]
  /// The SHA-256 of the document in hexadecimal digits.
  public var sha256: String

  /// Creates a line.
  public init(_ vector: Vector, className: String, bytes: [UInt8], sha256: String) {
    self.vector = vector
    self.className = className
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// The line, with its line feed.
  public var line: [UInt8] {
    var members: [(String, JSONValue)] = [
      ("id", .string(vector.id)), ("target", .string(vector.target)),
      ("class", .string(className)), ("why", .string(vector.why)), vector.judgement.member,
    ]
    if !vector.given.isEmpty { members.append(("given", vector.givenValue)) }
    if !vector.rules.isEmpty { members.append(("rules", .texts(vector.rules))) }
    if !vector.tags.isEmpty { members.append(("tags", .texts(vector.tags))) }
    members += [
      ("sha256", .string(sha256)), ("base64", .string(Base64.encoding(bytes))),
    ]
    return ASCIIText.encoding(.members(members)) + [0x0A]
  }
}
