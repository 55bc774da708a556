import BackupDestinations
import Conform

/// The status and the text of an answer to a request with the given body.
func answer(to body: [UInt8]) -> (status: Int, text: String) {
  do throws(DocumentError) {
    let request = try AddBackupDestinationRequest(validating: body)
    return (200, "adding \(request.name)")
  } catch {
    guard case .notValid(let result) = error, let problem = ProblemDetails(result) else {
      return (500, error.description)
    }
    let messages = problem.errors.map(\.message)
    return (problem.status, messages.isEmpty ? problem.detail : messages.joined(separator: "\n"))
  }
}
