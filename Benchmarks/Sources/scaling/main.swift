import Foundation
import RequestCorpus
import ScaledInputs
import SchemaRules

// `scaling`: the processor time of documents as they grow, and of those that cost the most per byte. Each line has
// fields separated by tabs: what grows or the kind of the document, how far it grows, the bytes of the document, and
// nanoseconds per document. Every error is described; the workspace is warm, and freeing the result counts.

/// The minimum time for a document, from five measurements of at least 50 ms each.
func nanosecondsADocument(_ input: ScaledInput) throws -> Double {
  let validator = try input.validator()
  let workspace = ValidationWorkspace()
  var best = Double.infinity
  for _ in 0..<5 {
    var passes = 0
    var errors = 0
    let start = ThreadTime.nanoseconds
    var time = 0
    repeat {
      // The clock is read rarely enough that reading it does not matter.
      for _ in 0..<max(1, 100_000 / input.document.count) {
        errors += unsafe validator.validate(input.document.span.bytes, with: workspace).errors.count
        passes += 1
      }
      time = ThreadTime.nanoseconds - start
    } while time < 50_000_000
    guard errors == passes * input.errors else {
      FileHandle.standardError.write(Data("scaling: \(errors) errors in \(passes) passes\n".utf8))
      exit(1)
    }
    best = min(best, Double(time) / Double(passes))
  }
  return best
}

func report(_ kind: String, _ input: ScaledInput) throws {
  let time = try nanosecondsADocument(input)
  print("\(kind)\t\(input.count)\t\(input.document.count)\t\(time)")
}

for size in ScaledInput.sizes { try report("bytes", .request(bytes: size)) }
for width in ScaledInput.widths { try report("properties", .object(properties: width)) }
for count in ScaledInput.errorCounts { try report("errors", .array(errors: count)) }
for kind in ScaledInput.CostlyKind.allCases {
  try report(kind.rawValue, .costly(kind, bytes: ScaledInput.costlyBytes))
}
