public import JSONText

/// Something wrong with the text of a schema, and where.
public struct SchemaProblem: Hashable, Sendable, CustomStringConvertible {
  /// The name of the text.
  public let document: String
  /// The bytes at fault, counted from the start of the text.
  public let byteRange: Range<Int>
  /// Where those bytes start.
  public let location: SourceLocation
  /// The place in the text.
  public let pointer: JSONPointer
  /// The keyword at fault, or the unknown one, as it is spelled; nil if the whole schema is at fault.
  public let keyword: String?
  /// What is wrong and what to do about it, in plain English.
  public let message: String

  /// The problem on one line, such as `parcel.json:3:12: must be a string [pattern]`.
  public var description: String {
    let place = "\(location.line):\(location.column)"
    let where_ = document.isEmpty ? place : "\(document):\(place)"
    return "\(where_): \(message)" + (keyword.map { " [\($0)]" } ?? "")
  }
}

/// Why a text is no schema that can be validated against.
public struct JSONSchemaError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong; at least one problem, in the order of the texts.
  public let problems: [SchemaProblem]

  /// Every problem on a line of its own.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
