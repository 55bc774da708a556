import JSONText
import SchemaRules
import Vectors

/// The engine with a schema that differs in one declaration.
enum SchemaMutants {
  static var all: [Mutant] {
    Target.allCases.flatMap { target in
      fields(of: target).flatMap { path in
        let field = target.schema.field(at: path)
        return types(target, path, field) + presence(target, path)
          + (field.type == .object ? members(target, path) : constraints(target, path, field))
      }
    }
  }

  /// The paths of all fields, the root's included.
  static func fields(of target: Target) -> [[String]] {
    target.schema.rules.filter { $0.keyword == .type }.map(\.pointer.tokens)
  }

  private static func name(_ path: [String]) -> String {
    path.isEmpty ? "root" : path.joined(separator: "/")
  }

  private static func types(_ target: Target, _ path: [String], _ field: FieldSchema) -> [Mutant] {
    let shapes: [(String, FieldSchema.Shape)] = [
      ("string", .string), ("number", .number), ("integer", .integer), ("boolean", .boolean),
      ("object", .object(ObjectSchema(properties: []))), ("array", .array(.string(""))),
    ]
    return shapes.filter { $0.0 != field.type?.rawValue }.map { label, shape in
      Mutant.schema(
        "\(name(path))/type/\(label)", "\(name(path)) is of type \(label)", target,
        target.schema.changing(path) { $0 = FieldSchema(shape, summary: $0.summary) })
    }
  }

  private static func presence(_ target: Target, _ path: [String]) -> [Mutant] {
    guard let last = path.last else { return [] }
    let schema = target.schema
    let snake = last.unicodeScalars.map { scalar in
      scalar.properties.isUppercase ? "_" + String(scalar).lowercased() : String(scalar)
    }.joined()
    let names = [
      last.lowercased(), last.uppercased(), snake, last + "s", String(last.dropLast()),
      last.prefix(1).uppercased() + last.dropFirst(), "_" + last,
    ].filter { $0 != last }
    var mutants = [
      Mutant.schema(
        "\(name(path))/presence", "\(name(path)) is optional where it is required, or the reverse",
        target, schema.changingProperty(path) { $0.isRequired.toggle() }),
      .schema(
        "\(name(path))/removed", "\(name(path)) is not known", target,
        schema.changingMembers(of: path.dropLast()) { $0.removeAll { $0.name == last } }),
    ]
    for other in Set(names).sorted() {
      mutants.append(
        .schema(
          "\(name(path))/renamed/\(other)", "\(name(path)) is called \(other)", target,
          schema.changingProperty(path) { $0.name = other }))
    }
    return mutants
  }

  private static func members(_ target: Target, _ path: [String]) -> [Mutant] {
    let schema = target.schema
    let more = ["usage", "id", "createdAt", "description", "sessionToken", "authMode", "data"]
    let known = schema.field(at: path).propertyNames
    return [
      Mutant.schema(
        "\(name(path))/unknown-fields", "unknown members of \(name(path)) are errors", target,
        schema.changing(path) { field in
          guard case .object(var object) = field.shape else { return }
          object.unknownFields = .reject
          field.shape = .object(object)
        })
    ]
      + more.filter { !known.contains($0) }.flatMap { member in
        [
          Mutant.schema(
            "\(name(path))/more/\(member)", "\(name(path)) must have a member \(member)", target,
            schema.changingMembers(of: path) { $0.append(.required(member, .string(""))) }),
          Mutant.schema(
            "\(name(path))/typed/\(member)", "\(member) of \(name(path)), if there, is an integer",
            target,
            schema.changingMembers(of: path) {
              $0.append(.optional(member, .integer("")))
            }),
        ]
      }
  }

  // MARK: Constraints

