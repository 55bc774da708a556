import JSONSchema
import JSONText
import SchemaRules

/// What the names mean that reports use beside the ids of rules: keywords, codes, kinds of problems.
package enum Glossary {
  /// What a name stands for, in sentences. Returns nil if no report uses it.
  package static func text(of name: String) -> String? {
    let word = String(name.split(separator: "/", maxSplits: 1).last ?? "")
    if name == word || name == "malformed/\(word)",
      let reason = faults.first(where: { $0.code == word })
    {
      return
        "malformed/\(word)\n  A document is malformed: \(reason.message).\n  See docs/json.md.\n"
    }
    if name == word || name == "limit/\(word)", let limit = limits.first(where: { $0.code == word })
    {
      return
        "limit/\(word)\n  A document is indeterminate, because a limit was hit before it could be judged.\n"
        + "  \(limit.text)\n"
    }
    if let keyword = Keyword(rawValue: name) { return "\(name)\n  \(sentence(keyword))\n" }
    if let problem = SchemaProblem.Kind(rawValue: name) {
      return
        "\(name)\n  \(problem.summary)\n  conform schema reports it as \(problem.severity.rawValue).\n"
    }
    return notes.first { $0.name == name }.map { "\(name)\n  \($0.text)\n" }
  }

  /// Every name that `text(of:)` knows, in its short form.
  package static var names: [String] {
    Keyword.allCases.map(\.rawValue) + faults.map(\.code) + limits.map(\.code)
      + SchemaProblem.Kind.allCases.map(\.rawValue) + notes.map(\.name)
  }

  private static let notes = [
    (
      name: "omitted",
      text:
        "What a report leaves out: errors beyond --max-errors, or results beyond what its consumers take."
    ),
    (
      name: "unreadable",
      text: "A source that could not be read, or not to its end. The exit status is 2."
    ),
  ]

  private static let faults: [JSONFault] = [
    .emptyDocument, .byteOrderMark, .expectedValue, .expectedKey, .expectedColon,
    .expectedCommaOrBrace,
    .expectedCommaOrBracket, .trailingComma, .unexpectedEnd, .trailingContent, .invalidLiteral,
    .invalidNumber, .leadingZero, .controlCharacter, .invalidEscape, .loneSurrogate, .invalidUTF8,
    .duplicateKey(firstOffset: 0),
  ].map { JSONFault($0, at: 0) }

  private static let limits = [
    (code: "depth", text: "Objects and arrays are nested too deep, or a match of a pattern is."),
    (code: "documentBytes", text: "A document has more bytes than --max-document-bytes allows."),
    (
      code: "matchSteps",
      text: "Matching a pattern took too many steps; conform pattern shows whether it can explode."
    ),
    (code: "heap", text: "Matching a pattern took too much memory."),
    (code: "memory", text: "The machine had no memory left for matching a pattern."),
    (code: "engine", text: "The engine of patterns reported a fault of its own."),
    (
      code: "evaluationDepth",
      text: "Schemas apply inside one another too deep, usually by a recursive reference."
    ),
    (code: "comparedDepth", text: "Values that a schema compares are nested too deep."),
  ]

  /// What a keyword requires.
  private static func sentence(_ keyword: Keyword) -> String {
    switch keyword {
    case .falseSchema: "The schema false, which no value satisfies."
    case .type: "The value has one of the types."
    case .required: "The members are there."
    case .minLength: "The string has at least so many code points."
    case .maxLength: "The string has at most so many code points."
    case .pattern: "The pattern, ECMA-262 with the u flag, matches somewhere in the string."
    case .format:
      "The string has the format. A schema file's formats are only checked with --assert-format."
    case .contentEncoding: "The string has the encoding, such as base64."
    case .contentMediaType: "The string, decoded, has the media type, such as application/json."
    case .minimum: "The number is at least the bound."
    case .maximum: "The number is at most the bound."
    case .exclusiveMinimum: "The number is greater than the bound."
    case .exclusiveMaximum: "The number is less than the bound."
    case .multipleOf: "The number divided by the bound is whole, to the last digit."
    case .enum: "The value is one of those listed; 1.0 equals 1."
    case .const: "The value is the one given; 1.0 equals 1."
    case .minItems: "The array has at least so many elements."
    case .maxItems: "The array has at most so many elements."
    case .uniqueItems: "No two elements of the array are equal."
    case .prefixItems: "The elements satisfy schemas, place by place."
    case .items: "The elements, or those behind prefixItems, satisfy a schema."
    case .additionalItems: "The elements behind those of a list of items satisfy a schema."
    case .contains: "Some element satisfies a schema."
    case .minContains: "At least so many elements satisfy contains."
    case .maxContains: "At most so many elements satisfy contains."
    case .unevaluatedItems: "The elements that no other keyword has looked at satisfy a schema."
    case .minProperties: "The object has at least so many members."
    case .maxProperties: "The object has at most so many members."
    case .properties: "Members satisfy schemas by their names."
    case .patternProperties: "Members satisfy schemas by patterns of their names."
    case .additionalProperties:
      "Members that neither properties nor patternProperties names satisfy a schema; with false, there are none."
    case .propertyNames: "The names of members satisfy a schema."
    case .dependentRequired: "Members that are there ask for other members."
    case .dependentSchemas: "Members that are there ask for the object to satisfy a schema."
    case .dependencies:
      "Members that are there ask for other members, or for the object to satisfy a schema."
    case .unevaluatedProperties: "The members that no other keyword has looked at satisfy a schema."
    case .ref: "The value satisfies a schema elsewhere."
    case .dynamicRef, .recursiveRef:
      "The value satisfies a schema that depends on how evaluation came here."
    case .allOf: "The value satisfies every schema."
    case .anyOf: "The value satisfies at least one schema."
    case .oneOf: "The value satisfies exactly one schema."
    case .not: "The value does not satisfy a schema."
    case .if: "Whether the value satisfies a schema decides between then and else."
    case .then: "The value satisfies a schema where it satisfies if."
    case .else: "The value satisfies a schema where it does not satisfy if."
    }
  }
}
