import Foundation
import PeerProtocol

/// The usual approach of Swift services: decode, then check.
struct Request: Decodable {
  struct Credentials: Decodable {
    let accessKey: String
    let secretKey: String
    let bucketName: String
    let region: String
    let endpoint: String
  }

  let name: String
  let description: String?
  let type: String
  let prefix: String
  let credentials: Credentials
}

nonisolated(unsafe) let namePattern = try Regex(#"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#)
// Swift's Regex rejects the documented pattern, because it reads `[` inside a class as the start of a nested one, so
// the pattern was translated by hand.
nonisolated(unsafe) let descriptionPattern = try Regex(
  #"^[a-zA-Z0-9.,?\s\\\/'"()\[\];`%\^&*\-_:!]+$"#)
nonisolated(unsafe) let prefixPattern = try Regex(#"^([a-zA-Z0-9\-_]+)\/$"#)

func isValid(_ request: Request) throws -> Bool {
  guard 3...100 ~= request.name.unicodeScalars.count,
    try namePattern.wholeMatch(in: request.name) != nil,
    try prefixPattern.wholeMatch(in: request.prefix) != nil,
    request.type == "s3"
  else { return false }
  guard let description = request.description else { return true }
  return try description.unicodeScalars.count <= 200
    && descriptionPattern.wholeMatch(in: description) != nil
}

let decoder = JSONDecoder()
PeerProtocol.serve(PeerProtocol.corpus()) { document in
  let data = document.withUnsafeBytes { Data($0) }
  guard let request = try? decoder.decode(Request.self, from: data) else { return false }
  return (try? isValid(request)) ?? false
}
