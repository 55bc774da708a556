import BackupDestinations
import BulkChecking
import SchemaRules
import StorageAdvice

/// The report of another reporter, with notes on unusual bucket settings in valid requests, for `--advice`.
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

  func report(_ failure: SourceFailure, to output: inout [UInt8]) {
    base.report(failure, to: &output)
  }

  func end(_ summary: RunSummary) -> String { base.end(summary) }

  private static func access(_ bytes: RawSpan) -> BucketAccess? {
    guard let credentials = try? AddBackupDestinationRequest(validating: bytes).credentials else {
      return nil
    }
    return BucketAccess(
      accessKey: credentials.accessKey.exposed, bucketName: credentials.bucketName.exposed,
      region: credentials.region.exposed, endpoint: credentials.endpoint.exposed)
  }
}
