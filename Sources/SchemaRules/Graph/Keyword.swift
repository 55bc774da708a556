/// The kind of a rule, by JSON Schema's name.
///
/// https://json-schema.org/draft/2020-12/json-schema-validation
public enum Keyword: String, Hashable, Sendable, CaseIterable {
  // Violations by one value are reported in this order.

  /// The schema `false`, which no value satisfies.
  case falseSchema = "false"
  /// The value has one of the types.
  case type
  /// The object has the listed members.
  case required
  /// The string has at least the given number of code points.
  case minLength
  /// The string has at most the given number of code points.
  case maxLength
  /// The pattern matches somewhere in the string.
  case pattern
  /// The string has a format.
  case format
  /// The string has an encoding, such as base64.
  case contentEncoding
  /// The string, decoded, is a document of a media type.
  case contentMediaType
  /// The number is at least the bound.
  case minimum
  /// The number is at most the bound; in draft 4 with `exclusiveMaximum`, less than the bound.
  case maximum
  /// The number is greater than the bound.
  case exclusiveMinimum
  /// The number is less than the bound.
  case exclusiveMaximum
  /// The number is a multiple of the bound.
  case multipleOf
  /// The value is one of the listed values.
  case `enum`
  /// The value equals the given value.
  case const
  /// The array has at least the given number of elements.
  case minItems
  /// The array has at most the given number of elements.
  case maxItems
  /// No two elements of the array are equal.
  case uniqueItems
  /// Each element satisfies the schema at its position.
  case prefixItems
  /// The elements, or those after `prefixItems`, satisfy a schema.
  case items
  /// The elements beyond a list in `items` satisfy a schema.
  case additionalItems
  /// At least one element satisfies a schema.
  case contains
  /// At least the given number of elements satisfy `contains`.
  case minContains
  /// At most the given number of elements satisfy `contains`.
  case maxContains
  /// The elements that no other keyword evaluated satisfy a schema.
  case unevaluatedItems
  /// The object has at least the given number of members.
  case minProperties
  /// The object has at most the given number of members.
  case maxProperties
  /// Each listed member satisfies the schema for its name.
  case properties
  /// Each member whose name matches a pattern satisfies the schema for it.
  case patternProperties
  /// The other members satisfy a schema or follow a policy.
  case additionalProperties
  /// The names of members satisfy a schema.
  case propertyNames
  /// If a member is present, others are required.
  case dependentRequired
  /// If a member is present, the object satisfies a schema.
  case dependentSchemas
  /// If a member is present, others are required, or the object satisfies a schema.
  case dependencies
  /// The members that no other keyword evaluated satisfy a schema.
  case unevaluatedProperties
  /// The value satisfies the schema that a reference points to.
  case ref = "$ref"
  /// The value satisfies a schema that depends on the schemas applied before.
  case dynamicRef = "$dynamicRef"
  /// Like `dynamicRef`, in 2019-09.
  case recursiveRef = "$recursiveRef"
  /// The value satisfies every schema.
  case allOf
  /// The value satisfies at least one schema.
  case anyOf
  /// The value satisfies exactly one schema.
  case oneOf
  /// The value does not satisfy a schema.
  case not
  /// If the value satisfies this schema, `then` applies; otherwise `else` does.
  case `if`
  /// A value that satisfies `if` also satisfies this schema.
  case then
  /// A value that does not satisfy `if` satisfies this schema.
  case `else`
}

extension Keyword {
  /// The properties of a keyword, the same in every schema.
  public struct Description: Sendable {
    /// The kinds of values that it restricts.
    public let appliesTo: KindSet
    /// The kind of value that it must have.
    public let parameter: ParameterKind
    /// The vocabulary that it belongs to, by the last part of its URI.
    public let vocabulary: Vocabulary
    /// The dialects that define it.
    public let dialects: ClosedRange<Dialect>

    init(
      _ appliesTo: KindSet, _ parameter: ParameterKind, _ vocabulary: Vocabulary,
      _ dialects: ClosedRange<Dialect> = .draft4 ... .draft2020
    ) {
      self.appliesTo = appliesTo
      self.parameter = parameter
      self.vocabulary = vocabulary
      self.dialects = dialects
    }
  }

  /// Whether a value can violate the keyword itself, not only the schemas that it applies.
  public var canBeBroken: Bool {
    switch self {
    case .prefixItems, .items, .additionalItems, .properties, .patternProperties,
      .additionalProperties, .propertyNames, .unevaluatedItems, .unevaluatedProperties,
      .dependentSchemas, .ref, .dynamicRef, .recursiveRef, .allOf, .if, .then, .else:
      false
    default: true
    }
  }

