package import JSONText

/// The documents of a YAML text, one after another, as JSON texts.
///
/// A mapping becomes an object whose names are the texts of the scalar keys. A plain scalar has its meaning in YAML's
/// core schema, and an alias becomes the value that its anchor names. Anything that JSON cannot represent is malformed.
/// `docs/yaml.md` lists the decisions.
///
/// https://yaml.org/spec/1.2.2/
package struct YAMLStream {
  /// The result of reading one document.
  package enum Document: Sendable {
    /// JSON text, which may have duplicate member names, with the positions of its values.
    case json([UInt8], SourceMap)
    /// Malformed YAML, or a value that JSON cannot represent, at a byte offset of the YAML text.
    case malformed(JSONFault)
    /// A limit was exceeded at a byte offset of the YAML text.
    case limitExceeded(JSONLimits.Limit, bound: Int, offset: Int)
  }

  private let source: [UInt8]
  private let limits: JSONLimits
  private let events: YAMLEvents?
  private var isAtEnd = false
  private var hasDocuments = false

  /// The maximum length of a document with its aliases resolved, as a multiple of the text's length; one mebibyte is
  /// always allowed.
  package static let maximumExpansion = 16

  /// Creates a stream of the documents in a text, which may begin with a byte order mark.
  package init(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) {
    source = bytes
    self.limits = limits
    events = YAMLEvents(bytes)
  }

  /// The next document; nil at the end and after a document that is malformed or exceeded a limit. A text without a
  /// document is malformed.
  package mutating func next() -> Document? {
    guard !isAtEnd else { return nil }
    guard source.count <= limits.documentBytes, let events else {
      isAtEnd = true
      return .limitExceeded(.documentBytes, bound: limits.documentBytes, offset: 0)
    }
    do throws(YAMLObstacle) {
      while true {
        let event = try events.next()
        switch event.kind {
        case .streamEnd:
          isAtEnd = true
          return hasDocuments ? nil : .malformed(JSONFault(.emptyDocument, at: 0))
        case .documentStart:
          hasDocuments = true
          let most = min(limits.documentBytes, source.count * Self.maximumExpansion + 1 << 20)
          var translation = YAMLTranslation(maximumBytes: most)
          while try translation.add(try events.next()) {}
          return .json(translation.json, SourceMap(source, translation.entries))
        default: continue
        }
      }
    } catch {
      isAtEnd = true
      switch error {
      case .fault(let fault): return .malformed(fault)
      case .limit(let limit, let bound, let offset):
        return .limitExceeded(limit, bound: bound ?? limits[limit], offset: offset)
      }
    }
  }
}
