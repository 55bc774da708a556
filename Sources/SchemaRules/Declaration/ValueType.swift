/// The types that a field can be declared to have, by JSON Schema's names.
public enum ValueType: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// Text.
  case string
  /// A number, whole or not.
  case number
  /// A number without a fractional part.
  case integer
  /// `true` or `false`.
  case boolean
  /// Members by name.
  case object
  /// Elements in order.
  case array
}

extension FieldSchema {
  /// The declared type, without its rules.
  public var type: ValueType {
    switch shape {
    case .string: .string
    case .number: .number
    case .integer: .integer
    case .boolean: .boolean
    case .object: .object
    case .array: .array
    }
  }
}
