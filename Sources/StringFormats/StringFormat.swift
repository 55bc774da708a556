/// A format that JSON Schema defines for strings.
///
/// Every format follows its RFC to the letter. Where the RFC leaves a choice, the official JSON Schema Test Suite
/// decides, and the doc comment of the case records the result.
///
/// https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
package enum StringFormat: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  /// `full-date`: a day of the proleptic Gregorian calendar, including the year 0000.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3339#section-5.6
  case date
  /// `full-time`, with its offset. The second 60 is accepted only at 23:59 UTC. `Z` may be lowercase.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3339#section-5.6
  case time
  /// `date-time`. The second 60 is accepted on any day, because leap seconds cannot be predicted. `T`
  /// and `Z` may be lowercase; a space cannot replace the `T`.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3339#section-5.6
  case dateTime
  /// `duration`. Letters may be lowercase, as in any ABNF; no unit may be skipped between two others.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3339#appendix-A
  case duration
  /// `Mailbox`, in every draft, although drafts before 2020-12 name the wider `addr-spec` of RFC 5322.
  /// The lengths of section 4.5.3.1 are minimums for servers, so they are not checked. IPv6 is the only
  /// registered tag of an address literal; the addresses follow `ipv4` and `ipv6`.
  ///
  /// https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2
  case email
  /// `Mailbox`, extended to UTF-8. A domain that is not ASCII follows `idnHostname`, except that its
  /// labels need not be in NFC and only `.` separates them.
  ///
  /// https://www.rfc-editor.org/rfc/rfc6531#section-3.3
  case idnEmail
  /// A host name of RFC 1123 whose `xn--` labels are A-labels. Other labels may have hyphens in the third
  /// and fourth position. At most 253 octets, without a final dot.
  ///
  /// https://www.rfc-editor.org/rfc/rfc1123#section-2.1
  /// https://www.rfc-editor.org/rfc/rfc5891#section-4.4
  case hostname
  /// A host name of RFC 1123, as drafts 4 and 6 define `hostname`: they do not mention Punycode.
  ///
  /// https://www.rfc-editor.org/rfc/rfc1034#section-3.1
  case hostnameWithoutIDNA
  /// A host name of IDNA 2008: each label is a U-label, an A-label or an NR-LDH label, and all of them
  /// follow the Bidi rule if one is written from right to left. The three ideographic full stops
  /// separate labels, too. Lengths are those of the A-label form.
  ///
  /// https://www.rfc-editor.org/rfc/rfc5890#section-2.3.2.1
  /// https://www.rfc-editor.org/rfc/rfc5892
  /// https://www.rfc-editor.org/rfc/rfc5893#section-2
  case idnHostname
  /// Four decimal octets without leading zeros.
  ///
  /// https://www.rfc-editor.org/rfc/rfc2673#section-3.2
  case ipv4
  /// An IPv6 address without a zone. `::` may replace a single group.
  ///
  /// https://www.rfc-editor.org/rfc/rfc4291#section-2.2
  case ipv6
  /// `URI`. A host that resembles an IPv4 address but is not one is a registered name.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3986#section-3
  case uri
  /// `URI-reference`.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3986#section-4.1
  case uriReference
  /// `IRI`. The advice on bidirectional text is not checked.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3987#section-2.2
  case iri
  /// `IRI-reference`.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3987#section-2.2
  case iriReference
  /// `UUID`, of any version and variant, in either case of letters.
  ///
  /// https://www.rfc-editor.org/rfc/rfc4122#section-3
  case uuid
  /// `URI-Template`, with the apostrophe that erratum 6937 adds to literals. The operators reserved for
  /// extensions are accepted.
  ///
  /// https://www.rfc-editor.org/rfc/rfc6570#section-2
  case uriTemplate
  /// `json-pointer`, not as a URI fragment.
  ///
  /// https://www.rfc-editor.org/rfc/rfc6901#section-3
  case jsonPointer
  /// A Relative JSON Pointer as draft 7 and 2019-09 define it.
  ///
  /// https://datatracker.ietf.org/doc/html/draft-handrews-relative-json-pointer-01#section-3
  case relativeJSONPointer
  /// A Relative JSON Pointer as 2020-12 defines it: an index adjustment such as `+1` may follow the
  /// number. Its ABNF omits the adjustment before `#`, which its examples use; it is accepted.
  ///
  /// https://datatracker.ietf.org/doc/html/draft-bhutton-relative-json-pointer-00#section-3
  case adjustableRelativeJSONPointer
  /// A pattern of ECMA-262 with the `u` flag, whether or not the engine can match it. A pattern beyond
  /// the parser's length or nesting limit is accepted unless an error comes before the limit.
  ///
  /// https://tc39.es/ecma262/#sec-patterns
  case regex
  /// `base64` of draft 7's `contentEncoding`, with the stricter rules of RFC 4648: no line breaks, padding, and
  /// no other characters.
  ///
  /// https://www.rfc-editor.org/rfc/rfc4648#section-4
  case base64
  /// `application/json` of draft 7's `contentMediaType`, read as strictly as a document itself.
  ///
  /// https://www.rfc-editor.org/rfc/rfc8259
  case json
  /// JSON text encoded in base64.
  case jsonInBase64

  /// The version of JSON Schema that defines a format, in order of publication.
  package enum Draft: UInt8, CaseIterable, Comparable, BitwiseCopyable, Sendable {
    case draft4, draft6, draft7, draft2019_09, draft2020_12

    package static func < (first: Draft, second: Draft) -> Bool { first.rawValue < second.rawValue }
  }

  /// The format that `draft` defines for the value `name` of `keyword`. Returns nil if it defines none; such a name
  /// never asserts anything.
  package init?(keyword: String = "format", name: String, draft: Draft = .draft2020_12) {
    // Compare bytes, because canonically equivalent strings are different names.
    let format = Self.allCases.first {
      $0.keyword == keyword && $0.definition.drafts.contains(draft)
        && $0.name.utf8.elementsEqual(name.utf8)
    }
    guard let format else { return nil }
    self = format
  }

  /// The keyword whose value names the format.
  package var keyword: String {
    switch self {
    case .base64: "contentEncoding"
    case .json, .jsonInBase64: "contentMediaType"
    default: "format"
    }
  }

  /// The value of `format`, such as `date-time`. Two definitions of one format share their name.
  package var name: String { definition.name }

  private var definition: (name: String, drafts: ClosedRange<Draft>) {
    switch self {
    case .date: ("date", .draft7 ... .draft2020_12)
    case .time: ("time", .draft7 ... .draft2020_12)
    case .dateTime: ("date-time", .draft4 ... .draft2020_12)
    case .duration: ("duration", .draft2019_09 ... .draft2020_12)
    case .email: ("email", .draft4 ... .draft2020_12)
    case .idnEmail: ("idn-email", .draft7 ... .draft2020_12)
    case .hostname: ("hostname", .draft7 ... .draft2020_12)
    case .hostnameWithoutIDNA: ("hostname", .draft4 ... .draft6)
    case .idnHostname: ("idn-hostname", .draft7 ... .draft2020_12)
    case .ipv4: ("ipv4", .draft4 ... .draft2020_12)
    case .ipv6: ("ipv6", .draft4 ... .draft2020_12)
    case .uri: ("uri", .draft4 ... .draft2020_12)
    case .uriReference: ("uri-reference", .draft6 ... .draft2020_12)
    case .iri: ("iri", .draft7 ... .draft2020_12)
    case .iriReference: ("iri-reference", .draft7 ... .draft2020_12)
    case .uuid: ("uuid", .draft2019_09 ... .draft2020_12)
    case .uriTemplate: ("uri-template", .draft6 ... .draft2020_12)
    case .jsonPointer: ("json-pointer", .draft6 ... .draft2020_12)
    case .relativeJSONPointer: ("relative-json-pointer", .draft7 ... .draft2019_09)
    case .adjustableRelativeJSONPointer:
      ("relative-json-pointer", .draft2020_12 ... .draft2020_12)
    case .regex: ("regex", .draft7 ... .draft2020_12)
    case .base64: ("base64", .draft7 ... .draft7)
    case .json, .jsonInBase64: ("application/json", .draft7 ... .draft7)
    }
  }
}
