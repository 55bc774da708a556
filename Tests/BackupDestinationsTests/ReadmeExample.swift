import BackupDestinations
import SchemaRules

/// The body of an answer to a request with the given body.
func answer(to body: [UInt8]) -> String {
  do {
    let request = try AddBackupDestinationRequest(validating: body)
    return "adding \(request.name)"
  } catch DocumentError.notValid(let result) {
    return result.errors.map(\.message).joined(separator: "\n")
  } catch {
    return "\(error)"
  }
}
