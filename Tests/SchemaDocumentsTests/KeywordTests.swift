import JSONText
import SchemaDocuments
import SchemaExports
import SchemaRules
import Testing

/// A keyword that is added to `Keyword` appears in every document and export, which depend on the kind of its
/// parameter.
@Suite("Every keyword in every document")
struct KeywordTests {
  /// Keywords that an export replaces with equivalent ones, or that have no effect alone.
  static let replaced: [Keyword: String] = [
    .falseSchema: "not", .dynamicRef: "$ref", .recursiveRef: "$ref",
    .dependencies: "dependentRequired", .additionalItems: "type",
  ]

  /// A parameter of the kind that a keyword needs.
  static func parameter(of keyword: Keyword) -> Parameter {
    switch keyword.description.parameter {
    case .types: .types([.string])
    case .count: .count(2)
    case .number: .number("2")
    case .flag: .flag(true)
    case .pattern: .pattern("^a$")
    case .format: .format("date", asserts: true)
    case .value, .values: .values([.string("a")])
    case .names: .names(["a"])
    case .namesByName: .namesByName([Named("a", ["b"])])
    case .schema, .schemaOrSchemas, .reference: .schema(1)
    case .schemas: .schemas([1])
    case .schemasByName, .schemasByPattern: .schemasByName([Named("a", 1)])
    case .dependencies: .dependencies([Named("a", .names(["b"]))])
    }
  }

  /// A schema with one keyword, which may refer to a schema for strings.
  static func schema(_ keyword: Keyword) -> Schema {
    let uses = [
      KeywordUse(.type, .types([.string])), KeywordUse(keyword, parameter(of: keyword)),
    ]
    let root = SchemaNode(pointer: .root, keywords: keyword == .type ? [uses[0]] : uses)
    let other = SchemaNode(
      pointer: JSONPointer.root.appending("$defs").appending("other"),
      keywords: [KeywordUse(.type, .types([.string]))])
    return Schema(
      id: "keyword", title: "Keyword",
      graph: SchemaGraph(
        origin: .text, nodes: [root, other], root: 0, resources: [SchemaResource(uri: "keyword")],
        documents: [.init(name: "keyword", bytes: Array("{}".utf8))]))
  }

  @Test(arguments: Keyword.allCases)
  func appears(keyword: Keyword) throws {
    let schema = Self.schema(keyword)
    let reference = Reference(schema)
    let name = keyword.rawValue
    if keyword.canBeBroken {
      for (document, text) in [
        ("Markdown", MarkdownReference(reference).text), ("HTML", HTMLReference(reference).text),
        ("spec", TerminalReference(reference).text(for: "keyword") ?? ""),
      ] {
        #expect(text.contains(name), "\(document)")
      }
      let rule = try #require(schema.rules.first { $0.keyword == keyword })
      #expect(TerminalReference(reference).rule(rule.id)?.contains(rule.id) == true, "explain")
    }
    let export = try #require(Export(.jsonSchema, of: schema)).text
    #expect(export.contains("\"\(Self.replaced[keyword] ?? name)\""), "JSON Schema")
    let types = try #require(Export(.typeScript, of: schema))
    for rule in schema.rules where rule.keyword.canBeBroken {
      #expect(types.rules.contains(rule.id) || types.ledger.rules.contains(rule.id), "\(rule.id)")
    }
  }

  /// The text in the table of fields for a keyword whose parameter contains names without a field.
  static let names: [(keyword: Keyword, bound: String)] = [
    (.required, "required a"), (.dependentRequired, "dependentRequired a: b"),
    (.dependencies, "dependencies a: b"),
  ]

  @Test(arguments: names)
  func tableNames(keyword: Keyword, bound: String) {
    let reference = Reference(Self.schema(keyword))
    #expect(TerminalReference(reference).overview.contains(bound), "spec")
    #expect(MarkdownReference(reference).text.contains("`\(bound)`"), "Markdown")
    #expect(
      TerminalReference(reference).text(for: "(the document)")?.contains(keyword.rawValue) == true)
  }
}
