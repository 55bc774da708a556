import BackupDestinations
import PeerProtocol
import SchemaRules

// `verdict`, `all` errors, or `pcre2`: a verdict with all patterns decided by PCRE2.
let name = CommandLine.arguments.dropFirst().first ?? "verdict"
var limits = ValidationLimits()
if name != "all" { limits.errors = 0 }
let validator = try Validator(
  AddBackupDestination.request, limits: limits, usesPatternShortcuts: name != "pcre2")
let workspace = ValidationWorkspace()

PeerProtocol.serve(PeerProtocol.corpus()) { document in
  unsafe validator.validate(document.bytes, with: workspace).outcome == .valid
}
