import BackupDestinations
import Conform

/// The response of a service to a request.
enum Reply {
  case added(AddBackupDestinationRequest)
  case refused(status: Int, problems: [String: [String]])
}

/// Validates the body of a request and reads its values.
func reply(toBody body: [UInt8]) -> Reply {
  do throws(DocumentError) {
    return .added(try AddBackupDestinationRequest(validating: body))
  } catch .notValid(let result) {
    // 400 if the body is malformed, 413 if it is too long, and 422 otherwise. A valid body is never
    // thrown.
    let status = ProblemDetails(result)?.status ?? 500
    switch result.verdict {
    case .invalid(let errors):
      let problems = Dictionary(grouping: errors, by: \.pointer.description)
      return .refused(status: status, problems: problems.mapValues { $0.map(\.message) })
    case .malformed(let fault):
      return .refused(status: status, problems: ["": [fault.message]])
    case .indeterminate(let limit):
      // A limit was exceeded before the verdict was known. Never treat such a document as valid.
      return .refused(status: status, problems: ["": [limit.message]])
    case .valid:
      return .refused(status: status, problems: [:])
    }
  } catch {
    // A valid document with a value that its type cannot hold, such as a number beyond `Int`.
    return .refused(status: 422, problems: ["": [error.description]])
  }
}
