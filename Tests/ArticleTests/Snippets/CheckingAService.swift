import BackupDestinations
import JSONText
import SchemaRules

/// The response of a service to a request.
enum Reply {
  case added(AddBackupDestinationRequest)
  case refused(status: Int, problems: [String: [String]])
}

/// Validates the body of a request and reads it, in one pass over its bytes.
func reply(toBody body: [UInt8]) -> Reply {
  do throws(DocumentError) {
    return .added(try AddBackupDestinationRequest(validating: body))
  } catch {
    guard case .notValid(let result) = error else { return .refused(status: 500, problems: [:]) }
    switch result.outcome {
    case .invalid:
      let problems = Dictionary(grouping: result.errors, by: \.pointer.description)
      return .refused(status: 400, problems: problems.mapValues { $0.map(\.message) })
    case .malformed:
      return .refused(status: 400, problems: ["": [result.fault?.message ?? "not JSON"]])
    case .indeterminate:
      // A limit was exceeded before the verdict was known; the document must not count as valid.
      return .refused(status: 413, problems: ["": [result.limit?.message ?? "too large"]])
    case .valid:
      // Never thrown: a valid document becomes a value.
      return .refused(status: 500, problems: [:])
    }
  }
}
