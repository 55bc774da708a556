/// A test suite in JUnit's XML, which CI systems show.
///
/// https://github.com/testmoapp/junitxml
package struct JUnitSuite {
  /// A test case.
  package struct Case {
    package var name: String
    package var className: String
    /// The duration; nil if it is unknown.
    package var duration: Duration?
    package var outcome: Outcome

    package init(
      _ name: String, className: String, duration: Duration? = nil, _ outcome: Outcome
    ) {
      (self.name, self.className, self.duration, self.outcome) = (
        name, className, duration, outcome
      )
    }
  }

  /// The outcome of a case.
  package enum Outcome {
    /// The case passed, with an optional note.
    case passed(note: String?)
    case skipped(String)
    /// The case failed: a `failure`, or an `error` if there is no verdict.
    case wrong(element: String, type: String, message: String, text: String)
  }

  private let name: String
  private let cases: [Case]

  package init(_ name: String, _ cases: [Case]) {
    self.name = name
    self.cases = cases
  }

  /// The start of a report.
  package static func beginning(_ name: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"\(escaped(name))\">\n"
  }

  /// The end of a report.
  package static let end = "</testsuites>\n"

  /// The suite. Its texts must not have control characters other than line feeds, because XML cannot represent them.
  package var xml: String {
    var (failures, errors, skipped) = (0, 0, 0)
    for test in cases {
      switch test.outcome {
      case .passed: break
      case .skipped: skipped += 1
      case .wrong(let element, _, _, _):
        if element == "error" { errors += 1 } else { failures += 1 }
      }
    }
    var text = "<testsuite name=\"\(Self.escaped(name))\" tests=\"\(cases.count)\""
    text += " failures=\"\(failures)\" errors=\"\(errors)\""
    if skipped > 0 { text += " skipped=\"\(skipped)\"" }
    let durations = cases.compactMap(\.duration)
    if !durations.isEmpty { text += Self.time(durations.reduce(.zero, +)) }
    return text + ">" + cases.map(Self.xml).joined() + "</testsuite>\n"
  }

  private static func xml(_ test: Case) -> String {
    let text =
      "<testcase classname=\"\(escaped(test.className))\" name=\"\(escaped(test.name))\""
      + (test.duration.map(time) ?? "")
    switch test.outcome {
    case .passed(nil): return text + "/>"
    case .passed(let note?):
      return text + "><system-out>\(escaped(note))</system-out></testcase>"
    case .skipped(let reason):
      return text + "><skipped message=\"\(escaped(reason))\"/></testcase>"
    case .wrong(let element, let type, let message, let detail):
      return text + "><\(element) type=\"\(escaped(type))\" message=\"\(escaped(message))\">"
        + "\(escaped(detail))</\(element)></testcase>"
    }
  }

  private static func time(_ duration: Duration) -> String {
    let milliseconds = Int((duration / .milliseconds(1)).rounded())
    return " time=\"\(milliseconds / 1000).\(String(1000 + milliseconds % 1000).dropFirst())\""
  }

  /// The text for an attribute or between tags.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // XML does not allow noncharacters.
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
