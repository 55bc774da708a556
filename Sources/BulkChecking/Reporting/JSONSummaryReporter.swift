import JSONText

/// `--summary` with `--format json`, or on one line with `ndjson`: the counts by rule and field.
package struct JSONSummaryReporter: Reporter {
  private let isPretty: Bool

  package init(isPretty: Bool) { self.isPretty = isPretty }

  package var countsFindings: Bool { true }

  package func end(_ summary: RunSummary) -> String {
    let findings = summary.findings
    return [UInt8].json(pretty: isPretty) { writer in
      writer.beginObject()
      writer.unreadable(summary)
      writer.member("summary") { writer in
        writer.counts(summary)
        writer.objects("rules", findings.rules) { writer, row in
          writer.member("rule", row.name)
          writer.member("field", row.field)
          writer.members(row.count)
        }
        writer.objects("fields", findings.fields) { writer, row in
          writer.member("field", row.name)
          writer.member("findings", row.count.findings)
        }
        for (name, rows) in [("faults", findings.faults), ("limits", findings.limits)] {
          writer.objects(name, rows) { writer, row in
            writer.member("code", row.name)
            writer.members(row.count)
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
  fileprivate mutating func members(_ count: FindingCounts.Count) {
    member("findings", count.findings)
    member("documents", count.documents)
    objects("examples", count.examples) { writer, example in
      writer.member("source", example.source)
      writer.position(example.position)
    }
  }
}
