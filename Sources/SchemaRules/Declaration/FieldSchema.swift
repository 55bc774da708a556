/// What a value must be: its type, the rules of that type, and what people should know of it.
public struct FieldSchema: Hashable, Sendable {
  /// The type, with its rules.
  public indirect enum Shape: Hashable, Sendable {
    /// A string that satisfies every constraint.
    case string([Constraint])
    /// A number, whole or not.
    case number
    /// A number without a fractional part; `1.0` is one, as in JSON Schema.
    case integer
    /// `true` or `false`.
    case boolean
    /// Members by name.
    case object(ObjectSchema)
    /// Elements that all follow one schema.
    case array(FieldSchema)
  }

  /// The type, with its rules.
  public var shape: Shape
  /// What the field means, in one or two sentences.
  public var summary: String
  /// Whether the value, and everything inside it, must not be shown to anyone.
  public var isSecret: Bool
  /// Where the type comes from.
  public var provenance: Provenance

  /// A field by its parts.
  public init(
    _ shape: Shape, summary: String, isSecret: Bool = false, provenance: Provenance = .documented
  ) {
    self.shape = shape
    self.summary = summary
    self.isSecret = isSecret
    self.provenance = provenance
  }
}

extension FieldSchema {
  /// A string field.
  public static func string(
    _ summary: String, _ constraints: Constraint..., secret: Bool = false,
    provenance: Provenance = .documented
  ) -> FieldSchema {
    FieldSchema(.string(constraints), summary: summary, isSecret: secret, provenance: provenance)
  }

  /// An object field.
  public static func object(
    _ summary: String, _ properties: [Property], unknownFields: UnknownFieldPolicy = .allow,
    secret: Bool = false, provenance: Provenance = .documented
  ) -> FieldSchema {
    FieldSchema(
      .object(ObjectSchema(properties: properties, unknownFields: unknownFields)),
      summary: summary, isSecret: secret, provenance: provenance)
  }

  /// An array field.
  public static func array(
    of items: FieldSchema, _ summary: String, secret: Bool = false,
    provenance: Provenance = .documented
  ) -> FieldSchema {
    FieldSchema(.array(items), summary: summary, isSecret: secret, provenance: provenance)
  }
}

/// The members of an object.
public struct ObjectSchema: Hashable, Sendable {
  /// The known members, in the order in which the source names them.
  public var properties: [Property]
  /// What happens to members of other names.
  public var unknownFields: UnknownFieldPolicy
  /// Where the policy comes from.
  public var unknownFieldsProvenance: Provenance

  /// An object by its parts.
  public init(
    properties: [Property], unknownFields: UnknownFieldPolicy = .allow,
    unknownFieldsProvenance: Provenance = .chosen("The source does not mention other members.")
  ) {
    self.properties = properties
    self.unknownFields = unknownFields
    self.unknownFieldsProvenance = unknownFieldsProvenance
  }
}

/// What happens to the members of an object that its schema does not name.
public enum UnknownFieldPolicy: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// They are skipped; their values must still be strict JSON.
  case allow
  /// They give a warning each, which does not change the outcome.
  case report
  /// They give an error each.
  case reject
}

/// A named member of an object.
public struct Property: Hashable, Sendable {
  /// The member's name.
  public var name: String
  /// Whether the member must be there.
  public var isRequired: Bool
  /// Where the requirement comes from.
  public var provenance: Provenance
  /// What the member's value must be.
  public var field: FieldSchema

  /// A property by its parts.
  public init(
    name: String, isRequired: Bool, field: FieldSchema, provenance: Provenance = .documented
  ) {
    self.name = name
    self.isRequired = isRequired
    self.field = field
    self.provenance = provenance
  }

  /// A member that must be there.
  public static func required(
    _ name: String, _ field: FieldSchema, _ provenance: Provenance = .documented
  ) -> Property {
    Property(name: name, isRequired: true, field: field, provenance: provenance)
  }

  /// A member that may be there.
  public static func optional(_ name: String, _ field: FieldSchema) -> Property {
    Property(name: name, isRequired: false, field: field)
  }
}
