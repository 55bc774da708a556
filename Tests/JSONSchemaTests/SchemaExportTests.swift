import JSONSchema
import JSONText
import SchemaExports
import SchemaRules
import Testing

/// Exports of schemas that were read from text.
@Suite("Exports of schema files")
struct SchemaFileExportTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let schema: String
    /// Valid and invalid documents.
    let valid: [String]
    let invalid: [String]
    let reason: String
    var dialect = Dialect.draft2020

    init(
      _ schema: String, _ valid: [String], _ invalid: [String], _ reason: String,
      _ dialect: Dialect = .draft2020
    ) {
      (self.schema, self.valid, self.invalid, self.reason) = (schema, valid, invalid, reason)
      self.dialect = dialect
    }

    var testDescription: String { "\(schema): \(reason)" }
  }

  /// Together, these contain every keyword.
  static let rows: [Row] = [
    .init(#"true"#, ["1"], [], "anything"),
    .init(#"false"#, [], ["1"], "nothing"),
    .init(#"{"type":["string","null"]}"#, ["\"a\"", "null"], ["1"], "several types"),
    .init(
      #"{"minLength":1,"maxLength":2,"pattern":"^a","format":"date"}"#, [#""ab""#, "1"],
      [#""""#, #""abc""#, #""b""#], "bounds of strings; format only describes"),
    .init(
      #"{"contentEncoding":"base64","contentMediaType":"application/json","maxLength":2}"#,
      [#""!""#], [#""abc""#], "content only describes"),
    .init(
      #"{"minimum":0.1,"maximum":5,"multipleOf":0.1}"#, ["0.1", "5.0"], ["0.05", "5.1", "0.15"],
      "bounds of numbers"),
    .init(
      #"{"exclusiveMinimum":0,"exclusiveMaximum":5}"#, ["1"], ["0", "5"], "exclusive bounds"),
    .init(
      #"{"minimum":0,"exclusiveMinimum":true,"maximum":5}"#, ["5"], ["0"],
      "an exclusive bound of draft 4", .draft4),
    .init(
      #"{"type":"null","examples":"x","deprecated":"since 2","readOnly":1,"writeOnly":null}"#,
      ["null"], ["1"], "annotations of later drafts with values that these do not allow", .draft4),
    .init(
      #"{"enum":[1,{"a":[null]}],"const":1}"#, ["1.0"], [#"{"a":[null]}"#], "values of any kind"),
    .init(
      #"{"minItems":1,"maxItems":2,"uniqueItems":true}"#, ["[1]"], ["[]", "[1,2,3]", "[1,1.0]"],
      "bounds of arrays"),
    .init(
      #"{"prefixItems":[{"type":"string"}],"items":{"type":"null"}}"#, [#"["a",null]"#],
      ["[1]", #"["a",1]"#], "elements by place"),
    .init(
      #"{"items":[{"type":"string"}],"additionalItems":false}"#, [#"["a"]"#], [#"["a",1]"#],
      "the same in draft 7", .draft7),
    .init(
      #"{"items":{"type":"string"},"additionalItems":false}"#, [#"["a","b"]"#], ["[1]"],
      "additionalItems next to a schema has no effect", .draft7),
    .init(
      #"{"contains":{"const":1},"minContains":2,"maxContains":2}"#, ["[1,1,2]"],
      ["[1]", "[1,1,1]"], "elements that are counted"),
    .init(
      #"{"contains":{"const":1},"minContains":0}"#, ["[2]"], [], "in 2019-09, no effect",
      .draft2019),
    .init(
      #"{"prefixItems":[true],"contains":{"const":1},"unevaluatedItems":false}"#, ["[2,1,1]"],
      ["[2,3,1]"], "contains evaluates elements in 2020-12"),
    .init(
      #"{"contains":{"const":1},"maxContains":1,"unevaluatedItems":{"type":"string"}}"#, [],
      ["[1,\"a\"]", "[1,1]"], "contains evaluates no elements before 2020-12", .draft2019),
    .init(
      #"{"minProperties":1,"maxProperties":2,"required":["a"]}"#, [#"{"a":1}"#],
      ["{}", #"{"b":1}"#, #"{"a":1,"b":1,"c":1}"#], "bounds of objects"),
    .init(
      #"{"properties":{"a":{"type":"null"},"b":false},"patternProperties":{"^x":{"type":"string"}},"additionalProperties":{"type":"boolean"}}"#,
      [#"{"a":null,"x":"","c":true}"#], [#"{"a":1}"#, #"{"b":1}"#, #"{"x":1}"#, #"{"c":1}"#],
      "members"),
    .init(#"{"propertyNames":{"maxLength":1}}"#, [#"{"a":1}"#], [#"{"ab":1}"#], "names"),
    .init(
      #"{"dependentRequired":{"a":["b"]},"dependentSchemas":{"c":{"required":["d"]}}}"#,
      [#"{"a":1,"b":1}"#], [#"{"a":1}"#, #"{"c":1}"#], "dependencies in two keywords"),
    .init(
      #"{"dependencies":{"a":["b"],"c":{"required":["d"]},"e":["f"]}}"#, [#"{"a":1,"b":1}"#],
      [#"{"a":1}"#, #"{"c":1}"#, #"{"e":1}"#], "both kinds of dependencies in one keyword", .draft7),
    .init(
      #"{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":{"type":"null"}}"#,
      [#"{"a":1,"b":null}"#], [#"{"b":1}"#], "members that nothing else looks at"),
    .init(
      #"{"anyOf":[{"type":"string"},{"minimum":3}],"oneOf":[{"type":"string"},{"maximum":5}],"not":{"const":4}}"#,
      ["3"], ["2", "6", "4", #""a""#], "alternatives"),
    .init(
      #"{"if":{"type":"string"},"then":{"minLength":2},"else":{"minimum":2}}"#, [#""ab""#, "2"],
      [#""a""#, "1"], "a condition"),
    .init(
      ##"{"$ref":"#/$defs/a","maximum":5,"$defs":{"a":{"minimum":3}}}"##, ["3"], ["2", "6"],
      "a reference next to another keyword"),
    .init(
      ##"{"$ref":"#/definitions/a","maximum":5,"definitions":{"a":{"minimum":3}}}"##, ["6"], ["2"],
      "draft 7 ignores keywords next to a reference", .draft7),
    .init(
      ##"{"properties":{"next":{"$ref":"#"}},"additionalProperties":false}"##, [#"{"next":{}}"#],
      [#"{"next":{"a":1}}"#], "a schema that leads back to itself"),
    .init(
      ##"{"$defs":{"a/b~c":{"type":"string"},"é":{"$ref":"#/$defs/a~1b~0c"}},"items":{"$ref":"#/$defs/%C3%A9"}}"##,
      [#"["a"]"#], ["[1]"], "names that references have to escape"),
    .init(
      ##"{"$id":"http://x.y/tree","$dynamicAnchor":"n","properties":{"c":{"items":{"$dynamicRef":"#n"}}},"$ref":"base","$defs":{"b":{"$id":"base","$dynamicAnchor":"n","properties":{"d":{"$dynamicRef":"#n"}},"type":"object"}},"unevaluatedProperties":false}"##,
      [#"{"c":[{"c":[]}],"d":{"c":[]}}"#], [#"{"c":[{"e":1}]}"#, #"{"d":{"e":1}}"#],
      "a dynamic reference means the outermost anchor"),
    .init(
      ##"{"$recursiveAnchor":true,"properties":{"a":{"$recursiveRef":"#"}},"additionalProperties":false}"##,
      [#"{"a":{"a":{}}}"#], [#"{"a":{"b":1}}"#], "the same in 2019-09", .draft2019),
    .init(
      #"{"const":1,"$comment":"c","x-y":1,"minContains":3}"#, ["2"], [],
      "keywords that draft 4 does not define remain without effect", .draft4),
  ]

  private func schema(_ row: Row) throws -> Schema {
    try Schema(
      jsonSchema: Array(row.schema.utf8),
      options: JSONSchemaOptions(name: "row.json", dialect: row.dialect))
  }

  @Test(arguments: rows) func exportedSchemasAreEquivalent(_ row: Row) throws {
    let schema = try schema(row)
    let text = try #require(Export(.jsonSchema, of: schema)).text
    let validators = try [
      Validator(schema), Validator(Schema(jsonSchema: Array(text.utf8))),
    ]
    for validator in validators {
      for document in row.valid {
        #expect(validator.validate(document).outcome == .valid, "\(document)\n\(text)")
      }
      for document in row.invalid {
        #expect(validator.validate(document).outcome == .invalid, "\(document)\n\(text)")
      }
    }
  }

  @Test func everyKeywordHasARow() throws {
    let used = try Self.rows.flatMap { row in
      try schema(row).graph.nodes.flatMap { $0.keywords.map(\.keyword) }
    }
    #expect(Set(used) == Set(Keyword.allCases))
  }

  /// No loss is silent: the ledger contains each rule that the export does not state, and each keyword with schemas.
  @Test(arguments: [ExportFormat.jsonSchema, .typeScript, .swift])
  func everyRuleIsStatedOrLost(format: ExportFormat) throws {
    for row in Self.rows {
      let schema = try schema(row)
      let export = try #require(Export(format, of: schema))
      let stated = Set((export.rules + export.ledger.rules).map { Array($0.utf8) })
      #expect(stated.isSuperset(of: schema.rules.map { Array($0.id.utf8) }), "\(row.schema)")
      #expect(export.text.utf8.last == UInt8(ascii: "\n"))
    }
  }

  @Test(arguments: [ExportFormat.openAPI30, .openAPI31])
  func openAPIDescribesOperations(format: ExportFormat) throws {
    #expect(try Export(format, of: schema(Self.rows[0])) == nil)
  }

  static let types = ##"""
    {"type":"object","required":["kind","next"],"properties":{
    "kind":{"enum":["a","b-c"],"type":"string"},
    "next":{"$ref":"#/$defs/node"},
    "tree":{"$ref":"#/$defs/tree"},
    "size":{"oneOf":[{"type":"string"},{"type":"integer"}],"description":"Two\nlines."},
    "counts":{"type":"object","additionalProperties":{"type":"integer"}},
    "note":{"type":["string","null"],"description":"*/ ends /* no comment"},
    "both":{"allOf":[{"$ref":"#/$defs/node"},{"type":"object","properties":{"b":{"const":1}}}]}},
    "$defs":{"node":{"type":"object","properties":{"next":{"$ref":"#/$defs/node"}}},
    "tree":{"anyOf":[{"type":"boolean"},{"type":"array","items":{"$ref":"#/$defs/tree"}},
    {"type":"object","additionalProperties":{"$ref":"#/$defs/tree"}}]}}}
    """##

  static let lines: [(format: ExportFormat, line: String, why: String)] = [
    (.typeScript, "export interface Thing {", "the file's name is the root's"),
    (.typeScript, #"  kind: "a" | "b-c";"#, "an enumeration"),
    (.typeScript, "  next: Node;", "a definition's name is its type's"),
    (.typeScript, "  next?: Node;", "a recursive schema"),
    (
      .typeScript, "export type Tree = (boolean | Array<Tree> | { [name: string]: Tree });",
      "shared, without members, and inside itself, which `Record<string, Tree>` must not be"
    ),
    (.typeScript, "  size?: (string | number);", "alternatives"),
    (.typeScript, "  counts?: { [name: string]: number };", "a map"),
    (.typeScript, "  note?: string | null;", "null"),
    (.typeScript, "  /** *\\/ ends /* no comment */", "text cannot end a comment"),
    (.typeScript, "  both?: Node & ThingBothAllOf;", "several at once"),
    (.swift, "public struct Thing: ValidatedDocument, Hashable, Sendable, Codable {", "the root"),
    (.swift, "  public var kind: ThingKind", "an enumeration"),
    (.swift, #"  case bC = "b-c""#, "its values, in Swift's spelling"),
    (.swift, "  public var next: Node", "a definition"),
    (.swift, "  public var next: JSONValue?", "a structure cannot contain itself"),
    (.swift, "  public var counts: [String: Int]?", "a map"),
    (.swift, "  public var note: String?", "null is absence"),
    (.swift, "  public var size: ThingSize?", "alternatives"),
    (.swift, "  case integer(Int)", "one alternative with its value"),
    (.swift, "  case array([Tree])", "a reference to the whole schema"),
    (.swift, "  public var next: Node?", "members of several schemas at once"),
    (.swift, "  /// lines.", "a description of several lines"),
  ]

  @Test(arguments: lines.indices) func line(index: Int) throws {
    let (format, line, why) = Self.lines[index]
    let schema = try Schema(
      jsonSchema: Array(Self.types.utf8), options: JSONSchemaOptions(name: "a/thing.schema.json"))
    let text = try #require(Export(format, of: schema)).text
    #expect(text.split(separator: "\n").contains(Substring(line)), "\(why)\n\(text)")
  }

  /// An arbitrarily long chain of references from one schema to the next; nothing recurses along it.
  @Test(arguments: ["items", "additionalProperties", "not"]) func longChains(keyword: String) throws
  {
    let count = 20_000
    let links = (0..<count).map {
      ##""d\##($0)":{"\##(keyword)":{"$ref":"#/$defs/d\##($0 + 1)"}}"##
    }.joined(separator: ",")
    let text = ##"{"$ref":"#/$defs/d0","$defs":{\##(links),"d\##(count)":{"type":"string"}}}"##
    let schema = try Schema(jsonSchema: Array(text.utf8))
    #expect(schema.graph.places.count == 513)
    for format in [ExportFormat.jsonSchema, .typeScript, .swift] {
      let export = try #require(Export(format, of: schema))
      #expect(export.text.utf8.count < 4_000_000)
    }
  }

  /// Many schemas with the same name get different names.
  @Test func equalNames() throws {
    let text = ##"""
      {"prefixItems":[{"$ref":"#/$defs/a/$defs/x"},{"$ref":"#/$defs/b/$defs/x"},{"$ref":"#/$defs/x"},
      {"$ref":"#/$defs/record"}],"$defs":{
      "a":{"$defs":{"x":{"properties":{"a":{}}}}},"b":{"$defs":{"x":{"properties":{"b":{}}}}},
      "x":{"properties":{"c":{}}},"record":{"properties":{"d":{}}}}}
      """##
    let schema = try Schema(jsonSchema: Array(text.utf8))
    let json = try JSONValue(
      parsing: Array(#require(Export(.jsonSchema, of: schema)).text.utf8))
    #expect(json["$defs"]?.objectValue?.map(\.name) == ["x", "x-2", "x-3", "record"])
    let types = try #require(Export(.typeScript, of: schema)).text
    for name in ["X", "X2", "X3", "Record2"] {
      #expect(types.contains("export interface \(name) {"), "\(types)")
    }
  }

  /// The number of places is that of the references to schemas, although the number of paths through shared schemas
  /// doubles each time.
  @Test func sharedSchemasAreVisitedOnce() throws {
    func schema(_ levels: Int) throws -> Schema {
      let definitions = (0..<levels).map {
        ##""d\##($0)":{"anyOf":[{"$ref":"#/$defs/d\##($0 + 1)"},{"$ref":"#/$defs/d\##($0 + 1)"}]}"##
      }.joined(separator: ",")
      return try Schema(
        jsonSchema: Array(
          ##"{"$ref":"#/$defs/d0","$defs":{\##(definitions),"d\##(levels)":{"type":"string"}}}"##
            .utf8))
    }
    let (half, whole) = try (schema(20), schema(40))
    #expect(whole.graph.places.count < 200)
    for format in [ExportFormat.jsonSchema, .typeScript, .swift] {
      let count = try #require(Export(format, of: whole)).text.utf8.count
      // A Swift type includes its reader and its encoder.
      if format != .swift { #expect(count < 20_000) }
      #expect(try Double(count) < 2.1 * Double(#require(Export(format, of: half)).text.utf8.count))
    }
  }
}
