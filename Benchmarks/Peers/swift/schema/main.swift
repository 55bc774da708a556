import JSONText
import PeerProtocol

// `verdict`, `all` errors, or `skip`: strict reading, as under the schema `true`, without the one given.
let arguments = CommandLine.arguments
guard arguments.count == 4, ["verdict", "all", "skip"].contains(arguments[1]) else {
  fatalError("usage: schema-peer verdict|all|skip SCHEMA DOCUMENTS")
}
let corpus = PeerProtocol.corpus()
switch arguments[1] {
case "skip":
  let limits = JSONLimits()
  var scratch = JSONScratch(limits: limits)
  PeerProtocol.serve(corpus) { document in
    unsafe document.withUnsafeBytes {
      unsafe JSONText.check($0, limits: limits, scratch: &scratch) == .wellFormed
    }
  }
default:
  PeerProtocol.refuse("conform cannot compile JSON Schemas yet")
}
