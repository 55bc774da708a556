public import ECMARegex
public import JSONText

/// The reason why a schema cannot be compiled.
public struct SchemaError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The mistakes that a declaration can contain.
  public enum Reason: Hashable, Sendable {
    /// The pattern is not valid in ECMA-262, or cannot be matched exactly.
    case invalidPattern(PatternError)
    /// The minimum exceeds the maximum, so no value satisfies both.
    case emptyRange(minimum: String, maximum: String)
    /// A bound on a length, or on a number of elements or members, is negative.
    case negativeCount(Int)
    /// A bound is not spelled as a JSON number, or a divisor is not above 0.
    case invalidNumber(String)
    /// JSON Schema 2020-12 does not define the format.
    case unknownFormat(String)
    /// The keyword does not apply to values of the declared type, or its parameter has the wrong kind.
    case inapplicable
    /// An enumeration contains a value that is not of the declared type.
    case valueOfOtherType(String)
    /// Two properties of an object, or two alternatives, have the same name.
    case duplicateProperty(String)
    /// Two constraints of a field have the same keyword.
    case duplicateConstraint
    /// An enumeration allows no value.
    case emptyEnumeration
    /// An enumeration contains a value twice.
    case duplicateEnumerationValue(String)
    /// The schema's id is empty.
    case emptyID
    /// Fields are nested more deeply than the limit.
    case tooDeep(limit: Int)
    /// A pattern of `patternProperties` exceeds a limit when it is matched with a declared name.
    case undecidedName(String)
    /// The compiled schema would be larger than a limit.
    case limitExceeded(Limit, bound: Int)
  }

  /// The limits of `SchemaLimits` that a schema can exceed.
  public enum Limit: String, Hashable, Sendable, CaseIterable {
    case compiledNodes
    case compiledMembers
    case compilationSteps
  }

  /// The id of the schema.
  public let schemaID: String
  /// The field whose declaration is wrong.
  public let pointer: JSONPointer
  /// The keyword of the wrong constraint; nil if no constraint is wrong.
  public let keyword: Keyword?
  /// What is wrong.
  public let reason: Reason

  package init(schemaID: String, pointer: JSONPointer, keyword: Keyword?, reason: Reason) {
    self.schemaID = schemaID
    self.pointer = pointer
    self.keyword = keyword
    self.reason = reason
  }

  /// What is wrong and where, in plain English.
  public var description: String {
    let place =
      "schema \(schemaID), field \"\(pointer)\"" + (keyword.map { ", \($0.rawValue)" } ?? "")
    let problem =
      switch reason {
      case .invalidPattern(let error): "\(error.message) (at offset \(error.offset))"
      case .emptyRange(let minimum, let maximum):
        "no value satisfies both bounds, \(minimum) and \(maximum)"
      case .negativeCount(let bound): "the bound \(bound) is negative"
      case .invalidNumber(let text): "\"\(text)\" is not a number that the keyword allows"
      case .unknownFormat(let name): "unknown format \"\(name)\""
      case .inapplicable: "the keyword does not apply to the declared type"
      case .valueOfOtherType(let value): "the value \(value) does not have the declared type"
      case .duplicateProperty(let name): "\"\(name)\" is declared twice"
      case .duplicateConstraint: "the keyword is declared twice for one field"
      case .emptyEnumeration: "the list of allowed values is empty"
      case .duplicateEnumerationValue(let value): "the value \"\(value)\" is listed twice"
      case .emptyID: "the id is empty"
      case .tooDeep(let limit): "fields are nested more than \(limit) levels deep"
      case .undecidedName(let name):
        "matching the name \"\(name)\" exceeds the limits of the pattern"
      case .limitExceeded(let limit, let bound):
        "the compiled schema is larger than the limit \"\(limit.rawValue)\", \(bound)"
      }
    return "\(place): \(problem)"
  }
}
