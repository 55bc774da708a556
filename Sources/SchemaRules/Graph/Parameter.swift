public import JSONText

/// The value of a keyword: a bound, a pattern, a list of values, other schemas.
public enum Parameter: Hashable, Sendable {
  /// The types that are allowed.
  case types([ValueType])
  /// A bound on a number of code points, elements or members.
  case count(Int)
  /// A number, as JSON text spells it.
  case number(String)
  /// `true` or `false`.
  case flag(Bool)
  /// A pattern in ECMA-262 syntax.
  case pattern(String)
  /// The name of a format, and whether it rejects values that do not conform to it.
  case format(String, asserts: Bool)
  /// The values that are allowed.
  case values([JSONValue])
  /// The names of members.
  case names([String])
  /// For each member name, the members that it requires.
  case namesByName([Named<[String]>])
  /// A schema.
  case schema(NodeID)
  /// Several schemas.
  case schemas([NodeID])
  /// Schemas by the name of a member, or by a pattern that names match.
  case schemasByName([Named<NodeID>])
  /// A reference that is looked up among the resources that evaluation has entered: the outermost resource with the
  /// anchor, or `initial` if none has it.
  case dynamicReference(anchor: String, initial: NodeID)
  /// The treatment of undeclared members.
  case unknownFields(UnknownFieldPolicy)
  /// A `dependencies` keyword: names, or a schema, by the name of a member.
  case dependencies([Named<Dependency>])

  /// A short text for tables; empty if the parameter consists of other schemas.
  public var text: String {
    switch self {
    case .types(let types): types.map(\.rawValue).joined(separator: ", ")
    case .count(let bound): String(bound)
    case .number(let number): number
    case .flag(let flag): String(flag)
    case .pattern(let source): source
    case .format(let name, _): name
    case .values(let values):
      values.map { $0.stringValue ?? $0.compactText }.joined(separator: ", ")
    case .names(let names): names.joined(separator: ", ")
    case .namesByName(let named):
      named.map { "\($0.name): \($0.value.joined(separator: ", "))" }.joined(separator: "; ")
    case .dependencies(let named):
      named.compactMap {
        if case .names(let names) = $0.value {
          "\($0.name): \(names.joined(separator: ", "))"
        } else {
          nil
        }
      }.joined(separator: "; ")
    case .unknownFields(let policy): policy.rawValue
    case .schema, .schemas, .schemasByName, .dynamicReference: ""
    }
  }

  /// The schemas that the parameter refers to, in order.
  public var nodes: [NodeID] {
    switch self {
    case .schema(let node), .dynamicReference(_, let node): [node]
    case .schemas(let nodes): nodes
    case .schemasByName(let named): named.map(\.value)
    case .dependencies(let named):
      named.compactMap { if case .schema(let node) = $0.value { node } else { nil } }
    default: []
    }
  }
}

/// A requirement of a member, in drafts 4 to 7.
public enum Dependency: Hashable, Sendable {
  /// Other members.
  case names([String])
  /// The object satisfies a schema.
  case schema(NodeID)
}

/// A value with a name, which belongs to a member or is a pattern. Names are compared code point by code point.
public struct Named<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The value with the name.
  public var value: Value

  /// Creates a named value.
  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// Whether both have the same name, code point by code point, and the same value.
  public static func == (one: Self, other: Self) -> Bool {
    one.name.utf8.elementsEqual(other.name.utf8) && one.value == other.value
  }

  /// Hashes the name's code points and the value.
  public func hash(into hasher: inout Hasher) {
    for byte in name.utf8 { hasher.combine(byte) }
    hasher.combine(value)
  }
}

/// The kinds of parameters: the values that keywords can have in a schema's text.
public enum ParameterKind: Hashable, Sendable {
  /// A type or a list of types.
  case types
  /// A whole number, 0 or greater.
  case count
  /// A number; above 0 for `multipleOf`.
  case number
  /// `true` or `false`.
  case flag
  /// A pattern.
  case pattern
  /// The name of a format.
  case format
  /// Any value.
  case value
  /// A list of values.
  case values
  /// A list of member names.
  case names
  /// Lists of member names by name.
  case namesByName
  /// A schema.
  case schema
  /// A list of schemas.
  case schemas
  /// Schemas by name.
  case schemasByName
  /// Schemas by pattern.
  case schemasByPattern
  /// A schema, or in older drafts a list of them.
  case schemaOrSchemas
  /// A schema, or a list of names, by name.
  case dependencies
  /// A reference to a schema.
  case reference
}
