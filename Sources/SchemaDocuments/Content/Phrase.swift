/// Text with marked parts, which each format marks and escapes in its own way.
struct Phrase: ExpressibleByStringInterpolation, Hashable {
  enum Span: Hashable {
    case text(String)
    case code(String)
    case strong(String)
    /// Less important text, such as a field's type next to its name.
    case muted(String)
    /// A word with a fixed meaning, such as `required` or `chosen`.
    case badge(String)
    /// A place on the documentation page.
    case place(String)
    /// A link to an anchor, which starts with `#`, or to a file.
    case link(String, isCode: Bool, to: String)
  }

  var spans: [Span]

  init(_ spans: [Span]) { self.spans = spans }
  init(stringLiteral text: String) { self.init([.text(text)]) }
  init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.spans) }

  /// Prose in which backticks mark code, `[text](https://…)` is a link, and words such as `docs/json.md` name
  /// documents. Line ends and `<br>` are spaces, and `**` has no effect.
  init(prose: String) {
    spans = []
    var text = ""
    func flush() { if !text.isEmpty { spans.append(.text(text)) }; text = "" }
    var rest = prose[...]
    while let character = rest.first {
      if let (span, end) = Self.markup(rest) {
        flush()
        spans.append(span)
        rest = rest[end...]
      } else if rest.hasPrefix("**") {
        rest = rest.dropFirst(2)
      } else if let tag = rest.prefixMatch(of: /<br ?\/?>/) {
        text.append(" ")
        rest = rest[tag.range.upperBound...]
      } else {
        text.append(character.isNewline ? " " : character)
        rest = rest.dropFirst()
      }
    }
    flush()
  }

  /// The span at the start of a text and its end; nil if the text starts with plain words.
  private static func markup(_ text: Substring) -> (Span, Substring.Index)? {
    let inner = text.dropFirst()
    switch text.first {
    case "`":
      guard let end = inner.firstIndex(of: "`"), end > inner.startIndex else { return nil }
      return (.code(String(inner[..<end])), text.index(after: end))
    case "[":
      guard let middle = inner.firstRange(of: "]("), !inner[..<middle.lowerBound].contains("["),
        let end = inner[middle.upperBound...].firstIndex(where: { $0 == ")" || $0.isWhitespace }),
        inner[end] == ")"
      else { return nil }
      let (name, target) = (
        String(inner[..<middle.lowerBound]), String(inner[middle.upperBound..<end])
      )
      // Relative links of the source document lead nowhere here.
      let isPage = target.hasPrefix("https://") || target.hasPrefix("http://")
      return (
        isPage ? .link(name, isCode: false, to: target) : .text(name), text.index(after: end)
      )
    case "d" where text.hasPrefix("docs/"):
      let name = text.dropFirst(5).prefix { $0.isASCII && ($0.isLetter || "-.".contains($0)) }
      guard let end = name.firstRange(of: ".md")?.upperBound else { return nil }
      let file = String(name[..<end])
      return (.link(file, isCode: false, to: file), end)
    default: return nil
    }
  }

  /// The paragraphs of CommonMark prose. A heading becomes a strong paragraph, each item of a list a paragraph, and a
  /// thematic break is omitted. Markup other than the above is shown literally.
  static func paragraphs(_ prose: String) -> [Phrase] {
    var paragraphs: [Phrase] = []
    var lines: [Substring] = []
    func flush() {
      if !lines.isEmpty { paragraphs.append(Phrase(prose: lines.joined(separator: "\n"))) }
      lines = []
    }
    for line in prose.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let text = line.drop(while: \.isWhitespace)
      if text.isEmpty || text.wholeMatch(of: /(-{3,}|\*{3,}|={3,}) */) != nil {
        flush()
      } else if let heading = text.wholeMatch(of: /#{1,6} +(.*?) *#*/) {
        flush()
        paragraphs.append(Phrase([.strong(String(heading.output.1))]))
      } else {
        if text.prefixMatch(of: #/([-*+]|[0-9]+[.)]) /#) != nil { flush() }
        lines.append(text)
      }
    }
    flush()
    return paragraphs
  }

  /// Whether there is nothing to show.
  var isEmpty: Bool { spans.allSatisfy { $0 == .text("") } }

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
