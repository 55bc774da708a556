import BackupDestinations
import SchemaRules
import StorageAdvice

/// `--advice`: another report, with a note on whatever is unusual about the bucket of a valid request.
struct AdvisingReporter: Reporter {
  let base: TextReporter
  let silenced: Set<Advice.Kind>

  var reportedDocuments: ReportedDocuments { .all }

  func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    base.report(document, bytes, to: &output)
    guard document.result.outcome == .valid, let access = Self.access(bytes) else { return }
    let place = document.source.name + (document.line.map { ":\($0)" } ?? "")
    for advice in access.advice(silencing: silenced) {
      let text =
        "\(TerminalText.escaped(place)): \(base.style(.note, "note:")) /credentials/\(advice.field): "
        + "\(advice.message) [\(advice.kind.rawValue)] \(advice.kind.source)\n"
      output.append(contentsOf: text.utf8)
    }
  }

  func end(_ summary: RunSummary) -> String { base.end(summary) }

  private static func access(_ bytes: RawSpan) -> BucketAccess? {
    try? AddBackupDestination.requestValidator.read(bytes, with: ValidationWorkspace()) {
      fields throws(DocumentError) in
      BucketAccess(
        accessKey: try fields.string(at: "/credentials/accessKey"),
        bucketName: try fields.string(at: "/credentials/bucketName"),
        region: try fields.string(at: "/credentials/region"),
        endpoint: try fields.string(at: "/credentials/endpoint"))
    }
  }
}
