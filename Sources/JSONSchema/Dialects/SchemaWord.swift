import SchemaRules

/// A member name of schema objects that has a meaning in some dialect.
struct SchemaWord: Sendable {
  /// The role of the member.
  enum Role: Sendable {
    /// It constrains values, or applies other schemas.
    case keyword(Keyword)
    /// It identifies the schema or a place in it, or selects the dialect.
    case identifier(Identifier)
    /// It contains named schemas for references.
    case definitions
    /// It describes the schema to people or programs; `contentSchema` contains a schema.
    case annotation
    case contentSchema
    /// It addresses only authors of the schema.
    case comment
  }

  enum Identifier: Sendable {
    case schema, id, anchor, dynamicAnchor, recursiveAnchor, vocabulary
  }

  let name: [UInt8]
  let role: Role
  let dialects: ClosedRange<Dialect>
  let vocabulary: Vocabulary
  /// The position among all keywords, for sorting.
  let rank: Int
  /// Whether the Schema Object of OpenAPI 3.0 has it.
  let isInOpenAPI30: Bool
  /// Whether only OpenAPI defines it.
  let isOnlyInOpenAPI: Bool

  private init(
    _ name: String, _ role: Role, _ dialects: ClosedRange<Dialect>, _ vocabulary: Vocabulary,
    rank: Int = 0, isOnlyInOpenAPI: Bool = false
  ) {
    self.name = Array(name.utf8)
    self.role = role
    self.dialects = dialects
    self.vocabulary = vocabulary
    self.rank = rank
    isInOpenAPI30 =
      isOnlyInOpenAPI || Self.laterWordsOfOpenAPI30.contains(name)
      || dialects.contains(.draft4) && !Self.wordsMissingInOpenAPI30.contains(name)
    self.isOnlyInOpenAPI = isOnlyInOpenAPI
  }

  /// https://spec.openapis.org/oas/v3.0.4#json-schema-keywords
  private static let wordsMissingInOpenAPI30: Set = [
    "patternProperties", "additionalItems", "dependencies", "definitions", "id", "$schema",
    "$comment",
  ]

  /// Words of OpenAPI 3.0 that JSON Schema has since draft 7 or 2019-09.
  private static let laterWordsOfOpenAPI30: Set = ["readOnly", "writeOnly", "deprecated"]

  static let all: [SchemaWord] = {
    let keywords = Keyword.allCases.enumerated().compactMap { rank, keyword -> SchemaWord? in
      // The schema `false` has no name.
      guard keyword != .falseSchema else { return nil }
      let description = keyword.description
      return SchemaWord(
        keyword.rawValue, .keyword(keyword), description.dialects, description.vocabulary,
        rank: rank)
    }
    let any = Dialect.draft4 ... .draft2020
    let recent = Dialect.draft2019 ... .draft2020
    return keywords + [
      SchemaWord("$schema", .identifier(.schema), any, .core),
      SchemaWord("id", .identifier(.id), .draft4 ... .draft4, .core),
      SchemaWord("$id", .identifier(.id), .draft6 ... .draft2020, .core),
      SchemaWord("$anchor", .identifier(.anchor), recent, .core),
      SchemaWord("$dynamicAnchor", .identifier(.dynamicAnchor), .draft2020 ... .draft2020, .core),
      SchemaWord(
        "$recursiveAnchor", .identifier(.recursiveAnchor), .draft2019 ... .draft2019, .core),
      SchemaWord("$vocabulary", .identifier(.vocabulary), recent, .core),
      SchemaWord("$comment", .comment, any, .core),
      SchemaWord("$defs", .definitions, recent, .core),
      // The meta-schemas of the later drafts still have it.
      SchemaWord("definitions", .definitions, any, .core),
      SchemaWord("title", .annotation, any, .metaData),
      SchemaWord("description", .annotation, any, .metaData),
      SchemaWord("default", .annotation, any, .metaData),
      SchemaWord("examples", .annotation, .draft6 ... .draft2020, .metaData),
      SchemaWord("readOnly", .annotation, .draft7 ... .draft2020, .metaData),
      SchemaWord("writeOnly", .annotation, .draft7 ... .draft2020, .metaData),
      SchemaWord("deprecated", .annotation, recent, .metaData),
      SchemaWord("contentSchema", .contentSchema, recent, .content),
    ]
      + ["nullable", "discriminator", "xml", "externalDocs", "example"].map {
        SchemaWord($0, .annotation, any, .core, isOnlyInOpenAPI: true)
      }
  }()

  /// The name of a word that changes verdicts: a keyword, or `nullable` of OpenAPI 3.0; nil for any other word.
  var constraint: String? {
    if case .keyword(let keyword) = role { return keyword.rawValue }
    return name.elementsEqual("nullable".utf8) ? "nullable" : nil
  }

  /// The drafts that define the word, in a sentence.
  var drafts: String {
    dialects.lowerBound == dialects.upperBound
      ? "draft \(dialects.lowerBound.rawValue)"
      : "drafts \(dialects.lowerBound.rawValue) to \(dialects.upperBound.rawValue)"
  }

  /// The words by the length of their names, so a lookup compares only a few.
  private static let byLength: [[SchemaWord]] = {
    let longest = all.map(\.name.count).max() ?? 0
    var words = [[SchemaWord]](repeating: [], count: longest + 1)
    for word in all { words[word.name.count].append(word) }
    return words
  }()

  /// The word with the given name. Returns nil if no dialect defines it.
  static func named(_ name: ArraySlice<UInt8>) -> SchemaWord? {
    guard name.count < byLength.count else { return nil }
    return byLength[name.count].first { $0.name.elementsEqual(name) }
  }
}

extension TextOutline {
  /// The word that is the name of a member. Returns nil if no dialect defines it.
  func word(of member: Int) -> SchemaWord? {
    let value = values[member]
    guard value.nameStart >= 0 else { return nil }
    let raw = bytes[Int(value.nameStart)..<Int(value.nameEnd)]
    // A name may contain escapes, which make it longer than the word.
    if raw.contains(UInt8(ascii: "\\")) { return SchemaWord.named(name(of: member)[...]) }
    return SchemaWord.named(raw)
  }
}
