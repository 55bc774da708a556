import JSONSchema
import JSONText
import SchemaRules
import Testing
import Vectors

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
    // A schema that allows everything may be omitted; one that does not may not.
    (#"{"properties": {"a": {"title": "A"}}}"#, KeywordUse(.properties, .schemasByName([])), true),
    (
      #"{"properties": {"a": {"minLength": 1}}}"#, KeywordUse(.properties, .schemasByName([])),
      false
    ),
    (
      #"{"properties": {"a": true}, "additionalProperties": false}"#,
      KeywordUse(.properties, .schemasByName([])), false
    ),
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
    let rules = RewritingTable.texts.rules("common")
    let small = try #require(rules.first { $0.name == "in small ASCII letters" })
    let node = SchemaNode(pointer: .root, keywords: row.keywords)
    #expect((Equivalence.argument(for: small, [node]) == nil) == row.isNoticed)
    // Where texts become shorter, the classes tell nothing; only without keywords, nothing looks.
    let trimmed = try #require(rules.first { $0.name == "trimmed" })
    #expect((Equivalence.argument(for: trimmed, [node]) == nil) == !row.keywords.isEmpty)
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

  /// Schemas, a node in an alternative, a change of it, and whether another alternative hides the change.
  static let hidden: [(schema: String, place: String, use: KeywordUse, isHidden: Bool)] = [
    (#"{"anyOf": [{"enum": ["a"]}, {"type": "string"}]}"#, "/anyOf/0", .oneOf("b"), true),
    (#"{"anyOf": [{"enum": ["a"]}, {"type": "null"}]}"#, "/anyOf/0", .oneOf("b"), false),
    (#"{"anyOf": [{"minLength": 3}, {"maxLength": 9}]}"#, "/anyOf/0", .minLength(4), false),
    // Of `oneOf`, a second alternative that allows the value is one too many.
    (#"{"oneOf": [{"enum": ["a"]}, {"type": "string"}]}"#, "/oneOf/0", .oneOf("b"), false),
    // A number violates the type beside the alternatives, whatever they say of it; an object does not.
    (
      #"{"type": "object", "oneOf": [{"type": "object", "required": ["a"]}, {"type": "null"}]}"#,
      "/oneOf/0", KeywordUse(.type, .types([.object, .number])), true
    ),
    (
      #"{"type": "object", "oneOf": [{"type": "number"}, {"type": "object"}]}"#, "/oneOf/1",
      KeywordUse(.type, .types([.object, .number])), false
    ),
    (
      #"{"type": ["object", "number"], "oneOf": [{"type": "object", "required": ["a"]}, {"type": "null"}]}"#,
      "/oneOf/0", KeywordUse(.type, .types([.object, .number])), false
    ),
    // A number violates the other part of the alternative, of which nothing is reported.
    (
      #"{"anyOf": [{"allOf": [{"type": "object"}, {"type": "object", "required": ["a"]}]}, {"type": "null"}]}"#,
      "/anyOf/0/allOf/1", KeywordUse(.type, .types([.object, .number])), true
    ),
    (
      #"{"anyOf": [{"allOf": [{"type": ["object", "number"]}, {"type": "object"}]}, {"type": "null"}]}"#,
      "/anyOf/0/allOf/1", KeywordUse(.type, .types([.object, .number])), false
    ),
    (
      #"{"allOf": [{"type": "object"}, {"type": "object", "required": ["a"]}]}"#, "/allOf/1",
      KeywordUse(.type, .types([.object, .number])), false
    ),
    // An object of one member at most: another alternative allows whatever the member is.
    (
      #"{"anyOf": [{"maxProperties": 1, "properties": {"a": {"minLength": 2}}}, {"properties": {"b": {"type": "null"}}}]}"#,
      "/anyOf/0/properties/a", .minLength(3), true
    ),
    (
      #"{"anyOf": [{"maxProperties": 1, "properties": {"a": {"minLength": 2}}}, {"properties": {"a": {"type": "null"}}}]}"#,
      "/anyOf/0/properties/a", .minLength(3), false
    ),
    (
      #"{"anyOf": [{"maxProperties": 2, "properties": {"a": {"minLength": 2}}}, {"properties": {"b": {"type": "null"}}}]}"#,
      "/anyOf/0/properties/a", .minLength(3), false
    ),
    (
      #"{"anyOf": [{"maxProperties": 1, "additionalProperties": {"minLength": 2}}, {"required": ["b"]}]}"#,
      "/anyOf/0/additionalProperties", .minLength(3), false
    ),
    // Whatever the only member is, one of the others allows it.
    (
      #"{"anyOf": [{"minProperties": 1, "maxProperties": 1, "required": ["a"], "properties": {"a": {}}}, {"properties": {"a": {"type": "null"}}}, {"properties": {"x": {"type": "null"}}}]}"#,
      "/anyOf/0", KeywordUse(.required, .names(["a", "c"])), true
    ),
    (
      #"{"anyOf": [{"minProperties": 1, "maxProperties": 1, "required": ["a"], "properties": {"a": {}}}, {"properties": {"a": {"type": "null"}}}]}"#,
      "/anyOf/0", KeywordUse(.required, .names(["a", "c"])), false
    ),
    // The empty text, the only one that the bound is about, violates the pattern anyway.
    (#"{"not": {"minLength": 1, "pattern": "a"}}"#, "/not", .minLength(0), true),
    (#"{"not": {"minLength": 1, "pattern": "a*"}}"#, "/not", .minLength(0), false),
    (#"{"minLength": 1, "pattern": "a"}"#, "", .minLength(0), false),
    // The type tells nothing of values that are listed, where nobody reports which rule they violate.
    (
      #"{"not": {"type": ["string"], "enum": ["a", 1]}}"#, "/not",
      KeywordUse(.type, .types([.string, .null])), true
    ),
    (
      #"{"not": {"type": ["string"], "enum": ["a", 1]}}"#, "/not",
      KeywordUse(.type, .types([.string, .integer])), false
    ),
    (
      #"{"type": ["string"], "enum": ["a", 1]}"#, "", KeywordUse(.type, .types([.string, .null])),
      false
    ),
  ]

  @Test("in an alternative are equivalent if another one hides them", arguments: hidden)
  func alternative(
    _ row: (schema: String, place: String, use: KeywordUse, isHidden: Bool)
  ) throws {
    let change = try Self.change(row.schema, at: row.place, row.use)
    #expect((Equivalence.argument(for: change) != nil) == row.isHidden, "\(row.schema)")
  }

  /// Schemas, and whether a document shows that the values of its members `a` are others.
  static let members: [(schema: String, isNoticed: Bool)] = [
    (#"{"properties": {"a": {"title": "A"}, "b": {"type": "string"}}}"#, false),
    (#"{"properties": {"a": {"type": "string"}}}"#, true),
    (
      #"{"properties": {"b": {"anyOf": [{"properties": {"a": {"type": "string"}}}, {"type": "object"}]}}}"#,
      false
    ),
    (
      #"{"properties": {"b": {"anyOf": [{"properties": {"a": {"type": "string"}}}, {"type": "string"}]}}}"#,
      true
    ),
    (#"{"additionalProperties": {"type": "string"}}"#, true), (#"{"uniqueItems": true}"#, true),
    (#"{"additionalProperties": false}"#, false),
  ]

  @Test("of the values of members are equivalent if nothing depends on them", arguments: members)
  func member(_ row: (schema: String, isNoticed: Bool)) throws {
    let graph = try Schema(jsonSchema: Array(row.schema.utf8)).graph
    let argument = Equivalence.argument(forMembers: "a", in: graph)
    #expect((argument == nil) == row.isNoticed, "\(row.schema)")
  }

  /// Schemas and the findings that their documents can have; nil if they have no end.
  static let findings: [(schema: String, possible: [String]?)] = [
    (#"{"properties": {"a": {"type": "string"}}}"#, ["/a type"]),
    (#"{"required": ["a"], "not": {"minLength": 1}}"#, ["/a required", " not"]),
    (#"{"items": {"type": "string"}}"#, nil),
    (##"{"properties": {"a": {"$ref": "#"}}}"##, nil),
    (#"{"additionalProperties": false}"#, nil), (#"{"additionalProperties": true}"#, []),
  ]

  @Test("in reports are compared on every finding there can be", arguments: findings)
  func possible(_ row: (schema: String, possible: [String]?)) throws {
    let schema = try Schema(jsonSchema: Array(row.schema.utf8))
    let possible = PossibleFindings(schema.graph)?.all.map { "\($0.pointer) \($0.keyword)" }
    #expect(possible.map { Set($0) } == row.possible.map { Set($0) }, "\(row.schema)")
  }

  /// Schemas with two findings, and whether a document can have both.
  static let meetings: [(schema: String, canMeet: Bool)] = [
    (#"{"type": "string", "pattern": "a"}"#, false), (#"{"minLength": 2, "pattern": "a"}"#, true),
    // A number violates both; an integer, the bound alone.
    (#"{"type": "integer", "minimum": 2}"#, true), (#"{"type": "object", "minimum": 2}"#, true),
    // What is missing has no value, but can be needed twice.
    (#"{"required": ["a"], "properties": {"a": {"type": "string"}}}"#, false),
    (#"{"required": ["a"], "dependentRequired": {"b": ["a"]}}"#, true),
    (#"{"properties": {"a": {"type": "string"}, "b": {"minimum": 2}}}"#, true),
  ]

  @Test("in reports are compared on findings that meet", arguments: meetings)
  func meeting(_ row: (schema: String, canMeet: Bool)) throws {
    let schema = try Schema(jsonSchema: Array(row.schema.utf8))
    let possible = try #require(PossibleFindings(schema.graph))
    let all = possible.all.sorted()
    #expect(all.count == 2)
    #expect(possible.canMeet(all[0], all[1]) == row.canMeet, "\(row.schema)")
  }

  /// Schemas, two values, and whether some document shows which of them it has.
  static let conversions: [(schema: String, value: String, other: String, isNoticed: Bool)] = [
    (#"{"properties": {"a": {"type": "string"}}}"#, "null", "{}", false),
    (#"{"properties": {"a": {"type": "string"}}}"#, "null", #""""#, true),
    (#"{"properties": {"a": true}, "required": ["a"]}"#, "null", "{}", true),
    // Equal elements are told from unequal ones.
    (#"{"items": {"uniqueItems": true}}"#, "1", "2", true),
  ]

  @Test("of values are compared on every node", arguments: conversions)
  func panel(_ row: (schema: String, value: String, other: String, isNoticed: Bool)) throws {
    let panel = NodePanel(try Schema(jsonSchema: Array(row.schema.utf8)))
    let values = try [row.value, row.other].map { try JSONValue(parsing: Array($0.utf8)) }
    #expect(panel.takes(values[0], as: values[1]) != row.isNoticed, "\(row.schema)")
  }

  /// Schemas, and whether a member `a` that is null can be told from none.
  static let absences: [(schema: String, isNoticed: Bool)] = [
    (#"{"properties": {"a": true, "b": {"type": "string"}}}"#, false),
    (#"{"properties": {"a": {"type": "string"}}}"#, true), (#"{"minProperties": 1}"#, true),
    (#"{"required": ["a"]}"#, true), (#"{"required": ["b"]}"#, false),
    (#"{"additionalProperties": false}"#, true), (#"{"type": "string", "minLength": 1}"#, false),
  ]

  @Test("that take members for absent are compared on every node", arguments: absences)
  func absence(_ row: (schema: String, isNoticed: Bool)) throws {
    let panel = NodePanel(try Schema(jsonSchema: Array(row.schema.utf8)))
    #expect(panel.takes([.null], asAbsentIn: ["a"]) != row.isNoticed, "\(row.schema)")
  }

  /// Schemas with few rules and with many, and how many equivalent mutants they have at least.
  static func schemas() throws -> [(body: CorpusBody, least: Int)] {
    let lax = #"""
      {"properties": {"a": {"title": "A"}, "b": {"anyOf": [{"enum": ["x", "y"]}, {"type": "string"}]},
        "c": {"type": "object", "properties": {"d": {"type": ["string", "null"]}}}}}
      """#
    // The second alternative allows whatever the first says about members and elements.
    let absorbing = #"""
      {"properties": {"a": {"anyOf": [{"properties": {"b": {"items": {"minimum": 3, "maxLength": 5}}}}, {"type": "object"}]}}}
      """#
    // There, the first alternative decides which members are evaluated.
    let unevaluated = #"""
      {"anyOf": [{"properties": {"a": {"type": "string"}}}, true], "unevaluatedProperties": false}
      """#
    let bodies = try [lax, absorbing, unevaluated].map { text in
      CorpusBody(
        name: "document", source: .builtIn(""), schema: try Schema(jsonSchema: Array(text.utf8)))
    }
    return [(try MutantTests.everything(), 1)] + zip(bodies, [60, 60, 1]).map { ($0, $1) }
  }

  @Test("that are called equivalent are distinguished by no document", arguments: try schemas())
  func soundness(_ row: (body: CorpusBody, least: Int)) throws {
    let search = try DocumentSearch(row.body, changing: [])
    let equivalent = Mutant.all(of: [row.body]).filter { $0.equivalence?() != nil }
    #expect(equivalent.count >= row.least)
    for mutant in equivalent {
      let found = search.documents(1, for: mutant, attempts: 1_000)
      #expect(found.map { String(decoding: $0, as: UTF8.self) } == [], "\(mutant.id)")
    }
  }

  @Test("of every kind of keyword are distinguished by documents that are found")
  func keywords() throws {
    let body = try MutantTests.everything()
    let search = try DocumentSearch(body, changing: [])
    let changed = Mutant.all(of: [body]).filter { $0.change != nil && $0.judge() != nil }
    let drawn = Sampling.draw(changed, 150, seed: 1) { $0.id }
    let found = drawn.filter { !search.documents(1, for: $0, attempts: 2_000).isEmpty }
    #expect(found.count > 140)
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
    // The schema is after a reference, in an object that no document has yet.
    (
      ##"{"properties": {"a": {"properties": {"b": {"$ref": "#/$defs/c"}}}}, "$defs": {"c": {"minLength": 2}}}"##,
      "{}", "/$defs/c", .minLength(3)
    ),
    // The value has to violate the other alternative.
    (
      #"{"anyOf": [{"type": "string", "minLength": 3}, {"type": "string", "pattern": "^x"}]}"#,
      "{}",
      "/anyOf/0", .minLength(4)
    ),
    // Elements of what should be a string have errors of their own.
    (
      #"{"properties": {"a": {"type": "string", "items": {"minLength": 2}}}}"#, "{}",
      "/properties/a/items", .minLength(3)
    ),
    (#"{"propertyNames": {"maxLength": 2}}"#, #"{"a": 1}"#, "/propertyNames", .maxLength(3)),
    (
      #"{"if": {"required": ["a"]}, "then": {"required": ["b"]}}"#, "{}", "/then",
      KeywordUse(.required, .names(["c"]))
    ),
  ]

  @Test("are distinguished by a document that is found", arguments: searches)
  func search(_ row: (schema: String, base: String, place: String, use: KeywordUse)) throws {
    let change = try Self.change(row.schema, at: row.place, row.use)
    let document = try #require(
      try Self.documents(for: change, changing: row.base).first, "\(row.schema)")
    let (right, wrong) = (try Validator(change.schema), try Validator(change.changed))
    #expect(
      right.validate(document).errors.map(\.description)
        != wrong.validate(document).errors.map(\.description))
  }

  private static func documents(for change: SchemaChange, changing base: String) throws -> [[UInt8]]
  {
    let body = CorpusBody(name: "document", source: .builtIn(""), schema: change.schema)
    let mutant = Mutant(
      id: "schema/changed", family: "schema", summary: "", body: "document", change: change)
    return try DocumentSearch(body, changing: [try JSONValue(parsing: Array(base.utf8))])
      .documents(2, for: mutant, attempts: 4_000)
  }

  @Test("stay where nothing was changed")
  func nothing() throws {
    let change = try Self.change(#"{"type": "string"}"#, KeywordUse(.type, .types([.string])))
    #expect(try Self.documents(for: change, changing: #""a""#) == [])
    #expect(Equivalence.argument(for: change) == nil)
  }
}
