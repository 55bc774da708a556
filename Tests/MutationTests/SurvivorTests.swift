import JSONSchema
import JSONText
import SchemaRules
import Testing

@testable import Mutation

@Suite("Survivors")
struct SurvivorTests {
  /// A change of a schema: the schema, the place of the node, the new keyword.
  private static func change(_ text: String, at place: String = "", _ use: KeywordUse) throws
    -> SchemaChange
  {
    let schema = try Schema(jsonSchema: Array(text.utf8))
    let node = try #require(schema.graph.nodes.firstIndex { $0.pointer.description == place })
    let keywords = schema.graph.nodes[node].keywords.map {
      $0.keyword == use.keyword
        || use.parameter.nodes == $0.parameter.nodes && !use.parameter.nodes.isEmpty ? use : $0
    }
    return SchemaChange(schema: schema, node: node, keywords: keywords)
  }

  /// Changes that no document shows, and changes that one does.
  static let arguments: [(schema: String, use: KeywordUse, hasArgument: Bool)] = [
    (#"{"pattern": "^[ab]+$"}"#, .pattern("^(?:a|b)(?:a|b)*$"), true),
    (#"{"pattern": "^[ab]+$"}"#, .pattern("^[ab]*$"), false),
    // Automata know nothing of what follows a place.
    (#"{"pattern": "^a(?=b)b$"}"#, .pattern("^ab$"), false),
    (#"{"minLength": 2}"#, .minLength(3), false),
  ]

  @Test("are equivalent only by an argument that holds", arguments: arguments)
  func equivalence(_ row: (schema: String, use: KeywordUse, hasArgument: Bool)) throws {
    let argument = Equivalence.argument(for: try Self.change(row.schema, row.use))
    #expect((argument != nil) == row.hasArgument, "\(row.schema)")
  }

  /// Alternatives, and whether a value can satisfy two of them.
  static let alternatives: [(branches: String, isDisjoint: Bool)] = [
    (#"[{"type": "string"}, {"type": "number"}]"#, true),
    (#"[{"const": 1}, {"enum": ["a", true]}]"#, true),
    (#"[{"type": "integer"}, {"type": "number"}]"#, false),
    (#"[{"minLength": 1}, {"type": "null"}]"#, false),
  ]

  @Test("among alternatives are equivalent if no value satisfies two", arguments: alternatives)
  func disjoint(_ row: (branches: String, isDisjoint: Bool)) throws {
    let schema = try Schema(jsonSchema: Array(#"{"anyOf": \#(row.branches)}"#.utf8))
    let use = schema.graph.nodes[schema.graph.root].keywords[0]
    let change = SchemaChange(
      schema: schema, node: schema.graph.root, keywords: [KeywordUse(.oneOf, use.parameter)])
    #expect((Equivalence.argument(for: change) != nil) == row.isDisjoint)
  }

  /// Rules about texts, and whether small letters in place of capitals can be noticed.
  static let maps: [(keywords: [KeywordUse], isNoticed: Bool)] = [
    ([.pattern("^[a-zA-Z]+$"), .minLength(1)], false), ([.pattern("^[a-zA-F]+$")], true),
    ([.oneOf("abc")], true), ([.oneOf("1-2")], false), ([.pattern(#"^\p{L}$"#)], true),
    ([.format("date-time")], true),
    ([], false),
  ]

  @Test("of a change of letters are equivalent if every class has both", arguments: maps)
  func mapped(_ row: (keywords: [KeywordUse], isNoticed: Bool)) throws {
    let change = try #require(TextChange.all.first { $0.name == "in small ASCII letters" })
    let node = SchemaNode(pointer: .root, keywords: row.keywords)
    #expect((change.argument([node]) == nil) == row.isNoticed)
    // Where texts become shorter, the classes tell nothing; only without keywords, nothing looks.
    let trimmed = try #require(TextChange.all.first { $0.name == "trimmed" })
    #expect((trimmed.argument([node]) == nil) == !row.keywords.isEmpty)
  }

  /// Rules, kinds of values that become one another, and whether that can be noticed.
  static let kinds: [(keywords: [KeywordUse], kinds: KindSet, isNoticed: Bool)] = [
    ([KeywordUse(.type, .types([.string]))], [.null, .number], false),
    ([KeywordUse(.type, .types([.string, .null]))], [.null, .number], true),
    // An integer is a number.
    ([KeywordUse(.type, .types([.integer]))], .number, true),
    ([.minLength(1)], [.string, .null], true),
    ([.minLength(1)], [.boolean, .null], false),
    ([.oneOf(values: [.array([.null])])], [.boolean, .null], true),
    ([.uniqueItems], [.boolean, .null], true),
  ]

  @Test("of a conversion are equivalent if no keyword tells the kinds apart", arguments: kinds)
  func converted(_ row: (keywords: [KeywordUse], kinds: KindSet, isNoticed: Bool)) {
    let node = SchemaNode(pointer: .root, keywords: row.keywords)
    #expect((Equivalence.argument(for: [node], mixing: row.kinds) == nil) == row.isNoticed)
  }

  /// Schemas with a document, the node that is changed, and the change.
  static let searches: [(schema: String, base: String, place: String, use: KeywordUse)] = [
    (
      #"{"properties": {"a": {"type": "string", "minLength": 3}}}"#, #"{"a": "abc"}"#,
      "/properties/a", .minLength(4)
    ),
    (
      #"{"properties": {"a": {"pattern": "^[ab]+$"}}}"#, "{}", "/properties/a", .pattern("^[abx]+$")
    ),
    (
      #"{"items": {"properties": {"a": {"minimum": 1.5}}}}"#, #"[{"a": 2}]"#, "/items/properties/a",
      .minimum("1.4")
    ),
    (#"{"uniqueItems": true}"#, "[1]", "", KeywordUse(.uniqueItems, .flag(false))),
    (#"{"maxItems": 2}"#, "[1]", "", .maxItems(3)),
    (#"{"minProperties": 1}"#, #"{"a": 1}"#, "", .minProperties(2)),
    (#"{"enum": ["a", "b"]}"#, #""a""#, "", .oneOf("a", "b", "B")),
    (#"{"required": ["a", "b"]}"#, #"{"a": 1, "b": 1}"#, "", KeywordUse(.required, .names(["a"]))),
    (
      #"{"additionalProperties": {"type": "string"}}"#, "{}", "/additionalProperties",
      KeywordUse(.type, .types([.null]))
    ),
  ]

  @Test("are told apart by a document that is found", arguments: searches)
  func search(_ row: (schema: String, base: String, place: String, use: KeywordUse)) throws {
    let change = try Self.change(row.schema, at: row.place, row.use)
    let base = try JSONValue(parsing: Array(row.base.utf8))
    let document = try #require(
      DocumentSearch(change)?.documents(1, from: [base]).first, "\(row.schema)")
    let bytes = Array(document.compactText.utf8)
    let (right, wrong) = (try Validator(change.schema), try Validator(change.changed))
    #expect(
      right.validate(bytes).errors.map(\.description)
        != wrong.validate(bytes).errors.map(\.description))
  }

  @Test("stay where nothing was changed")
  func nothing() throws {
    let change = try Self.change(#"{"type": "string"}"#, KeywordUse(.type, .types([.string])))
    #expect(DocumentSearch(change)?.documents(2, from: [.null, .string("a")]) == [])
    #expect(Equivalence.argument(for: change) == nil)
  }
}
