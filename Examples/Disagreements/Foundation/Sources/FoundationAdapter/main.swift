import Foundation

struct Message: Decodable {
  let type: String
  let id, target: String?
  let base64: Data?
}

let rules = try Rules()

/// JSONDecoder throws the first error; for text that is not JSON, it is dataCorrupted at the root.
func outcome(_ target: String?, _ body: Data) -> String {
  do {
    if target == "request" {
      try JSONDecoder().decode(Destination.self, from: body).check(rules)
    } else {
      try JSONDecoder().decode(Response.self, from: body).destination.check(rules)
    }
    return "valid"
  } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
    return "malformed"
  } catch {
    return "invalid"
  }
}

let version = CommandLine.arguments.dropFirst().first ?? ""
let hello = """
  {"type":"hello","protocol":1,"name":"Foundation with Swift Regex","version":"\(version)",\
  "reports":"verdicts","targets":["request","response"]}
  """
loop: while let line = readLine() {
  let message = try JSONDecoder().decode(Message.self, from: Data(line.utf8))
  switch message.type {
  case "hello": print(hello)
  case "check":
    let outcome = outcome(message.target, message.base64 ?? Data())
    print("{\"id\":\"\(message.id ?? "")\",\"outcome\":\"\(outcome)\"}")
  default: break loop
  }
  fflush(nil)
}
