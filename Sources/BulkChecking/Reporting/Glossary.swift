import JSONSchema
import JSONText
import SchemaRules

/// The meanings of names in reports, other than ids of rules: keywords, codes, kinds of problems.
package enum Glossary {
  /// The meaning of a name, in sentences. Returns nil if no report uses it.
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
        "limit/\(word)\n  A document is indeterminate, because a limit was exceeded before the verdict was known.\n"
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
        "The number of findings that the report omits: errors beyond --max-errors, or results beyond the "
        + "limits of its consumers."
    ),
    (
      name: "unreadable",
      text: "conform could not read a source to its end. The exit status is 2."
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
    (
      code: "depth",
      text:
        "Objects and arrays are nested too deeply, or the match of a pattern needs too much nesting."
    ),
    (code: "documentBytes", text: "A document has more bytes than --max-document-bytes allows."),
    (
      code: "matchSteps",
      text: "Matching a pattern took too many steps; conform pattern warns about patterns that can."
    ),
    (code: "heap", text: "Matching a pattern took too much memory."),
    (code: "memory", text: "The machine ran out of memory while matching a pattern."),
    (code: "engine", text: "The pattern engine reported an internal error."),
    (
      code: "evaluationDepth",
      text: "Schemas apply one another too deeply, usually because of a recursive reference."
    ),
    (code: "comparedDepth", text: "Values that a schema compares are nested too deeply."),
  ]

  /// The requirement of a keyword.
  private static func sentence(_ keyword: Keyword) -> String {
    switch keyword {
    case .falseSchema: "The schema false, which no value satisfies."
    case .type: "The value has one of the types."
    case .required: "The object has the listed members."
    case .minLength: "The string has at least the given number of code points."
    case .maxLength: "The string has at most the given number of code points."
    case .pattern: "The pattern, ECMA-262 with the u flag, matches somewhere in the string."
    case .format:
      "The string has the format. A schema file's formats are only checked with --assert-format."
    case .contentEncoding: "The string has the encoding, such as base64."
    case .contentMediaType: "The string, decoded, has the media type, such as application/json."
    case .minimum: "The number is at least the bound."
    case .maximum: "The number is at most the bound."
    case .exclusiveMinimum: "The number is greater than the bound."
    case .exclusiveMaximum: "The number is less than the bound."
    case .multipleOf: "The number is a multiple of the bound, compared exactly."
    case .enum: "The value is one of the listed values; 1.0 equals 1."
    case .const: "The value equals the given value; 1.0 equals 1."
    case .minItems: "The array has at least the given number of elements."
    case .maxItems: "The array has at most the given number of elements."
    case .uniqueItems: "No two elements of the array are equal."
    case .prefixItems: "Each element satisfies the schema at its position."
    case .items: "The elements, or those after prefixItems, satisfy a schema."
    case .additionalItems: "The elements after those that a list in items covers satisfy a schema."
    case .contains: "At least one element satisfies a schema."
    case .minContains: "At least the given number of elements satisfy contains."
    case .maxContains: "At most the given number of elements satisfy contains."
    case .unevaluatedItems: "The elements that no other keyword evaluated satisfy a schema."
    case .minProperties: "The object has at least the given number of members."
    case .maxProperties: "The object has at most the given number of members."
    case .properties: "Each listed member satisfies the schema for its name."
    case .patternProperties: "Each member whose name matches a pattern satisfies the schema for it."
    case .additionalProperties:
      "All other members satisfy a schema; with false, there must be none."
    case .propertyNames: "The names of members satisfy a schema."
    case .dependentRequired: "If a member is present, others are required."
    case .dependentSchemas: "If a member is present, the object satisfies a schema."
    case .dependencies:
      "If a member is present, others are required, or the object satisfies a schema."
    case .unevaluatedProperties: "The members that no other keyword evaluated satisfy a schema."
    case .ref: "The value satisfies the schema that a reference points to."
    case .dynamicRef, .recursiveRef:
      "The value satisfies a schema that depends on the schemas applied before."
    case .allOf: "The value satisfies every schema."
    case .anyOf: "The value satisfies at least one schema."
    case .oneOf: "The value satisfies exactly one schema."
    case .not: "The value does not satisfy a schema."
    case .if: "If the value satisfies this schema, then applies; otherwise else does."
    case .then: "A value that satisfies if also satisfies this schema."
    case .else: "A value that does not satisfy if satisfies this schema."
    }
  }
}
