import APIOperations
import JSONText
import Vectors

/// The report for programs. `vectors/adapters/README.md` describes it.
struct JSONReport {
  let text: String

  init(_ report: RunReport) {
    var writer = JSONWriter(pretty: true)
    writer.beginObject()
    writer.member("corpus", report.corpusVersion)
    writer.member("date", report.date)
    writer.member("vectors", report.vectorCount)
    writer.member("passed", report.isPassed)
    writer.objects("implementations", report.implementations, Self.write)
    writer.endObject()
    writer.newline()
    text = writer.text
  }

  private static func write(_ writer: inout JSONWriter, _ implementation: ImplementationReport) {
    let identity = implementation.identity
    writer.member("name", identity.name)
    writer.member("version", identity.version)
    writer.member("kind", identity.kind.rawValue)
    writer.member("reports", identity.reportsErrors ? "errors" : "verdicts")
    writer.member("targets", implementation.targets) { $0.string($1) }
    writer.member("passed", implementation.isPassed)
    writer.member("milliseconds", Int(implementation.duration / .milliseconds(1)))
    writer.member("counts") { writer in
      writer.member("passed", implementation.passed)
      writer.member("failed", implementation.failed)
      writer.member("skipped", implementation.skipped)
    }
    writer.member("failuresByKind") { writer in
      for (kind, count) in implementation.failureCounts { writer.member(kind.rawValue, count) }
    }
    if let failure = implementation.startFailure { writer.member("startFailure", failure.detail) }
    writer.member("remarks", implementation.remarks) { $0.string($1) }
    writer.objects("choices", implementation.conclusions, write)
    writer.objects("results", implementation.results, write)
  }

  private static func write(_ writer: inout JSONWriter, _ conclusion: AxisConclusion) {
    writer.member("axis", conclusion.axis.id)
    writer.member("chosen", conclusion.chosen)
    writer.member("recommended", conclusion.axis.recommended)
    writer.member("consistent", conclusion.isConsistent)
    writer.member("candidates", conclusion.candidates) { $0.string($1) }
    writer.member("answers", conclusion.answers)
    writer.member("explained") { writer in
      for (alternative, count) in zip(conclusion.axis.alternatives, conclusion.explained) {
        writer.member(alternative.name, count)
      }
    }
  }

  private static func write(_ writer: inout JSONWriter, _ result: VectorResult) {
    writer.member("id", result.vector.id)
    writer.member("class", result.className)
    writer.member("target", result.vector.target)
    switch result.status {
    case .passed: writer.member("status", "passed")
    case .skipped(let reason):
      writer.member("status", "skipped")
      writer.member("reason", reason)
    case .failed(let failure):
      writer.member("status", "failed")
      writer.member("kind", failure.kind.rawValue)
      writer.member("why", result.vector.why)
      if let document = result.vector.shownDocument {
        writer.member(document.isText ? "document" : "base64", document.text)
      }
      writer.member("expected", result.expected)
      writer.member("actual", failure.detail)
    }
    if let observation = result.observation {
      writer.member("outcome", observation.outcome.rawValue)
      if let findings = observation.findings, observation.outcome == .invalid {
        writer.objects("errors", findings) { writer, finding in
          writer.member("pointer", finding.pointer)
          writer.member("keyword", finding.keyword)
        }
      }
      if let pointers = observation.pointers {
        writer.member("pointers", pointers) { $0.string($1) }
      }
    }
    if let note = result.observation?.note { writer.member("note", note) }
    writer.member("microseconds", Int(result.duration / .microseconds(1)))
  }
}
