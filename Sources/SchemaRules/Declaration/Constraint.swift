/// One bound on the value of a string, and where it comes from.
public struct Constraint: Hashable, Sendable {
  /// The kinds of bounds, with their parameter.
  public enum Kind: Hashable, Sendable {
    /// At least so many code points.
    case minLength(Int)
    /// At most so many code points.
    case maxLength(Int)
    /// The pattern, in ECMA-262 syntax with the `u` flag, matches somewhere in the value.
    case pattern(String)
    /// The value is one of these, compared code point by code point.
    case enumeration([String])
  }

  /// The bound.
  public var kind: Kind
  /// Where it comes from.
  public var provenance: Provenance

  /// A constraint by its parts.
  public init(_ kind: Kind, provenance: Provenance = .documented) {
    self.kind = kind
    self.provenance = provenance
  }

  /// At least so many code points.
  public static func minLength(_ bound: Int) -> Constraint { Constraint(.minLength(bound)) }
  /// At most so many code points.
  public static func maxLength(_ bound: Int) -> Constraint { Constraint(.maxLength(bound)) }
  /// The pattern matches somewhere in the value.
  public static func pattern(_ source: String) -> Constraint { Constraint(.pattern(source)) }
  /// The value is one of these.
  public static func oneOf(_ values: String...) -> Constraint { Constraint(.enumeration(values)) }

  /// JSON Schema's name for the constraint.
  public var keyword: Keyword {
    switch kind {
    case .minLength: .minLength
    case .maxLength: .maxLength
    case .pattern: .pattern
    case .enumeration: .enum
    }
  }
}
