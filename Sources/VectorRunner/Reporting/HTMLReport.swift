import Vectors

/// The report as one page that needs nothing else: no script, no font, no other file.
public struct HTMLReport {
  private let report: RunReport

  /// The report of a run.
  public init(_ report: RunReport) {
    self.report = report
  }

  /// The page.
  public var text: String {
    let title = "conform vectors \(Markup.escaped(report.corpusVersion))"
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(HTMLStyle.text)
      </style>
      </head>
      <body>
      <header>
      <h1>Test vectors</h1>
      <p>Corpus \(Markup.escaped(report.corpusVersion)), \(counted(report.vectorCount, "vector")),
      run on <time datetime="\(report.date)">\(report.date)</time>.</p>
      </header>
      <main>

      """
    page += summary + matrix
    for (index, implementation) in report.implementations.enumerated() {
      page += HTMLSection(implementation, number: index + 1).text
    }
    return page + "</main>\n</body>\n</html>\n"
  }

  /// One line an implementation, which is the legend of the matrix too.
  private var summary: String {
    var text = "<section>\n<h2>Implementations</h2>\n<ol class=\"summary\">\n"
    for (index, implementation) in report.implementations.enumerated() {
      let identity = implementation.identity
      let state = implementation.isPassed ? "passed" : "failed"
      text += "<li><a href=\"#i\(index + 1)\">\(Markup.escaped(identity.title))</a> "
      text += "<span class=\"\(state)\">\(state)</span> "
      text += "<span class=\"quiet\">\(implementation.passed) right, "
      text += "\(implementation.failed) wrong, \(implementation.skipped) not judged</span></li>\n"
    }
    return text + "</ol>\n</section>\n"
  }

  /// A row a class, a column an implementation; each cell says how many answers are wrong.
  private var matrix: String {
    let byClass = report.implementations.map { implementation in
      Dictionary(grouping: implementation.results, by: \.className)
    }
    var text = "<section>\n<h2>Wrong answers by class</h2>\n<div class=\"scroll\">\n<table>\n"
    text += "<thead><tr><th scope=\"col\">Class</th>"
    for (index, implementation) in report.implementations.enumerated() {
      text += "<th scope=\"col\"><a href=\"#i\(index + 1)\""
      text += " title=\"\(Markup.escaped(implementation.identity.title))\">\(index + 1)</a></th>"
    }
    text += "</tr></thead>\n<tbody>\n"
    for name in Set(byClass.flatMap(\.keys)).sorted() {
      text += "<tr><th scope=\"row\">\(Markup.escaped(name))</th>"
      for (index, classes) in byClass.enumerated() {
        text += Self.cell(classes[name] ?? [], link: HTMLSection.anchor(index + 1, name))
      }
      text += "</tr>\n"
    }
    text += "</tbody>\n<tfoot><tr><th scope=\"row\">All</th>"
    for (index, implementation) in report.implementations.enumerated() {
      text += Self.cell(implementation.results, link: "i\(index + 1)")
    }
    text += "</tr></tfoot>\n</table>\n</div>\n"
    return text + "<p class=\"quiet\">✓ all right, – not judged</p>\n</section>\n"
  }

  private static func cell(_ results: [VectorResult], link: String) -> String {
    let passed = results.count { $0.isPassed }
    let failed = results.count { $0.failure != nil }
    let judged = passed + failed
    guard judged > 0 else { return "<td class=\"none\">–</td>" }
    let title = "\(passed) of \(judged) right"
    guard failed > 0 else { return "<td class=\"good\" title=\"\(title)\">✓</td>" }
    let grade = failed * 20 <= judged ? "fair" : "poor"
    return "<td class=\"\(grade)\" title=\"\(title)\"><a href=\"#\(link)\">\(failed)</a></td>"
  }
}
