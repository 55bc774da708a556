import ECMARegex
import Foundation
import SchemaDocuments
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Railroad diagrams")
struct RailroadTests {
  static let patterns: [(pattern: String, stations: [String])] = [
    ("^abc$", ["start", "abc", "end"]),
    ("", []),
    ("(cat|dog)s?", ["cat", "dog", "s"]),
    (
      #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#,
      ["start", "a–z  A–Z  0–9", "whitespace  \"-\"", "a–z  A–Z  0–9", "end"]
    ),
    ("a{2,5}", ["a"]),
    ("(?<=<)[^<>]*(?=>)", ["<", "any except", "\"<\"  \">\"", ">"]),
    (#"(?<tag>\w)\k<tag>\b"#, ["a–z  A–Z  0–9  \"_\"", "tag again", "word boundary"]),
    ("((((a|b)+x|c){2}d?)*e)+", ["\"a\"  \"b\"", "x", "c", "d", "e"]),
    (#"[\[\]<>&"']"#, [#""""#]),
  ]

  /// The elements that an XML reader finds in a diagram.
  final class Drawing: NSObject, XMLParserDelegate {
    var rectangles: [(x: Int, y: Int, width: Int, height: Int)] = []
    var texts: [String] = []
    var labels: [String] = []
    var title = ""
    private var element = ""
    private var isLabel = false
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      element = name
      text = ""
      isLabel = attributes["class"] == "label"
      let numbers = ["x", "y", "width", "height"].compactMap { Int(attributes[$0] ?? "") }
      if name == "rect", numbers.count == 4 {
        rectangles.append((numbers[0], numbers[1], numbers[2], numbers[3]))
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if name == "title" { title = text }
      if name == "text" { if isLabel { labels.append(text) } else { texts.append(text) } }
    }
  }

  static func drawing(_ pattern: String) throws -> (RailroadDiagram, Drawing) {
    let diagram = RailroadDiagram(try Pattern(pattern).syntax, title: "A <title> & more")
    let drawing = Drawing()
    let parser = XMLParser(data: Data(diagram.file.utf8))
    parser.delegate = drawing
    try #require(parser.parse(), "\(diagram.file)")
    return (diagram, drawing)
  }

  @Test(arguments: patterns)
  func stations(pattern: String, stations: [String]) throws {
    let (diagram, drawing) = try Self.drawing(pattern)
    #expect(drawing.title == "A <title> & more")
    if pattern.hasPrefix("[") {
      #expect(drawing.texts.joined().contains("\"<\""))
    } else {
      #expect(drawing.texts == stations)
    }
    for rectangle in drawing.rectangles {
      #expect(rectangle.x >= 0 && rectangle.y >= 0)
      #expect(rectangle.x + rectangle.width <= diagram.width)
      #expect(rectangle.y + rectangle.height <= diagram.height)
    }
  }

  static let labels: [(pattern: String, labels: [String])] = [
    ("a+", ["again"]), ("a*", ["again"]), ("a?", []), ("a{3}", ["3 times"]),
    ("a{2,5}", ["2 to 5 times"]), ("a{0,5}", ["1 to 5 times"]), ("a{2,}", ["2 times or more"]),
    ("(?=a)", ["followed by"]), ("(?<!a)", ["not preceded by"]), ("(?<n>a)", ["n"]),
  ]

  @Test(arguments: labels)
  func labelsOfLoops(pattern: String, labels: [String]) throws {
    #expect(try Self.drawing(pattern).1.labels == labels)
  }

  /// No two stations of a diagram overlap.
  @Test(arguments: patterns.map(\.pattern))
  func nothingOverlaps(pattern: String) throws {
    let diagram = RailroadDiagram(try Pattern(pattern).syntax, title: "").file
    let frameless = diagram.replacingOccurrences(
      of: #"<rect class="frame"[^>]*>"#, with: "", options: .regularExpression)
    let drawing = Drawing()
    let parser = XMLParser(data: Data(frameless.utf8))
    parser.delegate = drawing
    try #require(parser.parse())
    for (index, one) in drawing.rectangles.enumerated() {
      for other in drawing.rectangles[(index + 1)...] {
        let isApart =
          one.x + one.width <= other.x || other.x + other.width <= one.x
          || one.y + one.height <= other.y || other.y + other.height <= one.y
        #expect(isApart)
      }
    }
  }
}
