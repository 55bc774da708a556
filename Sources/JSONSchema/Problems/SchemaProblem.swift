public import JSONText

/// A problem in the text of a schema, with its position.
public struct SchemaProblem: Hashable, Sendable, CustomStringConvertible {
  /// The kind of the problem.
  public let kind: Kind
  /// The name of the text.
  public let document: String
  /// The bytes at fault, counted from the start of the text.
  public let byteRange: Range<Int>
  /// The line and column where those bytes start.
  public let location: SourceLocation
  /// The path to the value at fault.
  public let pointer: JSONPointer
  /// The keyword at fault in its original spelling, which may be unknown; nil if the whole schema is at fault.
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

extension SchemaProblem {
  /// The kinds of problems, by stable names.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case malformedJSON, limitExceeded, invalidSchema, unresolvedReference, endlessReference
    case unusablePattern
    case emptyRange, disjointTypes, impossibleEnumeration, forbiddenMember
    case unknownKeyword, ignoredKeyword, unknownFormat, slowPattern, duplicateIdentifier
    case misspelledMetaSchema
    case impossibleValue, impossibleAlternative
  }

  /// The severity of a problem.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The text is not a schema, or part of it rejects every value.
    case error
    /// It may be a mistake.
    case warning
  }
}

extension SchemaProblem.Kind {
  /// The severity of problems of this kind.
  public var severity: SchemaProblem.Severity { row.severity }
  /// A description of this kind of problem, in a sentence.
  public var summary: String { row.summary }

  private var row: (severity: SchemaProblem.Severity, summary: String) {
    switch self {
    case .malformedJSON: (.error, "The text is not strict JSON.")
    case .limitExceeded: (.error, "The schema exceeds a limit of the reader or of the compiler.")
    case .invalidSchema: (.error, "The schema violates its meta-schema.")
    case .unresolvedReference: (.error, "A reference or `$schema` cannot be resolved.")
    case .endlessReference: (.error, "A schema applies itself to the same value endlessly.")
    case .unusablePattern: (.error, "A pattern is not ECMA-262, or cannot be matched exactly.")
    case .emptyRange: (.error, "A lower bound is above the upper bound.")
    case .disjointTypes: (.error, "Keywords of one schema allow no type in common.")
    case .impossibleEnumeration: (.error, "Other keywords reject every listed value.")
    case .forbiddenMember: (.error, "A member or an element is both required and forbidden.")
    case .unknownKeyword: (.warning, "A keyword has no meaning in the dialect.")
    case .ignoredKeyword: (.warning, "A keyword has no effect in its place.")
    case .unknownFormat: (.warning, "A format has no meaning in the dialect.")
    case .slowPattern:
      (.warning, "A pattern can take long to match, or uses syntax for older engines.")
    case .duplicateIdentifier: (.warning, "Two schemas have the same address.")
    case .misspelledMetaSchema:
      (
        .warning,
        "`$schema` has `http` where the meta-schema has `https`, or the reverse."
      )
    case .impossibleValue: (.warning, "Other keywords reject a listed value.")
    case .impossibleAlternative: (.warning, "An alternative or a condition is never satisfied.")
    }
  }
}

/// The reasons why a text cannot be used as a schema.
public struct JSONSchemaError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problems, at least one, in the order of the texts.
  public let problems: [SchemaProblem]

  /// The problems, one per line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
