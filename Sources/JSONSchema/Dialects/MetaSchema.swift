/// The meta-schemas of the drafts, which every schema may refer to.
enum MetaSchema {
  private static let textsByURI: [ByteString: StaticString] = {
    var texts: [ByteString: StaticString] = [:]
    for (uri, text) in Self.texts { texts[ByteString(uri)] = text }
    return texts
  }()

  /// The text of the bundled meta-schema or vocabulary with the given URI; nil if there is none.
  static func text(_ uri: ByteString) -> [UInt8]? {
    textsByURI[uri].map { Array($0.description.utf8) }
  }
}
