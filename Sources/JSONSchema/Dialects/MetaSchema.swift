/// The meta-schemas of the drafts, which every schema may refer to.
enum MetaSchema {
  private static let textsByURI: [[UInt8]: StaticString] = {
    var texts: [[UInt8]: StaticString] = [:]
    for (uri, text) in Self.texts { texts[Array(uri.utf8)] = text }
    return texts
  }()

  /// The text of the bundled meta-schema, or of a vocabulary of one, with a URI.
  static func text(_ uri: [UInt8]) -> [UInt8]? {
    textsByURI[uri].map { Array($0.description.utf8) }
  }
}
