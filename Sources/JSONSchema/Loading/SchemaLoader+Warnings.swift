import ECMARegex
import JSONText
import SchemaRules
import StringFormats

extension SchemaLoader {
  /// Warns about a member that has no meaning in the dialect.
  mutating func warnAboutUnknown(_ member: Int, _ active: ActiveDialect, _ place: Place) {
    guard wantsWarnings(about: place.document) else { return }
    let outline = documents[place.document].outline
    let name = outline.name(of: member)
    // The prefix for extensions, and the keywords that editors read.
    guard !name.starts(with: "x-".utf8),
      !Self.editorKeywords.contains(where: { $0.utf8.elementsEqual(name) })
    else { return }
    var message = "unknown keyword; it has no effect"
    let known = SchemaWord.named(name[...]).flatMap {
      $0.isOnlyInOpenAPI && active.openAPI == nil ? nil : $0
    }
    if active.openAPI == .v30, known != nil {
      message = "the keyword has no meaning in OpenAPI 3.0"
    } else if name.elementsEqual("nullable".utf8), active.openAPI == .v31 {
      message = "the keyword has no meaning in OpenAPI 3.1; add `null` to `type`"
    } else if let known, !known.dialects.contains(active.dialect) {
      message =
        "the keyword has no meaning in draft \(active.dialect.rawValue), only in \(known.drafts)"
    } else if known != nil {
      message = "the keyword has no meaning, because the meta-schema does not list its vocabulary"
    } else if let meant = Suggestion.closest(
      to: name, among: SchemaWord.all.lazy.filter { active.knows($0) }.map(\.name))
    {
      message += "; did you mean `\(meant)`?"
    }
    warn(
      message, at: Place(document: place.document, value: member),
      keyword: String(decoding: name, as: UTF8.self), kind: .unknownKeyword)
  }

  /// Keywords that editors read in many published schemas. They are not mistakes.
  private static let editorKeywords = [
    "allowComments", "allowTrailingCommas", "defaultSnippets", "deprecationMessage", "doNotSuggest",
    "enumDescriptions", "errorMessage", "markdownDescription", "markdownEnumDescriptions",
    "patternErrorMessage", "suggestSortText",
  ]

  /// Warns about members next to `$ref` in dialects that ignore them.
  mutating func warnAboutSiblings(_ members: [(member: Int, word: SchemaWord?)], _ place: Place) {
    for (member, word) in members where wantsWarnings(about: place.document) {
      guard let word, let keyword = word.constraint, keyword != Keyword.ref.rawValue else {
        continue
      }
      warn(
        word.isOnlyInOpenAPI
          ? "ignored next to `$ref`; put both into an `anyOf`: the reference, and a schema that allows only `null`"
          : "ignored next to `$ref`; before draft 2019-09, put `$ref` into an `allOf` to apply both",
        at: Place(document: place.document, value: member), keyword: keyword, kind: .ignoredKeyword)
    }
  }

  /// Warns about a discriminator that names a missing schema of the text.
  mutating func warnAboutMapping(_ members: [(member: Int, word: SchemaWord?)], _ place: Place) {
    let outline = documents[place.document].outline
    guard
      let discriminator = members.first(where: { outline.hasName($0.member, Self.discriminator) }),
      let mapping = outline.member("mapping", of: discriminator.member)
    else { return }
    var index = MemberIndex()
    for entry in outline.children(of: mapping) where wantsWarnings(about: place.document) {
      guard let reference = outline.string(entry), reference.utf8.first == UInt8(ascii: "#"),
        let pointer = JSONPointer(uriFragment: reference)
      else { continue }
      guard outline.value(at: pointer, from: 0, &index) == nil else { continue }
      warn(
        "`mapping` refers to \(reference), which does not exist",
        at: Place(document: place.document, value: entry), keyword: "discriminator",
        kind: .ignoredKeyword)
    }
  }

  private static let discriminator = Array("discriminator".utf8)

  /// Warns about `nullable: true` in a schema that does not allow `null`.
  mutating func warnAboutNullable(
    _ members: [(member: Int, word: SchemaWord?)], _ uses: [(rank: Int, use: KeywordUse)],
    _ place: Place
  ) {
    let outline = documents[place.document].outline
    guard let member = members.first(where: { $0.word?.constraint == "nullable" })?.member,
      outline.boolean(member) == true, wantsWarnings(about: place.document)
    else { return }
    var message: String?
    if !uses.contains(where: { $0.use.keyword == .type }) {
      message = "has no effect without `type` in the same schema"
    }
    for (_, use) in uses where use.keyword == .enum {
      guard case .values(let values) = use.parameter, !values.contains(.null) else { continue }
      message = "has no effect, because `enum` does not list `null`"
    }
    guard let message else { return }
    warn(
      message, at: Place(document: place.document, value: member), keyword: "nullable",
      kind: .ignoredKeyword)
  }

  /// Warns about a format that is not checked.
  mutating func checkFormat(_ member: Int, _ active: ActiveDialect, _ place: Place) {
    let dialect = active.dialect
    guard wantsWarnings(about: place.document),
      let name = documents[place.document].outline.string(member),
      !Self.otherFormats.contains(where: { $0.utf8.elementsEqual(name.utf8) }),
      StringFormat(name: name, draft: dialect.formats) == nil
    else { return }
    let isKnown = StringFormat.Draft.allCases.contains {
      StringFormat(name: name, draft: $0) != nil
    }
    // In OpenAPI 3.0, formats are open-ended hints. That a known one is not asserted matters only if others are.
    if isKnown, active.openAPI == .v30, !options.assertsFormat { return }
    var message = "unknown format; it is not checked"
    if isKnown {
      message = "the format is not one of draft \(dialect.rawValue); it is not checked"
    } else if let meant = Suggestion.closest(
      to: Array(name.utf8),
      among: StringFormat.allCases.lazy.filter {
        StringFormat(name: $0.name, draft: dialect.formats) == $0
      }
      .map { Array($0.name.utf8) })
    {
      message += "; did you mean `\(meant)`?"
    }
    warn(
      message, at: Place(document: place.document, value: member), keyword: "format",
      kind: .unknownFormat)
  }

  /// Formats that OpenAPI defines for people and generators. They are not mistakes.
  private static let otherFormats = [
    "int32", "int64", "float", "double", "byte", "binary", "password",
  ]

  /// Reports a pattern that cannot be matched, and the warnings about other patterns. `member` is the pattern, or its
  /// name is the pattern.
  mutating func checkPattern(of member: Int, _ keyword: Keyword, _ place: Place) {
    let outline = documents[place.document].outline
    let isName = keyword == .patternProperties
    guard let source = isName ? outline.nameText(of: member) : outline.string(member),
      patterns.insert(ByteString(source)).inserted
    else { return }
    let place = Place(document: place.document, value: member)
    do throws(PatternError) {
      let advice: [PatternWarning]
      do throws(PatternError) {
        advice = try Pattern.check(source)
      } catch {
        // Many published patterns are written for engines without the `u` flag.
        guard error.kind == .syntax, let others = try? Pattern.check(source, grammar: .annexB)
        else {
          throw error
        }
        advice = others
      }
      for warning in advice where wantsWarnings(about: place.document) {
        warn(warning.message, at: place, keyword: keyword.rawValue, kind: .slowPattern)
      }
    } catch {
      report(
        "not a pattern that conform can match: \(error.message) (code point \(error.offset))",
        at: place, keyword: keyword.rawValue, kind: .unusablePattern, isAboutName: isName)
    }
  }
}
