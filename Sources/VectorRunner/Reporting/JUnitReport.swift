import Vectors

/// The report in JUnit's XML: a suite for each implementation and class, a case a vector.
public struct JUnitReport {
  private let report: RunReport

  /// The report of a run.
  public init(_ report: RunReport) {
    self.report = report
  }

  /// The text.
  public var text: String {
    var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
    let results = report.implementations.flatMap(\.results)
    text += "<testsuites name=\"conform vectors \(Markup.escaped(report.corpusVersion))\""
    text += Self.counts(results, remarks: report.implementations.map(Self.remarks).joined().count)
    text += ">\n"
    for implementation in report.implementations {
      let title = Markup.escaped(implementation.identity.title)
      for (name, results) in implementation.classes {
        text += "  <testsuite name=\"\(title): \(Markup.escaped(name))\""
        text += "\(Self.counts(results, remarks: 0))>\n"
        for result in results { text += Self.testCase(result, in: title) }
        text += "  </testsuite>\n"
      }
      let remarks = Self.remarks(implementation)
      if !remarks.isEmpty { text += Self.suite(of: remarks, title) }
    }
    return text + "</testsuites>\n"
  }

  private static func testCase(_ result: VectorResult, in title: String) -> String {
    let className = Markup.escaped(result.className.split(separator: "/").joined(separator: "."))
    var text = "    <testcase name=\"\(result.vector.id)\" classname=\"\(title).\(className)\""
    text += " time=\"\(seconds(result.duration))\""
    switch result.status {
    case .passed:
      guard let note = result.observation?.note else { return text + "/>\n" }
      return text + "><system-out>\(Markup.escaped(note))</system-out></testcase>\n"
    case .skipped(let reason):
      return text + "><skipped message=\"\(Markup.escaped(reason))\"/></testcase>\n"
    case .failed(let failure):
      text += ">\n      <failure type=\"\(failure.kind.rawValue)\""
      text += " message=\"\(failure.kind.words)\">"
      text += Markup.escaped(result.vector.why) + "\n"
      text += "expected \(Markup.escaped(failure.expected))\n"
      text += "got      \(Markup.escaped(failure.actual))"
      if let document = result.vector.shownDocument {
        text += "\n\(document.isText ? "document" : "base64  ") \(Markup.escaped(document.text))"
      }
      text += "</failure>\n"
      return text + "    </testcase>\n"
    }
  }

  /// What belongs to no vector is a suite of its own.
  private static func suite(of remarks: [String], _ title: String) -> String {
    let count = remarks.count
    var text = "  <testsuite name=\"\(title): run\" tests=\"\(count)\" failures=\"\(count)\""
    text += " skipped=\"0\" time=\"0\">\n"
    for (index, remark) in remarks.enumerated() {
      text += "    <testcase name=\"remark \(index + 1)\" classname=\"\(title).run\" time=\"0\">"
      text += "<failure message=\"\(Markup.escaped(remark))\"/></testcase>\n"
    }
    return text + "  </testsuite>\n"
  }

  private static func remarks(_ implementation: ImplementationReport) -> [String] {
    implementation.remarks + [implementation.startFailure?.detail].compactMap { $0 }
  }

  private static func counts(_ results: [VectorResult], remarks: Int) -> String {
    let failed = results.count { $0.failure != nil } + remarks
    let skipped = results.count { !$0.isPassed && $0.failure == nil }
    let duration = results.reduce(Duration.zero) { $0 + $1.duration }
    return " tests=\"\(results.count + remarks)\" failures=\"\(failed)\""
      + " skipped=\"\(skipped)\" time=\"\(seconds(duration))\""
  }

  private static func seconds(_ duration: Duration) -> String {
    let milliseconds = Int((duration.inSeconds * 1000).rounded())
    let digits = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }
}
