import APIOperations
import JSONSchema
import JSONText
import SchemaRules

/// Schemas as types in Swift that are read from validated documents.
struct SwiftDocument {
  private let ledger: LossLedger

  init(_ ledger: LossLedger) {
    self.ledger = ledger
  }

  func text(of schemas: [Schema], in operation: APIOperation?) -> String {
    var text = ledger.commentedHeader(of: schemas, in: operation)
    text += "\n// swift-format-ignore-file\n\npublic import Conform\n"
    // Types that both bodies share are declared once.
    var known: [String: String] = [:]  // strings: texts of declarations
    var taken: [String: Int] = [:]  // strings: identifiers
    for schema in schemas.map({ (name: $0.typeName, schema: $0.standingAlone) }) {
      var types = SwiftTypes(schema.schema, schema.name, known: known, taken: taken)
      while let entry = types.next() {
        text += "\n" + declaration(entry, &types, of: schema.schema)
      }
      (known, taken) = (types.known, types.names.counts)
    }
    return text
  }

  private func declaration(
    _ entry: NamedTypes.Entry, _ types: inout SwiftTypes, of schema: Schema
  ) -> String {
    let isRoot = entry.node == types.names.entries[0].node
    let comment = comment(types.names.comment(on: entry.node, isSecret: entry.isSecret))
    let text = isRoot ? schema.embedded : nil
    let conformance = text == nil ? "DocumentReadable" : "ValidatedDocument"
    let validator =
      text.map { "\n  /// The compiled schema.\n  public static let validator = \($0)\n" } ?? ""
    let heading = "\(entry.name): \(conformance), Hashable, Sendable, Codable"
    switch types.form(of: entry.node) {
    case .structure(let members):
      return comment + structure(entry, heading, members, &types, validator)
    case .enumeration(let values):
      return comment + enumeration(entry, values, conformance, validator)
    case .alternatives(let branches):
      return comment + alternatives(entry, heading, branches, &types, validator, of: schema)
    case .plain:
      let type = types.expression(entry.node, isSecret: entry.isSecret, isNamed: false)
      return comment + wrapper(heading, type, validator)
    }
  }

  // MARK: Structures

