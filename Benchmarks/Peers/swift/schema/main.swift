import JSONSchema
import PeerProtocol
import SchemaRules

// `verdict`, `all` errors, or `skip`: strict reading with the schema `true` instead of the given one.
let arguments = CommandLine.arguments
guard arguments.count == 4, ["verdict", "all", "skip"].contains(arguments[1]) else {
  fatalError("usage: schema-peer verdict|all|skip SCHEMA DOCUMENTS")
}
let corpus = PeerProtocol.corpus()
do {
  let text = arguments[1] == "skip" ? Array("true".utf8) : PeerProtocol.bytes(ofFile: arguments[2])
  let limits = ValidationLimits(errors: arguments[1] == "all" ? 100 : 0)
  let validator = try Validator(try Schema(jsonSchema: text), limits: limits)
  let workspace = ValidationWorkspace()
  PeerProtocol.serve(corpus) { document in
    unsafe validator.validate(document.bytes, with: workspace).outcome == .valid
  }
} catch {
  PeerProtocol.refuse("\(error)")
}
