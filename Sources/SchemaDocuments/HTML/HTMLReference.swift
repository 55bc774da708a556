import APIOperations
import JSONText
import SchemaRules

/// The reference of an operation as one page of HTML that needs nothing beside it.
///
/// It is readable without its script, which only adds the search.
public struct HTMLReference {
  let reference: OperationReference
  var operation: APIOperation { reference.operation }

  /// A renderer of a reference.
  public init(_ reference: OperationReference) {
    self.reference = reference
  }

  /// The page.
  public var text: String {
    """
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
    \(header)
    <div class="columns">
    \(navigation)
    <main id="main">
    \(overview)
    \(bodies)
    \(otherAnswers)
    \(examples)
    \(decisions)
    \(losses)
    </main>
    </div>
    \(footer)
    <script>
    \(Self.script)
    </script>
    </body>
    </html>

    """
  }

  // MARK: Around the content

  private var header: String {
    """
    <header>
    <h1>\(HTMLText.escaped(operation.title))</h1>
    <p>\(HTMLText.escaped(operation.summary))</p>
    <p class="route"><span class="method">\(HTMLText.escaped(operation.method))</span> \
    \(HTMLText.code(operation.path))</p>
    <form role="search" id="search" hidden>
    <label for="query">Find a field or rule</label>
    <input id="query" type="search" autocomplete="off" spellcheck="false" \
    aria-describedby="found" placeholder="name, credentials, pattern …">
    <output id="found" for="query" aria-live="polite"></output>
    </form>
    </header>
    """
  }

  private var navigation: String {
    var text = "<nav aria-label=\"Contents\">\n<details open>\n<summary>Contents</summary>\n<ul>\n"
    text += "<li><a href=\"#operation\">The operation</a></li>\n"
    for body in reference.bodies {
      text += "<li><a href=\"#\(Anchor.body(body))\">"
      text += "\(HTMLText.escaped(body.schema.title))</a>\n<ul>\n"
      for field in body.fields where field.pointer != .root {
        text += "<li style=\"--depth:\(field.depth - 1)\">"
        text += "<a href=\"#\(Anchor.field(field))\">\(HTMLText.code(field.name))</a>"
        if field.isRequired == true {
          text += "<span class=\"star\" title=\"required\" aria-label=\"required\">*</span>"
        }
        text += "</li>\n"
      }
      text += "</ul></li>\n"
    }
    if operation.failures != nil { text += "<li><a href=\"#answers\">Other answers</a></li>\n" }
    text += "<li><a href=\"#examples\">Examples</a></li>\n"
    if !operation.decisions.isEmpty {
      text += "<li><a href=\"#decisions\">Decisions</a></li>\n"
    }
    text += "<li><a href=\"#exports\">Exports and their losses</a></li>\n"
    return text + "</ul>\n</details>\n</nav>"
  }

  private var footer: String {
    let source = operation.source
    let hash =
      source.sha256.map {
        ", SHA-256 <code class=\"hash\">\(HTMLText.escaped($0))</code>"
      } ?? ""
    return """
      <footer>
      <p>Rendered from the declared rules. The source is the page \
      “\(HTMLText.escaped(source.title))”, \(HTMLText.escaped(source.edition))\(hash).</p>
      </footer>
      """
  }
}

extension Anchor {
  /// The anchor of a body's section.
  static func body(_ body: BodyReference) -> String { "body:" + encoded(body.schema.id) }
}
