/// The declaration of a value: its type, its rules and its description.
public struct FieldSchema: Hashable, Sendable {
  /// The type, with the schemas of its members or elements.
  public indirect enum Shape: Hashable, Sendable {
    /// Any value.
    case any
    /// Text.
    case string
    /// A number, whole or not.
    case number
    /// A number without a fractional part; `1.0` is one, as in JSON Schema.
    case integer
    /// `true` or `false`.
    case boolean
    /// `null`.
    case null
    /// Members by name.
    case object(ObjectSchema)
    /// Elements that all satisfy one schema.
    case array(FieldSchema)
    /// Exactly one of several schemas, each with a name for the ids of its rules.
    ///
    /// With a discriminator, each is an object that has the member `discriminator` with the name of the
    /// alternative as its value, which the declaration need not repeat.
    case alternatives([Named<FieldSchema>], discriminator: String?)
  }

  /// The type, with the schemas of its members or elements.
  public var shape: Shape
  /// The bounds, in the order in which the source names them.
  public var constraints: [Constraint]
  /// Whether `null` is also allowed.
  public var isNullable = false
  /// The meaning of the field, in one or two sentences.
  public var summary: String
  /// Whether the value, with everything inside it, is secret.
  public var isSecret: Bool
  /// The provenance of the type.
  public var provenance: Provenance

  /// Creates a field.
  public init(
    _ shape: Shape, _ constraints: [Constraint] = [], summary: String, isSecret: Bool = false,
    provenance: Provenance = .documented
  ) {
    self.shape = shape
    self.constraints = constraints
    self.summary = summary
    self.isSecret = isSecret
    self.provenance = provenance
  }

  /// The field with `null` also allowed.
  public var orNull: FieldSchema {
    var field = self
    field.isNullable = true
    return field
  }

  /// The declared type without its rules; nil for alternatives, and if any value is allowed.
  public var type: ValueType? {
    switch shape {
    case .any, .alternatives: nil
    case .string: .string
    case .number: .number
    case .integer: .integer
    case .boolean: .boolean
    case .null: .null
    case .object: .object
    case .array: .array
    }
  }
}

extension FieldSchema {
  /// A field of any type.
  public static func any(
    _ summary: String, _ constraints: Constraint..., secret: Bool = false,
    provenance: Provenance = .documented
  ) -> FieldSchema {
    FieldSchema(.any, constraints, summary: summary, isSecret: secret, provenance: provenance)
  }

  /// A string field.
  public static func string(
    _ summary: String, _ constraints: Constraint..., secret: Bool = false,
    provenance: Provenance = .documented
  ) -> FieldSchema {
    FieldSchema(.string, constraints, summary: summary, isSecret: secret, provenance: provenance)
  }

  /// A field for numbers, whole or not.
  public static func number(
    _ summary: String, _ constraints: Constraint..., secret: Bool = false,
    provenance: Provenance = .documented
  ) -> FieldSchema {
    FieldSchema(.number, constraints, summary: summary, isSecret: secret, provenance: provenance)
  }

  /// A field for whole numbers; `1.0` is one.
  public static func integer(
    _ summary: String, _ constraints: Constraint..., secret: Bool = false,
    provenance: Provenance = .documented
  ) -> FieldSchema {
    FieldSchema(.integer, constraints, summary: summary, isSecret: secret, provenance: provenance)
  }

  /// A field for `true` and `false`.
  public static func boolean(
    _ summary: String, _ constraints: Constraint..., secret: Bool = false,
    provenance: Provenance = .documented
  ) -> FieldSchema {
    FieldSchema(.boolean, constraints, summary: summary, isSecret: secret, provenance: provenance)
  }

  /// An object field.
  public static func object(
    _ summary: String, _ properties: [Property], _ constraints: Constraint...,
    unknownFields: UnknownFieldPolicy = .allow, secret: Bool = false,
    provenance: Provenance = .documented
  ) -> FieldSchema {
    FieldSchema(
      .object(ObjectSchema(properties: properties, unknownFields: unknownFields)), constraints,
      summary: summary, isSecret: secret, provenance: provenance)
  }