  /// The properties of the keyword.
  public var description: Description {
    switch self {
    case .falseSchema: Description(.all, .flag, .core, .draft6 ... .draft2020)
    case .type: Description(.all, .types, .validation)
    case .required: Description(.object, .names, .validation)
    case .minLength, .maxLength: Description(.string, .count, .validation)
    case .pattern: Description(.string, .pattern, .validation)
    case .format: Description(.string, .format, .format)
    case .contentEncoding, .contentMediaType:
      Description(.string, .format, .content, .draft7 ... .draft2020)
    case .minimum, .maximum, .multipleOf: Description(.number, .number, .validation)
    case .exclusiveMinimum, .exclusiveMaximum:
      Description(.number, .number, .validation)
    case .enum: Description(.all, .values, .validation)
    case .const: Description(.all, .value, .validation, .draft6 ... .draft2020)
    case .minItems, .maxItems: Description(.array, .count, .validation)
    case .uniqueItems: Description(.array, .flag, .validation)
    case .prefixItems: Description(.array, .schemas, .applicator, .draft2020 ... .draft2020)
    case .items: Description(.array, .schemaOrSchemas, .applicator)
    case .additionalItems: Description(.array, .schema, .applicator, .draft4 ... .draft2019)
    case .contains: Description(.array, .schema, .applicator, .draft6 ... .draft2020)
    case .minContains, .maxContains:
      Description(.array, .count, .validation, .draft2019 ... .draft2020)
    case .unevaluatedItems:
      Description(.array, .schema, .unevaluated, .draft2019 ... .draft2020)
    case .minProperties, .maxProperties: Description(.object, .count, .validation)
    case .properties: Description(.object, .schemasByName, .applicator)
    case .patternProperties: Description(.object, .schemasByPattern, .applicator)
    case .additionalProperties: Description(.object, .schema, .applicator)
    case .propertyNames: Description(.object, .schema, .applicator, .draft6 ... .draft2020)
    case .dependentRequired:
      Description(.object, .namesByName, .validation, .draft2019 ... .draft2020)
    case .dependentSchemas:
      Description(.object, .schemasByName, .applicator, .draft2019 ... .draft2020)
    case .dependencies: Description(.object, .dependencies, .applicator)
    case .unevaluatedProperties:
      Description(.object, .schema, .unevaluated, .draft2019 ... .draft2020)
    case .ref: Description(.all, .reference, .core)
    case .dynamicRef: Description(.all, .reference, .core, .draft2020 ... .draft2020)
    case .recursiveRef: Description(.all, .reference, .core, .draft2019 ... .draft2019)
    case .allOf, .anyOf, .oneOf: Description(.all, .schemas, .applicator)
    case .not: Description(.all, .schema, .applicator)
    case .if, .then, .else: Description(.all, .schema, .applicator, .draft7 ... .draft2020)
    }
  }
}

/// A version of JSON Schema that schemas can be written in.
public enum Dialect: String, Hashable, Sendable, CaseIterable, Comparable, BitwiseCopyable {
  /// Draft 4.
  case draft4 = "4"
  /// Draft 6.
  case draft6 = "6"
  /// Draft 7.
  case draft7 = "7"
  /// Draft 2019-09.
  case draft2019 = "2019-09"
  /// Draft 2020-12.
  case draft2020 = "2020-12"

  private var rank: Int {
    switch self {
    case .draft4: 4
    case .draft6: 6
    case .draft7: 7
    case .draft2019: 8
    case .draft2020: 9
    }
  }

  /// Whether one draft is older than the other.
  public static func < (one: Dialect, other: Dialect) -> Bool { one.rank < other.rank }
}

/// The vocabularies of JSON Schema 2019-09 and 2020-12, by the last part of their URIs.
public enum Vocabulary: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// Identification and references.
  case core
  /// Keywords that apply other schemas.
  case applicator
  /// `unevaluatedItems` and `unevaluatedProperties`; part of `applicator` in 2019-09.
  case unevaluated
  /// Keywords that assert something.
  case validation
  /// Titles, descriptions and other metadata.
  case metaData = "meta-data"
  /// `format`, as an annotation or an assertion.
  case format
  /// Encodings and media types of strings.
  case content
}
