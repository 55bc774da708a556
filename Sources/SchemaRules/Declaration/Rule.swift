public import JSONText

/// One rule of a schema, with everything that there is to say about it.
///
/// A class, so that each error can refer to the rule that was broken at the cost of a pointer.
public final class Rule: Sendable {
  /// The rule's parameter.
  public enum Parameter: Hashable, Sendable {
    /// The keyword says it all.
    case none
    /// The type that the value must have.
    case type(ValueType)
    /// A bound in code points.
    case length(Int)
    /// A pattern in ECMA-262 syntax.
    case pattern(String)
    /// The values that are allowed.
    case allowed([String])
    /// What happens to unknown members.
    case unknownFields(UnknownFieldPolicy)
  }

  /// The stable name: schema id, pointer and keyword, such as
  /// `add-backup-destination.request/credentials/secretKey/required`.
  public let id: String
  /// Where the rule applies; `*` stands for any index of an array.
  public let pointer: JSONPointer
  /// What the rule is about.
  public let keyword: Keyword
  /// The rule's parameter.
  public let parameter: Parameter
  /// Where the rule comes from.
  public let provenance: Provenance
  /// What the field that the rule applies to means.
  public let summary: String
  /// Whether the field's value must not be shown.
  public let isSecret: Bool
  /// Which tokens of the pointer stand for any index of an array.
  let wildcards: [Int]

  init(
    schema: Schema, pointer: JSONPointer, keyword: Keyword, parameter: Parameter,
    provenance: Provenance, field: FieldSchema, isSecret: Bool, wildcards: [Int]
  ) {
    id = "\(schema.id)\(pointer)/\(keyword.rawValue)"
    self.pointer = pointer
    self.keyword = keyword
    self.parameter = parameter
    self.provenance = provenance
    summary = field.summary
    self.isSecret = isSecret
    self.wildcards = wildcards
  }
}

extension Rule {
  /// The pointer with the indices of a document in place of the wildcards.
  func pointer(at indices: [Int]) -> JSONPointer {
    guard !wildcards.isEmpty else { return pointer }
    var tokens = pointer.tokens
    for (wildcard, index) in zip(wildcards, indices) { tokens[wildcard] = String(index) }
    return tokens.reduce(.root) { $0.appending($1) }
  }
}

extension Rule: Hashable {
  /// Whether two rules have the same id and say the same.
  public static func == (one: Rule, other: Rule) -> Bool {
    one === other
      || (one.id == other.id && one.parameter == other.parameter
        && one.provenance == other.provenance)
  }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }
}

extension Schema {
  /// Every rule of the schema, each field's own before those of the fields inside it.
  public var rules: [Rule] {
    var rules: [Rule] = []
    append(rulesOf: root, at: .root, isSecret: false, wildcards: [], to: &rules)
    return rules
  }

  private func append(
    rulesOf field: FieldSchema, at pointer: JSONPointer, isSecret: Bool, wildcards: [Int],
    to rules: inout [Rule]
  ) {
    let isSecret = isSecret || field.isSecret
    func add(
      _ keyword: Keyword, _ parameter: Rule.Parameter, _ provenance: Provenance,
      at place: JSONPointer, of described: FieldSchema, isSecret: Bool
    ) {
      rules.append(
        Rule(
          schema: self, pointer: place, keyword: keyword, parameter: parameter,
          provenance: provenance, field: described, isSecret: isSecret, wildcards: wildcards))
    }

    add(.type, .type(field.type), field.provenance, at: pointer, of: field, isSecret: isSecret)
    switch field.shape {
    case .string(let constraints):
      for constraint in constraints {
        add(
          constraint.keyword, constraint.kind.parameter, constraint.provenance,
          at: pointer, of: field, isSecret: isSecret)
      }
    case .object(let object):
      add(
        .additionalProperties, .unknownFields(object.unknownFields),
        object.unknownFieldsProvenance, at: pointer, of: field, isSecret: isSecret)
      for property in object.properties {
        let place = pointer.appending(property.name)
        if property.isRequired {
          add(
            .required, .none, property.provenance, at: place, of: property.field,
            isSecret: isSecret || property.field.isSecret)
        }
        append(
          rulesOf: property.field, at: place, isSecret: isSecret, wildcards: wildcards, to: &rules)
      }
    case .array(let items):
      append(
        rulesOf: items, at: pointer.appending("*"), isSecret: isSecret,
        wildcards: wildcards + [pointer.tokens.count], to: &rules)
    case .number, .integer, .boolean:
      break
    }
  }
}

extension Constraint.Kind {
  var parameter: Rule.Parameter {
    switch self {
    case .minLength(let bound), .maxLength(let bound): .length(bound)
    case .pattern(let source): .pattern(source)
    case .enumeration(let values): .allowed(values)
    }
  }
}
