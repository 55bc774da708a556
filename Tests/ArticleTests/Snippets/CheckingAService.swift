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
    switch result.verdict {
    case .invalid(let errors):
      let problems = Dictionary(grouping: errors, by: \.pointer.description)
      return .refused(status: 422, problems: problems.mapValues { $0.map(\.message) })
    case .malformed(let fault):
      return .refused(status: 400, problems: ["": [fault.message]])
    case .indeterminate(let limit):
      // A limit was hit before the document could be judged: never to be taken for valid.
      return .refused(status: 422, problems: ["": [limit.message]])
    case .valid:
      // Never thrown: a valid document becomes a value.
      return .refused(status: 500, problems: [:])
    }
  } catch {
    // A valid document with a value that its type cannot hold, such as a number beyond `Int`.
    return .refused(status: 422, problems: ["": [error.description]])
  }
}