  private static func constraints(
    _ target: Target, _ path: [String], _ field: FieldSchema
  ) -> [Mutant] {
    var mutants: [Mutant] = []
    for constraint in field.constraints {
      let keyword = constraint.keyword
      mutants.append(
        .schema(
          "\(name(path))/\(keyword.rawValue)/dropped", "\(name(path)) has no \(keyword.rawValue)",
          target,
          target.schema.changing(path) { $0.constraints.removeAll { $0.keyword == keyword } }))
    }
    mutants += others(field.constraints).map { label, constraint in
      Mutant.schema(
        "\(name(path))/\(constraint.keyword.rawValue)/\(label)",
        "\(constraint.keyword.rawValue) of \(name(path)) is \(label)", target,
        target.schema.replacing(path, with: constraint))
    }
    return mutants
  }

  /// Constraints in place of those that there are, or in addition.
  private static func others(_ constraints: [Constraint]) -> [(String, Constraint)] {
    var others: [(String, Constraint)] = []
    let minimum = constraints.first { $0.keyword == .minLength }
    let maximum = constraints.first { $0.keyword == .maxLength }
    if case .count(let bound)? = minimum?.parameter {
      others += [bound - 2, bound - 1, bound + 1, bound + 2, 10].map { ("\($0)", .minLength($0)) }
    } else {
      others += [1, 2, 3, 4, 5].map { ("\($0)", .minLength($0)) }
    }
    if case .count(let bound)? = maximum?.parameter {
      others += [bound / 2, bound - 2, bound - 1, bound + 1, bound + 2, 255, 256, 128, 1000]
        .map { ("\($0)", .maxLength($0)) }
    } else {
      others += [2, 16, 20, 32, 40, 50, 63, 64, 100, 128, 200, 255, 256, 1000, 1024, 4096]
        .map { ("\($0)", .maxLength($0)) }
    }
    if !constraints.contains(where: { $0.keyword == .pattern }) {
      others += Self.extraPatterns.map { ($0, .pattern($0)) }
    }
    if constraints.contains(where: { $0.keyword == .enum }) {
      let values = [
        "S3", "s3 ", "s", "s33", "gcs", "azure", "minio", "s3-compatible", "aws", "aws-s3", "",
        "r2",
        "b2", "s3s", "s4", "local", "sftp", "none", "s3\n", "amazon-s3", "null",
      ]
      others += values.map { ("with \(JSONWriter.quoting($0))", .oneOf("s3", $0)) }
      others += ["S3", "gcs", "s3 ", "s"].map { ("only \(JSONWriter.quoting($0))", .oneOf($0)) }
    } else {
      others += [
        ("only abc", .oneOf("abc")), ("a region", .oneOf("us-west-2", "r", "A", "S", "b", "e")),
      ]
    }
    return others
  }

  private static let extraPatterns = [
    #"^\S+$"#, #"^\S*$"#, #"^[ -~]*$"#, #"^[^\u0000]*$"#, #"^[^\u0000-\u001f]*$"#, #"^\S(.*\S)?$"#,
    #"^[^\n]*$"#, #"^.*$"#,
    #"^[A-Za-z0-9./+=_-]+$"#, #"^[A-Z0-9]{16,}$"#, #"^[a-z0-9.-]{3,63}$"#,
    #"^[a-z]{2}-[a-z]+-[0-9]$"#, #"^(?!https?:)"#,
    #"^[^/]*$"#, #"^[^A-Z]*$"#, #"^[\u0000-\uffff]*$"#, #"^\d{4}-\d\d-\d\dT"#, #"^[a-z0-9-]+$"#,
    #"^\p{L}"#, #"^[^<>]*$"#, #"^[^"']*$"#,
    #"^[^\\]*$"#, #"^[\u0000-\u00ff]*$"#, #"^s3"#, #"^[a-z0-9]*$"#,
  ]
}

extension Schema {
  func field(at path: [String]) -> FieldSchema {
    path.reduce(root) { field, name in
      guard case .object(let object) = field.shape else { return field }
      return object.properties.first { $0.name == name }?.field ?? field
    }
  }
}

extension FieldSchema {
  var propertyNames: [String] {
    guard case .object(let object) = shape else { return [] }
    return object.properties.map(\.name)
  }
}

extension JSONWriter {
  /// A text as JSON.
  static func quoting(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return writer.text
  }
}
