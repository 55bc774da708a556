package import JSONText

/// The types that a schema can require, by JSON Schema's names.
public enum ValueType: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// Strings.
  case string
  /// A number, whole or not.
  case number
  /// A number without a fractional part; `1.0` is one.
  case integer
  /// `true` or `false`.
  case boolean
  /// Members by name.
  case object
  /// Elements in order.
  case array
  /// `null`.
  case null

  /// The kinds of values that have the type.
  var kinds: KindSet {
    switch self {
    case .string: .string
    case .number: .number
    case .integer: .integer
    case .boolean: .boolean
    case .object: .object
    case .array: .array
    case .null: .null
    }
  }

  /// The type in a sentence.
  public var withArticle: String {
    switch self {
    case .integer, .object, .array: "an \(rawValue)"
    case .string, .number, .boolean: "a \(rawValue)"
    case .null: rawValue
    }
  }
}

/// A set of kinds of JSON values, which distinguishes whole numbers from others.
public struct KindSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// One bit per kind.
  public let rawValue: UInt8

  /// Creates the set with the given bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Strings.
  public static let string = KindSet(rawValue: 1)
  /// Numbers without a fractional part.
  public static let integer = KindSet(rawValue: 2)
  /// Numbers with a fractional part.
  public static let fraction = KindSet(rawValue: 4)
  /// `true` and `false`.
  public static let boolean = KindSet(rawValue: 8)
  /// `null`.
  public static let null = KindSet(rawValue: 16)
  /// Arrays.
  public static let array = KindSet(rawValue: 32)
  /// Objects.
  public static let object = KindSet(rawValue: 64)
  /// Numbers, whole or not.
  public static let number: KindSet = [.integer, .fraction]
  /// Every kind.
  public static let all = KindSet(rawValue: 127)

  /// Creates the set of the kinds of values with a JSON type.
  package init(_ kind: JSONKind) {
    switch kind {
    case .string: self = .string
    case .number: self = .number
    case .boolean: self = .boolean
    case .null: self = .null
    case .array: self = .array
    case .object: self = .object
    }
  }

  /// Creates the set of the kinds of values that have one of the types.
  public init(_ types: [ValueType]) { self = types.reduce(into: []) { $0.formUnion($1.kinds) } }

  /// The smallest set of types that covers the kinds, in a fixed order.
  public var types: [ValueType] {
    var types: [ValueType] = []
    for type in ValueType.allCases where type != .integer || !contains(.number) {
      if isSuperset(of: type.kinds) { types.append(type) }
    }
    return types
  }
}

extension KindSet {
  /// The kind of a value.
  package init(of value: JSONValue) {
    switch value {
    case .object: self = .object
    case .array: self = .array
    case .string: self = .string
    case .number(let text): self = ExactNumber(text).isWhole ? .integer : .fraction
    case .boolean: self = .boolean
    case .null: self = .null
    }
  }
}
