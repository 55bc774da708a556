public import ECMARegex

/// A pattern as a railroad diagram in SVG, drawn from its syntax tree.
///
/// A text matches the pattern if it traces a path from the left end to the right end.
public struct RailroadDiagram: Sendable {
  /// The width in pixels.
  public let width: Int
  /// The height in pixels.
  public let height: Int
  private let elements: String
  let title: String

  /// Draws a pattern. Screen readers read the title.
  public init(_ syntax: PatternSyntax, title: String) {
    let track = RailroadTrack(syntax.root)
    let size = track.size
    let margin = 8
    let end = 18
    width = size.width + 2 * (margin + end)
    height = size.above + size.below + 2 * margin
    let y = margin + size.above
    var pen = RailroadPen()
    pen.draw(track, x: margin + end, y: y, width: size.width)
    self.title = title
    let right = width - margin
    elements =
      pen.elements
      + #"<path class="end" d="M\#(margin) \#(y - 6)v12M\#(margin) \#(y)h\#(end)"#
      + #"M\#(right) \#(y - 6)v12M\#(right) \#(y)h-\#(end)"/>"#
  }

  /// The diagram as an element of a page that styles it.
  public var element: String { svg(attributes: #" class="railroad""#, style: "") }

  /// The diagram as a separate file, with colors for light and dark mode.
  public var file: String {
    svg(attributes: #" xmlns="http://www.w3.org/2000/svg""#, style: "<style>\(Self.style)</style>")
      + "\n"
  }

  private func svg(attributes: String, style: String) -> String {
    #"<svg\#(attributes) role="img" width="\#(width)" height="\#(height)" "#
      + #"viewBox="0 0 \#(width) \#(height)"><title>\#(HTMLText.escaped(title))</title>"#
      + "\(style)\(elements)</svg>"
  }

  private static let style = """
    path,rect{fill:none;stroke:#57606a;stroke-width:1.5}.arrow{fill:#57606a}\
    .literal{fill:#dafbe1}.set{fill:#ddf4ff}.anchor{fill:#fff8c5}.frame{stroke-dasharray:4 3}\
    text{font:13px ui-monospace,Menlo,Consolas,monospace;text-anchor:middle;fill:#1f2328;\
    white-space:pre}\
    .label{font-size:12px;fill:#57606a}\
    @media(prefers-color-scheme:dark){path,rect{stroke:#9198a1}.arrow{fill:#9198a1}\
    .literal{fill:#12361f}.set{fill:#0c2d4a}.anchor{fill:#3a2f05}text{fill:#f0f6fc}\
    .label{fill:#9198a1}}
    """
}
