import APIOperations

/// The reference of an operation as one page of HTML that needs no other file.
///
/// It is readable without its script, which adds the search and the copy buttons.
public struct HTMLReference {
  private let reference: OperationReference

  /// A renderer of a reference.
  public init(_ reference: OperationReference) {
    self.reference = reference
  }

  /// The page.
  public var text: String {
    let operation = reference.operation
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
      <title>\(HTMLText.escaped(operation.title)): reference</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      <header>
      <div>
      <h1>\(HTMLText.escaped(operation.title))</h1>
      <p>\(HTMLText.escaped(operation.summary))</p>
      <p><span class="method">\(HTMLText.escaped(operation.method))</span> \
      \(HTMLText.code(operation.path))</p>
      </div>
      <form role="search" id="search" hidden>
      <label for="query">Find a field or rule</label>
      <input id="query" type="search" autocomplete="off" spellcheck="false" \
      aria-describedby="found" placeholder="name, credentials, pattern …">
      <output id="found" for="query" aria-live="polite"></output>
      </form>
      </header>
      <nav aria-label="Contents"><ul>\(contents.joined())</ul></nav>
      <main id="main">
      \(HTMLWriter().text(sections))</main>
      <footer><p>Generated from the declared rules of API version \
      \(HTMLText.escaped(operation.source.apiVersion)).</p></footer>
      <script>
      \(Self.script)
      </script>
      </body>
      </html>

      """
  }
}
