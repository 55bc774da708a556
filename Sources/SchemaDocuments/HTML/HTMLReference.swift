import APIOperations
import SchemaRules

/// Renders a reference as one self-contained page of HTML.
///
/// The page is readable without its script, which adds the search and the copy buttons.
public struct HTMLReference {
  private let reference: Reference

  /// Creates a renderer of a reference.
  public init(_ reference: Reference) {
    self.reference = reference
  }

  /// The page.
  public var text: String {
    let sections = ReferenceContent(reference: reference, standsAlone: true).sections
    let contents = sections.map { section in
      guard case .section(let anchor, let title, _) = section else { return "" }
      return "<li><a href=\"#\(anchor)\">\(HTMLText.escaped(title))</a></li>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(HTMLText.escaped(reference.title)): reference</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      <header>
      <div>
      <h1>\(HTMLText.escaped(reference.title))</h1>
      \(summary)</div>
      <form role="search" id="search" hidden>
      <label for="query">Find a field or rule</label>
      <input id="query" type="search" autocomplete="off" spellcheck="false" \
      aria-describedby="found" placeholder="\(HTMLText.escaped(hint))">
      <output id="found" for="query" aria-live="polite"></output>
      </form>
      </header>
      <nav aria-label="Contents"><ul>\(contents.joined())</ul></nav>
      <main id="main">
      \(HTMLWriter().text(sections))</main>
      <footer><p>\(HTMLText.escaped(reference.origin))</p></footer>
      <script>
      \(Self.script)
      </script>
      </body>
      </html>

      """
  }

  /// The purpose of the page, with the route of an operation.
  private var summary: String {
    let paragraphs = Phrase.paragraphs(reference.summary).map {
      "<p>\(HTMLWriter().inline($0))</p>\n"
    }
    let route = reference.operation.map {
      "<p><span class=\"method\">\(HTMLText.escaped($0.method))</span> \(HTMLText.code($0.path))</p>\n"
    }
    return paragraphs.joined() + (route ?? "")
  }

  /// Words to search for: the names of two fields, and a keyword.
  private var hint: String {
    let names = reference.fields.filter { $0.keyword == .properties }.prefix(2).map(\.name)
    let keyword = reference.rules.contains { $0.pattern != nil } ? "pattern" : "required"
    return (names + [keyword]).joined(separator: ", ") + " …"
  }
}
