import JSONText
import SchemaRules

extension SchemaLoader {
  /// Checks each part of a text with its own meta-schema.
  mutating func checkAgainstMetaSchemas(_ document: Int, _ candidates: Range<Int>) {
    guard checksMetaSchemas, !documents[document].isBundled else { return }
    // Nested parts are checked more than once. When the budget is used up, only reading the keywords finds mistakes.
    var budget = documents[document].outline.bytes.count.multipliedReportingOverflow(by: 4)
      .partialValue
    for index in candidates where resources[index].checkedWith == index {
      let value = documents[document].outline.values[resources[index].root.value]
      budget -= Int(value.end - value.start)
      guard budget >= 0 else { return }
      guard let validator = metaSchemaValidator(for: index) else { continue }
      check(index, Int(value.start)..<Int(value.end), by: validator)
    }
  }

  private mutating func check(_ resource: Int, _ bytes: Range<Int>, by validator: Validator) {
    let root = resources[resource].root
    let outline = documents[root.document].outline
    let result = validator.validate(
      root.value == 0 ? outline.bytes : Array(outline.bytes[bytes]))
    if let limit = result.limit {
      report(
        "cannot be checked against its meta-schema: \(limit.message)", at: root,
        kind: .limitExceeded)
    }
    let start = root.value == 0 ? 0 : bytes.lowerBound
    let place = outline.pointer(of: root.value)
    var seen: Set<Finding> = []
    for error in result.errors where problems.count < options.limits.problems {
      let range = error.byteRange.lowerBound + start..<error.byteRange.upperBound + start
      // This meta-schema does not apply to a part with another one.
      let value = Place(document: root.document, value: outline.value(around: range.lowerBound))
      guard let owner = innermostResource(containing: value),
        resources[owner].checkedWith == resource
      else {
        continue
      }
      documents[root.document].isFlawed = true
      let problem = problem(error, range, value, in: place)
      // Every vocabulary of a meta-schema requires a schema to be an object.
      if seen.insert(problem).inserted { problems.append(problem) }
    }
  }

  /// An error that a meta-schema found, as a problem of the schema.
  private func problem(
    _ error: FieldError, _ range: Range<Int>, _ value: Place, in part: JSONPointer
  ) -> Finding {
    let pointer = error.pointer.tokens.reduce(part) { $0.appending($1) }
    let member = keywordMember(around: value)
    let outline = documents[value.document].outline
    var message = (error.pointer == .root ? "" : part.description) + error.message
    if [.anyOf, .oneOf].contains(error.keyword), member == value.value,
      case .keyword(let keyword) = outline.word(of: value.value)?.role
    {
      // This is more specific than an error that no alternative is satisfied.
      message = "\(pointer) must be \(keyword.description.parameter.expectation)"
    }
    return Finding(
      document: value.document, byteRange: range, pointer: pointer,
      keyword: member.map { outline.nameText(of: $0) }, message: message)
  }

  /// The member of a schema that contains a value or is the value. Returns nil for the whole text.
  private func keywordMember(around place: Place) -> Int? {
    let document = documents[place.document]
    var value = place.value
    while value > 0 {
      let parent = Int(document.outline.values[value].parent)
      if parent >= 0, document.resources[parent] >= 0 { return value }
      value = parent
    }
    return nil
  }

  // MARK: Validators

  private mutating func metaSchemaValidator(for resource: Int) -> Validator? {
    let uri = resources[resource].active.metaSchema
    if let dialect = Dialect(metaSchema: uri) { return MetaSchema.validator(for: dialect) }
    if let known = customValidators[uri] { return known }
    let validator = customValidator(uri, for: resources[resource].root)
    customValidators[uri] = validator
    return validator
  }

  /// Compiles a meta-schema from the caller. Reports a problem at `place` and returns nil if it cannot be used.
  private mutating func customValidator(_ uri: ByteString, for place: Place) -> Validator? {
    guard metaSchemas.count < options.limits.metaSchemas, !metaSchemas.contains(uri),
      let index = document(uri, for: place, ActiveDialect(options.dialect))
    else { return nil }
    let outline = documents[index].outline
    var options = options
    options.name = outline.name
    options.metaSchema = nil
    options.baseURI = uri.text
    var loader = SchemaLoader(options)
    loader.metaSchemas = metaSchemas.union([uri])
    do {
      return try Validator(
        try loader.load(SchemaGraph.Document(name: outline.name, bytes: outline.bytes)).schema)
    } catch {
      report("the meta-schema \(uri.text) cannot be used: \(error)", at: place, keyword: "$schema")
      return nil
    }
  }
}

extension MetaSchema {
  private static let draft4 = compiled(.draft4)
  private static let draft6 = compiled(.draft6)
  private static let draft7 = compiled(.draft7)
  private static let draft2019 = compiled(.draft2019)
  private static let draft2020 = compiled(.draft2020)

  /// The validator of schemas of a dialect, compiled when it is first needed.
  static func validator(for dialect: Dialect) -> Validator? {
    switch dialect {
    case .draft4: draft4
    case .draft6: draft6
    case .draft7: draft7
    case .draft2019: draft2019
    case .draft2020: draft2020
    }
  }

  /// Never nil, which tests check.
  private static func compiled(_ dialect: Dialect) -> Validator? {
    let uri = dialect.metaSchemaURI
    guard let text = text(ByteString(uri)) else { return nil }
    var loader = SchemaLoader(JSONSchemaOptions(name: uri, dialect: dialect))
    loader.checksMetaSchemas = false
    return try? Validator(
      loader.load(SchemaGraph.Document(name: uri, bytes: text)).schema)
  }
}
