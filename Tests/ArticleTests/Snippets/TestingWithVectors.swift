import BackupDestinationVectors
import Testing
import Vectors

/// The vectors of the request whose answers do not depend on an open question.
func requestVectors() throws -> [Vector] {
  try Corpus.addBackupDestination().vectors.filter { vector in
    if case .fixed = vector.judgement { vector.target == "request" } else { false }
  }
}

@Test("The service answers every vector with the right status", arguments: try requestVectors())
func status(of vector: Vector) {
  // Call your own handler here.
  switch (vector.judgement, reply(toBody: vector.input.bytes)) {
  case (.fixed(.valid), .added), (.fixed(.malformed), .refused(status: 400, _)),
    (.fixed(.invalid), .refused(status: 422, _)):
    break
  case (_, let reply): Issue.record("\(reply)")
  }
}
