import StringFormats
import Testing

@Suite("Names of formats")
struct FormatNameTests {
  @Test(
    arguments: [
      ("date-time", .draft4, .dateTime),
      ("date", .draft6, nil),  // draft 3 had it, drafts 4 and 6 do not
      ("date", .draft7, .date),
      ("uri-reference", .draft4, nil), ("uri-reference", .draft6, .uriReference),
      ("regex", .draft6, nil), ("regex", .draft7, .regex),
      ("uuid", .draft7, nil), ("uuid", .draft2019_09, .uuid),
      ("hostname", .draft6, .hostnameWithoutIDNA), ("hostname", .draft7, .hostname),
      ("relative-json-pointer", .draft2019_09, .relativeJSONPointer),
      ("relative-json-pointer", .draft2020_12, .adjustableRelativeJSONPointer),
      ("Date", .draft2020_12, nil), ("", .draft2020_12, nil), ("int32", .draft2020_12, nil),
    ] as [(String, StringFormat.Draft, StringFormat?)])
  func formatOfDraft(_ name: String, _ draft: StringFormat.Draft, _ format: StringFormat?) {
    #expect(StringFormat(name: name, draft: draft) == format)
  }

  @Test("A name stays defined in later drafts, with one meaning in each")
  func namesStay() {
    for format in StringFormat.allCases where format.keyword == "format" {
      let meanings = StringFormat.Draft.allCases.map { StringFormat(name: format.name, draft: $0) }
      #expect(meanings.contains(format))
      #expect(meanings.drop { $0 == nil }.allSatisfy { $0?.name == format.name })
    }
  }

  @Test("Encodings and media types assert only in draft 7 and are not formats")
  func contents() {
    for draft in StringFormat.Draft.allCases {
      let isDraft7 = draft == .draft7
      #expect(
        StringFormat(keyword: "contentEncoding", name: "base64", draft: draft)
          == (isDraft7 ? .base64 : nil))
      #expect(
        StringFormat(keyword: "contentMediaType", name: "application/json", draft: draft)
          == (isDraft7 ? .json : nil))
      #expect(StringFormat(name: "base64", draft: draft) == nil)
    }
  }

  @Test("The numbers of drafts in the formats of 2020-12")
  func count() {
    let count = { (draft) in
      Set(StringFormat.allCases.map(\.name)).filter { StringFormat(name: $0, draft: draft) != nil }
        .count
    }
    #expect(StringFormat.Draft.allCases.map(count) == [6, 9, 17, 19, 19])
  }
}
