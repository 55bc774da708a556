public import JSONText

/// A bound on a declared value: a keyword with its parameter and provenance.
public typealias Constraint = KeywordUse

extension KeywordUse {
  /// At least the given number of code points.
  public static func minLength(_ bound: Int) -> Constraint { Constraint(.minLength, .count(bound)) }
  /// At most the given number of code points.
  public static func maxLength(_ bound: Int) -> Constraint { Constraint(.maxLength, .count(bound)) }
  /// The pattern, in ECMA-262 syntax with the `u` flag, matches somewhere in the value.
  public static func pattern(_ source: String) -> Constraint {
    Constraint(.pattern, .pattern(source))
  }
  /// The string has a format that JSON Schema 2020-12 defines, such as `date-time`.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
  public static func format(_ name: String) -> Constraint {
    Constraint(.format, .format(name, asserts: true))
  }
  /// The value is one of these strings, compared code point by code point.
  public static func oneOf(_ values: String...) -> Constraint { oneOf(values) }
  /// The value is one of these strings, compared code point by code point.
  public static func oneOf(_ values: [String]) -> Constraint {
    Constraint(.enum, .values(values.map(JSONValue.string)))
  }
  /// The value is one of these values, compared as JSON Schema defines equality.
  public static func oneOf(values: [JSONValue]) -> Constraint { Constraint(.enum, .values(values)) }
  /// The value equals this one.
  public static func const(_ value: JSONValue) -> Constraint {
    Constraint(.const, .values([value]))
  }
  /// At least the bound, an integer or the exact decimal spelling of a number, such as `"0.01"`.
  public static func minimum(_ bound: some LosslessStringConvertible) -> Constraint {
    Constraint(.minimum, .number(bound.description))
  }
  /// At most the bound, an integer or the exact decimal spelling of a number.
  public static func maximum(_ bound: some LosslessStringConvertible) -> Constraint {
    Constraint(.maximum, .number(bound.description))
  }
  /// Greater than the bound, an integer or the exact decimal spelling of a number.
  public static func exclusiveMinimum(_ bound: some LosslessStringConvertible) -> Constraint {
    Constraint(.exclusiveMinimum, .number(bound.description))
  }
  /// Less than the bound, an integer or the exact decimal spelling of a number.
  public static func exclusiveMaximum(_ bound: some LosslessStringConvertible) -> Constraint {
    Constraint(.exclusiveMaximum, .number(bound.description))
  }
  /// A multiple of the divisor, an integer or the exact decimal spelling of a number greater than 0.
  public static func multipleOf(_ divisor: some LosslessStringConvertible) -> Constraint {
    Constraint(.multipleOf, .number(divisor.description))
  }
  /// At least the given number of elements.
  public static func minItems(_ bound: Int) -> Constraint { Constraint(.minItems, .count(bound)) }
  /// At most the given number of elements.
  public static func maxItems(_ bound: Int) -> Constraint { Constraint(.maxItems, .count(bound)) }
  /// No two elements are equal.
  public static var uniqueItems: Constraint { Constraint(.uniqueItems, .flag(true)) }
  /// At least the given number of members.
  public static func minProperties(_ bound: Int) -> Constraint {
    Constraint(.minProperties, .count(bound))
  }
  /// At most the given number of members.
  public static func maxProperties(_ bound: Int) -> Constraint {
    Constraint(.maxProperties, .count(bound))
  }
}