  private func structure(
    _ entry: NamedTypes.Entry, _ heading: String, _ members: [SwiftTypes.Member],
    _ types: inout SwiftTypes, _ validator: String
  ) -> String {
    // The names that the code of a structure reserves.
    var taken = ["reader_", "members_", "index_", "container_", "encoder", "hashValue"]
    let fields = members.map { member in
      let name = member.name.memberName(notIn: taken)
      taken.append(name)
      var type = types.expression(member.node, isSecret: entry.isSecret)
      // A structure cannot contain itself.
      if types.holds(member.node, entry.node) { type = "JSONValue" }
      if !member.isRequired && !type.hasSuffix("?") { type += "?" }
      return Field(
        name: name, member: member, type: type,
        onlyValue: member.isRequired ? types.onlyCase(of: member.node, type) : nil,
        comment: types.names.comment(on: member.node, isSecret: entry.isSecret))
    }
    var text = "public struct \(heading) {\n"
    for field in fields {
      text += comment(field.comment, indent: "  ") + "  public var \(field.name): \(field.type)\n"
    }
    let parameters = fields.map { field in
      let value = field.onlyValue ?? (field.member.isRequired ? nil : "nil")
      return "    \(field.name): \(field.type)\(value.map { " = \($0)" } ?? "")"
    }
    text += "\n  /// Creates a value without validating it.\n  public init(\n"
    text += parameters.joined(separator: ",\n") + "\n  ) {\n"
    for field in fields { text += "    self.\(field.name) = \(field.name)\n" }
    text += "  }\n\n  /// Reads a value from a valid document.\n"
    text += "  public init(reading reader_: borrowing ValueReader) throws(DocumentError) {\n"
    for field in fields {
      text += "    var \(field.name): \(field.type)\(field.member.isRequired ? "?" : "")\n"
    }
    text += "    var members_ = try reader_.members()\n"
    text += "    while let index_ = reader_.next(&members_, of: Self.memberNames) {\n"
    text += "      switch index_ {\n"
    for (index, field) in fields.enumerated() {
      let label = index == fields.count - 1 ? "default" : "case \(index)"
      let value = field.member.isRequired ? ".some(try reader_.value())" : "try reader_.value()"
      text += "      \(label): \(field.name) = \(value)\n"
    }
    text += "      }\n    }\n"
    for field in fields {
      let value =
        field.member.isRequired
        ? "try reader_.required(\(field.name), \(field.member.name.swiftLiteral), in: members_)"
        : field.name
      text += "    self.\(field.name) = \(value)\n"
    }
    text += "  }\n\n  private static let memberNames = MemberNames("
    text += fields.map(\.member.name.swiftLiteral).joined(separator: ", ") + ")\n" + validator
    // Required members are written even if they are null.
    if fields.contains(where: { $0.member.isRequired && $0.type.hasSuffix("?") }) {
      text += "\n  /// Encodes the value.\n  public func encode(to encoder: any Encoder) throws {\n"
      text += "    var container_ = encoder.container(keyedBy: CodingKeys.self)\n"
      for field in fields {
        let method =
          field.member.isRequired || !field.type.hasSuffix("?") ? "encode" : "encodeIfPresent"
        text += "    try container_.\(method)(\(field.name), forKey: .\(field.name))\n"
      }
      text += "  }\n"
    }
    if fields.contains(where: { ![$0.member.name, "`\($0.member.name)`"].contains($0.name) }) {
      text += "\n  private enum CodingKeys: String, CodingKey {\n"
      for field in fields {
        text += "    case \(field.name) = \(field.member.name.swiftLiteral)\n"
      }
      text += "  }\n"
    }
    return text + "}\n"
  }

  private struct Field {
    let name: String
    let member: SwiftTypes.Member
    let type: String
    /// The only allowed value of the member.
    let onlyValue: String?
    let comment: [String]
  }

  // MARK: Enumerations and other values

  private func enumeration(
    _ entry: NamedTypes.Entry, _ values: [JSONValue], _ conformance: String, _ validator: String
  ) -> String {
    let type = values[0].stringValue == nil ? "Int" : "String"
    var text = "public enum \(entry.name): \(type), \(conformance), Hashable, Sendable, Codable,"
    text += " CaseIterable {\n"
    for (name, value) in SwiftTypes.cases(values) {
      text += "  case \(name) = \(value.stringValue?.swiftLiteral ?? value.compactText)\n"
    }
    return text + validator + "}\n"
  }

  private func alternatives(
    _ entry: NamedTypes.Entry, _ heading: String, _ branches: [SwiftTypes.Branch],
    _ types: inout SwiftTypes, _ validator: String, of schema: Schema
  ) -> String {
    let root = types.names.entries[0].name
    let location = types.location(of: entry.node).droppingPrefix(schema.graph.folder)
    var text = "public indirect enum \(heading) {\n"
    let cases = branches.map { branch in
      (branch, types.expression(branch.node, isSecret: entry.isSecret))
    }
    for (branch, type) in cases { text += "  case \(branch.name)(\(type))\n" }
    text += "\n  /// Reads a value from a valid document.\n"
    text += "  public init(reading reader: borrowing ValueReader) throws(DocumentError) {\n"
    text += "    switch try reader.index(in: Self.alternatives) {\n"
    for (place, (branch, _)) in cases.enumerated() {
      let label = place == cases.count - 1 ? "default" : "case \(branch.index)"
      text += "    \(label): self = .\(branch.name)(try reader.value())\n"
    }
    text += "    }\n  }\n\n  private static let alternatives = Alternatives(\n"
    text += "    of: \(root).validator, at: \(location.swiftLiteral))\n" + validator
    text += "\n  /// Decodes the first alternative that fits, without validating it.\n"
    text += "  public init(from decoder: any Decoder) throws {\n"
    for (branch, type) in cases.dropLast() {
      text += "    if let value = try? \(type)(from: decoder) {\n"
      text += "      self = .\(branch.name)(value)\n      return\n    }\n"
    }
    for (branch, type) in cases.suffix(1) {
      text += "    self = .\(branch.name)(try \(type)(from: decoder))\n"
    }
    text +=
      "  }\n\n  /// Encodes the value.\n  public func encode(to encoder: any Encoder) throws {\n"
    text += "    switch self {\n"
    for (branch, _) in cases {
      text += "    case .\(branch.name)(let value): try value.encode(to: encoder)\n"
    }
    return text + "    }\n  }\n}\n"
  }

