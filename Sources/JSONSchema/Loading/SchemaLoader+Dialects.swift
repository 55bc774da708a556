import JSONText
import SchemaRules

extension SchemaLoader {
  /// The dialect named by the value of `$schema`. Reports a problem and returns nil if the dialect is unknown.
  mutating func dialect(named member: Int, of place: Place) -> ActiveDialect? {
    let document = documents[place.document]
    let place = Place(document: place.document, value: member)
    let uri = URIReference(document.outline.string(member) ?? "")
    return dialect(uri.absolute, for: place)
  }

  /// The dialect of a meta-schema. Reports a problem at `place` and returns nil if the dialect is unknown.
  mutating func dialect(_ uri: ByteString, for place: Place) -> ActiveDialect? {
    if let dialect = Dialect(metaSchema: uri) { return ActiveDialect(dialect) }
    if uri == ActiveDialect.openAPI31 { return ActiveDialect(.v31) }
    if let known = customDialects[uri] { return known }
    // Follow the meta-schema of the meta-schema, and so on, up to that of a draft.
    var active: ActiveDialect?
    var vocabularies: [(uri: [UInt8], isRequired: Bool)]?
    var next = uri
    for _ in 0..<options.limits.metaSchemas where active == nil {
      guard let outline = metaSchema(next, for: place) else { break }
      if vocabularies == nil, let list = outline.member("$vocabulary", of: 0) {
        vocabularies = outline.children(of: list).map {
          (outline.name(of: $0), outline.boolean($0) ?? false)
        }
      }
      guard let parent = outline.member("$schema", of: 0).flatMap({ outline.string($0) }) else {
        active = ActiveDialect(options.dialect)
        break
      }
      next = URIReference(parent).absolute
      active = Dialect(metaSchema: next).map { ActiveDialect($0) }
    }
    active = active ?? vocabularies.flatMap { Self.dialect(of: $0.map(\.uri)) }
    guard var active else {
      let text = uri.text
      // The meta-schemas of older drafts have addresses with `http`, those of newer ones with `https`. Many published
      // schemas use the wrong one.
      if let meant = Dialect.allCases.first(where: {
        URIReference($0.metaSchemaURI).schemeless == URIReference(text).schemeless
      }) {
        if wantsWarnings(about: place.document) {
          warn(
            "the meta-schema's address is \(meant.metaSchemaURI)", at: place, keyword: "$schema",
            kind: .misspelledMetaSchema)
        }
        customDialects[uri] = ActiveDialect(meant)
        return ActiveDialect(meant)
      }
      report(
        "unknown meta-schema \(text); name its file with `--resolve \(text)=PATH`, or use draft 4, 6, 7, "
          + "2019-09 or 2020-12", at: place, keyword: "$schema",
        kind: .unresolvedReference)
      return nil
    }
    active.metaSchema = uri
    if let vocabularies { apply(vocabularies, to: &active, for: place) }
    customDialects[uri] = active
    return active
  }

  /// https://json-schema.org/draft/2020-12/json-schema-core#section-8.1.2
  private mutating func apply(
    _ vocabularies: [(uri: [UInt8], isRequired: Bool)], to active: inout ActiveDialect,
    for place: Place
  ) {
    var known: Set<Vocabulary> = [.core]
    let prefix = active.dialect.vocabularyPrefix
    for (uri, isRequired) in vocabularies {
      let text = String(decoding: uri, as: UTF8.self)
      var name = Array(uri.dropFirst(prefix.utf8.count))
      if !uri.starts(with: prefix.utf8) { name = [] }
      if name.elementsEqual("format-assertion".utf8) {
        known.insert(.format)
        active.assertsFormat = true
      } else if name.elementsEqual("format-annotation".utf8) {
        known.insert(.format)
      } else if let vocabulary = Vocabulary.allCases.first(where: {
        $0.rawValue.utf8.elementsEqual(name)
      }) {
        known.insert(vocabulary)
        // In 2019-09, a required format vocabulary makes `format` reject values.
        if vocabulary == .format && isRequired { active.assertsFormat = true }
      } else if isRequired {
        report(
          "the meta-schema requires the vocabulary \(text), which conform does not know", at: place,
          keyword: "$schema", kind: .unresolvedReference)
      }
    }
    active.vocabularies = known
  }

  /// The dialect with some vocabularies, for a meta-schema that is described only by itself.
  private static func dialect(of vocabularies: [[UInt8]]) -> ActiveDialect? {
    let dialect = Dialect.allCases.first { dialect in
      vocabularies.contains { $0.starts(with: dialect.vocabularyPrefix.utf8) }
    }
    return dialect.map { ActiveDialect($0) }
  }

  /// The text of a meta-schema from the caller.
  private mutating func metaSchema(_ uri: ByteString, for place: Place) -> TextOutline? {
    guard let index = document(uri, for: place, ActiveDialect(options.dialect)) else { return nil }
    return documents[index].outline
  }
}

extension Dialect {
  /// The common start of the URIs of the dialect's vocabularies.
  fileprivate var vocabularyPrefix: String {
    "https://json-schema.org/draft/\(rawValue)/vocab/"
  }
}
