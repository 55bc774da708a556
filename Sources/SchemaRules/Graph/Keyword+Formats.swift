package import StringFormats

extension Dialect {
  /// The draft that defines the dialect's formats.
  package var formats: StringFormat.Draft {
    switch self {
    case .draft4: .draft4
    case .draft6: .draft6
    case .draft7: .draft7
    case .draft2019: .draft2019_09
    case .draft2020: .draft2020_12
    }
  }
}

extension Keyword {
  /// The format with the given name. Returns nil if there is none; an unknown format has no effect.
  package func format(named name: String, _ dialect: Dialect) -> StringFormat? {
    StringFormat(keyword: rawValue, name: name, draft: dialect.formats)
  }
}

extension SchemaGraph {
  /// The format that a keyword of a node asserts. Returns nil if it asserts none.
  package func assertedFormat(of use: KeywordUse, at node: NodeID) -> StringFormat? {
    guard case .format(let name, asserts: true) = use.parameter else { return nil }
    let format = use.keyword.format(named: name, dialect(of: node))
    // A media type describes the decoded content of the string.
    let isEncoded = nodes[node][.contentEncoding] == .format("base64", asserts: true)
    return format == .json && isEncoded ? .jsonInBase64 : format
  }
}