  /// A document that is not an object.
  private func wrapper(_ heading: String, _ type: String, _ validator: String) -> String {
    """
    public struct \(heading) {
      /// The whole document.
      public var value: \(type)

      /// Creates a value without validating it.
      public init(_ value: \(type)) {
        self.value = value
      }

      /// Reads a value from a valid document.
      public init(reading reader: borrowing ValueReader) throws(DocumentError) {
        value = try reader.value()
      }
    \(validator)
      /// Decodes the value, without validating it.
      public init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(\(type).self)
      }

      /// Encodes the value.
      public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
      }
    }

    """
  }

  private func comment(_ lines: [String], indent: String = "") -> String {
    lines.map { "\(indent)/// \($0)\n" }.joined(separator: "\(indent)///\n")
  }
}

extension Schema {
  /// The schema as a self-contained text, which generated code can include. Returns the schema itself if it is
  /// already self-contained or declared, or if no such text has the same meaning.
  fileprivate var standingAlone: Schema {
    guard !graph.isDeclared, embedded == nil, SchemaDefinitions(graph).isComplete else {
      return self
    }
    var builder = SchemaBuilder(self, of: nil, .jsonSchema)
    var writer = JSONWriter()
    writer.value(builder.keywords().value)
    let options = JSONSchemaOptions(name: id, assertsFormat: graph.assertsFormat)
    guard let schema = try? Schema(jsonSchema: writer.bytes, options: options) else { return self }
    return Schema(id: id, title: title, graph: schema.graph)
  }

  /// The expression that compiles the schema from its texts again; nil if the schema is not a whole text.
  fileprivate var embedded: String? {
    let root = graph.nodes[graph.root]
    guard !graph.isDeclared, root.pointer == .root, !graph.documents.isEmpty,
      graph.resources.indices.contains(root.resource),
      graph.resources[root.resource].document == 0, graph.resources[root.resource].pointer == .root
    else { return nil }
    var texts: [String] = []
    for document in graph.documents {
      guard let value = try? JSONValue(parsing: document.bytes) else { return nil }
      let name = document.name.droppingPrefix(graph.folder)
      texts.append("      \(name.swiftLiteral): \(value.compactText.rawSwiftLiteral)")
    }
    let dialect = graph.dialect(of: graph.root)
    return "Validator(\n    constantJSONSchema: [\n" + texts.joined(separator: ",\n") + "\n    ]"
      + (dialect == .draft2020 ? "" : ", dialect: .\(dialect)")
      + (graph.assertsFormat ? ", assertsFormat: true" : "") + ")"
  }
}

extension SchemaGraph {
  /// Whether a format rejects values.
  fileprivate var assertsFormat: Bool {
    nodes.contains { if case .format(_, asserts: true) = $0[.format] { true } else { false } }
  }

  /// The folder of the schema's file, which has no meaning elsewhere.
  fileprivate var folder: String {
    let name = documents.first?.name ?? ""
    return name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
  }
}

extension String {
  fileprivate func droppingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