  /// An object field whose members can have any names that satisfy `names`. All values have the same schema.
  public static func map(
    of values: FieldSchema, _ summary: String, names: [Constraint] = [],
    _ constraints: Constraint..., secret: Bool = false, provenance: Provenance = .documented
  ) -> FieldSchema {
    FieldSchema(
      .object(ObjectSchema(properties: [], others: values, names: names)), constraints,
      summary: summary, isSecret: secret, provenance: provenance)
  }

  /// An array field.
  public static func array(
    of items: FieldSchema, _ summary: String, _ constraints: Constraint..., secret: Bool = false,
    provenance: Provenance = .documented
  ) -> FieldSchema {
    FieldSchema(
      .array(items), constraints, summary: summary, isSecret: secret, provenance: provenance)
  }

  /// A field that satisfies exactly one of several schemas; the ids of their rules number them from 0.
  public static func oneOf(
    _ summary: String, _ alternatives: [FieldSchema], secret: Bool = false,
    provenance: Provenance = .documented
  ) -> FieldSchema {
    let named = alternatives.enumerated().map { Named(String($0.offset), $0.element) }
    return FieldSchema(
      .alternatives(named, discriminator: nil), summary: summary, isSecret: secret,
      provenance: provenance)
  }

  /// An object field whose member `discriminator` has a value that selects the schema for the object. The schemas
  /// need not declare that member.
  public static func oneOf(
    _ summary: String, by discriminator: String, _ alternatives: KeyValuePairs<String, FieldSchema>,
    secret: Bool = false, provenance: Provenance = .documented
  ) -> FieldSchema {
    let named = alternatives.map { Named($0.key, $0.value) }
    return FieldSchema(
      .alternatives(named, discriminator: discriminator), summary: summary, isSecret: secret,
      provenance: provenance)
  }
}

/// The members of an object.
public struct ObjectSchema: Hashable, Sendable {
  /// The known members, in the order in which the source names them.
  public var properties: [Property]
  /// The treatment of members with other names.
  public var unknownFields: UnknownFieldPolicy
  /// The provenance of the policy.
  public var unknownFieldsProvenance: Provenance
  /// The schema of the values of members with other names; nil if the policy decides.
  public var others: FieldSchema?
  /// The constraints on the name of every member.
  public var names: [Constraint]

  /// Creates an object schema.
  public init(
    properties: [Property], unknownFields: UnknownFieldPolicy = .allow,
    unknownFieldsProvenance: Provenance = .chosen("The source mentions no other members."),
    others: FieldSchema? = nil, names: [Constraint] = []
  ) {
    self.properties = properties
    self.unknownFields = unknownFields
    self.unknownFieldsProvenance = unknownFieldsProvenance
    self.others = others
    self.names = names
  }
}

/// A named member of an object.
public struct Property: Hashable, Sendable {
  /// The member's name.
  public var name: String
  /// Whether the member is required.
  public var isRequired: Bool
  /// The provenance of the requirement.
  public var provenance: Provenance
  /// The schema of the member's value.
  public var field: FieldSchema

  /// Creates a property.
  public init(
    name: String, isRequired: Bool, field: FieldSchema, provenance: Provenance = .documented
  ) {
    self.name = name
    self.isRequired = isRequired
    self.field = field
    self.provenance = provenance
  }

  /// A required member.
  public static func required(
    _ name: String, _ field: FieldSchema, _ provenance: Provenance = .documented
  ) -> Property {
    Property(name: name, isRequired: true, field: field, provenance: provenance)
  }

  /// An optional member.
  public static func optional(_ name: String, _ field: FieldSchema) -> Property {
    Property(name: name, isRequired: false, field: field)
  }
}
