import BackupDestinations
import Conform

/// Returns the status and the text of the response to a request.
func answer(to body: [UInt8]) -> (status: Int, text: String) {
  do throws(DocumentError) {
    let request = try AddBackupDestinationRequest(validating: body)
    return (200, "adding \(request.name)")
  } catch {
    guard case .notValid(let result) = error, let problem = ProblemDetails(result) else {
      return (422, error.description)
    }
    let messages = problem.errors.map(\.message)
    return (problem.status, messages.isEmpty ? problem.detail : messages.joined(separator: "\n"))
  }
}
