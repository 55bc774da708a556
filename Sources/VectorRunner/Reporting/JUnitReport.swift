import TestReports
import Vectors

/// The report in JUnit's XML: one suite per implementation and class, one case per vector.
struct JUnitReport {
  let text: String

  init(_ report: RunReport) {
    var text = JUnitSuite.beginning(Printable.escaped("conform vectors \(report.corpusVersion)"))
    for implementation in report.implementations {
      let title = Printable.escaped(implementation.identity.title)
      for (name, results) in implementation.classes {
        let name = Printable.escaped(name)
        let className = "\(title).\(name.replacing("/", with: "."))"
        text += JUnitSuite("\(title): \(name)", results.map { Self.test($0, className) }).xml
      }
      // Remarks that belong to no vector are a separate suite.
      let remarks = implementation.allRemarks.enumerated().map { index, remark in
        JUnitSuite.Case(
          "remark \(index + 1)", className: "\(title).run",
          .wrong(element: "failure", type: "remark", message: Printable.escaped(remark), text: ""))
      }
      if !remarks.isEmpty { text += JUnitSuite("\(title): run", remarks).xml }
    }
    self.text = text + JUnitSuite.end
  }

  private static func test(_ result: VectorResult, _ className: String) -> JUnitSuite.Case {
    JUnitSuite.Case(
      result.vector.id, className: className, duration: result.duration, outcome(of: result))
  }

  private static func outcome(of result: VectorResult) -> JUnitSuite.Outcome {
    switch result.status {
    case .passed: return .passed(note: result.observation?.note.map(Printable.escaped))
    case .skipped(let reason): return .skipped(Printable.escaped(reason))
    case .failed(let failure):
      var lines = [
        result.vector.why, "expected \(result.expected)", "got      \(failure.detail)",
      ]
      if let document = result.vector.shownDocument {
        lines.append("\(document.isText ? "document" : "base64  ") \(document.text)")
      }
      return .wrong(
        element: "failure", type: failure.kind.rawValue, message: failure.kind.words,
        text: lines.map(Printable.escaped).joined(separator: "\n"))
    }
  }
}
