import JSONText

/// `--summary` with `--format json`, or on one line with `ndjson`: what was found by rule and field.
struct JSONSummaryReporter: Reporter {
  let isPretty: Bool
  var countsFindings: Bool { true }

  func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {}

  func end(_ summary: RunSummary) -> String {
    let findings = summary.findings
    var writer = JSONWriter(pretty: isPretty)
    writer.beginObject()
    writer.name("summary")
    writer.beginObject()
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
    writer.objects("faults", findings.faults) { writer, row in
      writer.member("code", row.name)
      writer.members(row.value)
    }
    writer.objects("limits", findings.limits) { writer, row in
      writer.member("code", row.name)
      writer.members(row.value)
    }
    writer.member("omittedFindings", summary.omittedFindings)
    writer.endObject()
    writer.endObject()
    writer.newline()
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func objects<Value>(
    _ name: String, _ rows: [FindingCounts.Row<Value>],
    _ members: (inout JSONWriter, FindingCounts.Row<Value>) -> Void
  ) {
    self.name(name)
    beginArray()
    for row in rows {
      beginObject()
      members(&self, row)
      endObject()
    }
    endArray()
  }

  fileprivate mutating func members(_ count: FindingCounts.Count) {
    member("findings", count.findings)
    member("documents", count.documents)
    name("examples")
    beginArray()
    for example in count.examples {
      beginObject()
      member("source", example.source)
      member("line", example.position.line)
      member("column", example.position.column)
      member("offset", example.position.offset)
      endObject()
    }
    endArray()
  }
}
