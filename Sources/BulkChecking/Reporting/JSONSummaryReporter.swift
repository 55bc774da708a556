import JSONText

/// `--summary` with `--format json`, or on one line with `ndjson`: the counts by rule and field.
package struct JSONSummaryReporter: Reporter {
  private let isPretty: Bool

  package init(isPretty: Bool) { self.isPretty = isPretty }

  package var countsFindings: Bool { true }

  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {}

  package func end(_ summary: RunSummary) -> String {
    let findings = summary.findings
    return [UInt8].json(pretty: isPretty) { writer in
      writer.beginObject()
      writer.unreadable(summary)
      writer.member("summary") { writer in
        writer.counts(summary)
        writer.objects("rules", findings.rules) { writer, row in
          writer.member("rule", row.name)
          writer.member("field", row.value.field)
          writer.members(row.value.count)
        }
        writer.objects("fields", findings.fields) { writer, row in
          writer.member("field", row.name)
          writer.member("findings", row.value)
        }
        for (name, rows) in [("faults", findings.faults), ("limits", findings.limits)] {
          writer.objects(name, rows) { writer, row in
            writer.member("code", row.name)
            writer.members(row.value)
          }
        }
        writer.member("omittedFindings", summary.omittedFindings)
      }
      writer.endObject()
      writer.newline()
    }
  }
}

extension JSONWriter {
  fileprivate mutating func objects<Value>(
    _ name: String, _ rows: [FindingCounts.Row<Value>],
    _ members: (inout JSONWriter, FindingCounts.Row<Value>) -> Void
  ) {
    member(name, rows) { writer, row in
      writer.beginObject()
      members(&writer, row)
      writer.endObject()
    }
  }

  fileprivate mutating func members(_ count: FindingCounts.Count) {
    member("findings", count.findings)
    member("documents", count.documents)
    member("examples", count.examples) { writer, example in
      writer.beginObject()
      writer.member("source", example.source)
      writer.member("line", example.position.line)
      writer.member("column", example.position.column)
      writer.member("offset", example.position.offset)
      writer.endObject()
    }
  }
}
