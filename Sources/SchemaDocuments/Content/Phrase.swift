/// Text with marked parts, which each format marks and escapes in its own way.
struct Phrase: ExpressibleByStringInterpolation, Hashable {
  enum Span: Hashable {
    case text(String)
    case code(String)
    case strong(String)
    /// Text that may be read last, such as a field's type beside its name.
    case muted(String)
    /// A word with a fixed meaning, such as `required` or `chosen`.
    case badge(String)
    /// Where the documentation page says something.
    case place(String)
    /// A link to an anchor, which starts with `#`, or to a file.
    case link(String, isCode: Bool, to: String)
  }

  var spans: [Span]

  init(_ spans: [Span]) { self.spans = spans }
  init(stringLiteral text: String) { self.init([.text(text)]) }
  init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.spans) }

  /// Prose in which backticks mark code and words such as `docs/json.md` name documents.
  init(prose: String) {
    spans = []
    for (index, part) in prose.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    where !part.isEmpty {
      if index.isMultiple(of: 2) { add(text: part) } else { spans.append(.code(String(part))) }
    }
  }

  private mutating func add(text: Substring) {
    var rest = text
    while let start = rest.firstRange(of: "docs/"), let end = rest.firstRange(of: ".md"),
      start.upperBound < end.lowerBound
    {
      spans.append(.text(String(rest[..<start.lowerBound])))
      let name = String(rest[start.upperBound..<end.upperBound])
      spans.append(.link(name, isCode: false, to: name))
      rest = rest[end.upperBound...]
    }
    spans.append(.text(String(rest)))
  }

  /// Phrases with text between them.
  static func joined(_ phrases: [Phrase], by separator: String) -> Phrase {
    Phrase(Array(phrases.map(\.spans).joined(separator: [.text(separator)])))
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var spans: [Span] = []
    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ text: String) { if !text.isEmpty { spans.append(.text(text)) } }
    mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    mutating func appendInterpolation(_ count: Int) { appendLiteral(String(count)) }
    mutating func appendInterpolation(_ phrase: Phrase) { spans += phrase.spans }
    mutating func appendInterpolation(_ span: Span) { spans.append(span) }
    mutating func appendInterpolation(code text: String) { spans.append(.code(text)) }
    mutating func appendInterpolation(strong text: String) { spans.append(.strong(text)) }
    mutating func appendInterpolation(badge text: String) { spans.append(.badge(text)) }
    mutating func appendInterpolation(place text: String?) {
      if let text { spans += [.text(" "), .place(text)] }
    }
  }
}
