import BackupDestinations
import Foundation
import JSONText
import MallocCount
import NIOCore
import RequestCorpus
import SchemaRules

// `workload NAME PASSES`: processes 1,000 documents repeatedly, for callgrind to count. `workload allocations`:
// prints the number of allocations per document with a warm workspace; then the same for valid documents in various
// byte types, and for typed values.

struct Workload {
  let corpus: RequestCorpus
  let validator: Validator?
  private let workspace = ValidationWorkspace()

  init(_ name: String) throws {
    var limits = ValidationLimits()
    if name == "verdict" { limits.errors = 0 }
    corpus = RequestCorpus(
      count: 1000, percentInvalid: name == "invalid" ? 100 : name == "valid" ? 0 : 20)
    validator =
      name == "reader"
      ? nil
      : try Validator(
        AddBackupDestination.request, limits: limits, usesPatternShortcuts: name != "pcre2")
  }

  /// Returns the number of documents that were accepted.
  func pass(_ scratch: inout JSONScratch) -> Int {
    var good = 0
    for index in 0..<corpus.count {
      let span = corpus.bytes.span.extracting(corpus.range(of: index))
      if let validator {
        if unsafe validator.validate(span.bytes, with: workspace).outcome == .valid { good += 1 }
      } else {
        let verdict = unsafe span.withUnsafeBytes { bytes in
          unsafe JSONText.check(bytes, limits: JSONLimits(), scratch: &scratch)
        }
        if verdict == .wellFormed { good += 1 }
      }
    }
    return good
  }
}

let arguments = CommandLine.arguments.dropFirst()
switch arguments.first {
case "allocations":
  guard malloc_count() >= 0 else {
    print("workload: allocations cannot be counted here")
    exit(1)
  }
  for name in ["valid", "invalid", "all", "verdict", "pcre2", "reader"] {
    let workload = try Workload(name)
    var scratch = JSONScratch()
    _ = workload.pass(&scratch)
    let before = malloc_count()
    let good = workload.pass(&scratch)
    let perDocument = Double(malloc_count() - before) / Double(workload.corpus.count)
    print("\(name) \(perDocument) (\(good) of \(workload.corpus.count) good)")
  }
  // The plain calls, which keep a workspace themselves. The holders are created before the counting starts.
  let validator = AddBackupDestination.requestValidator
  let corpus = RequestCorpus(count: 1000, percentInvalid: 0)
  let arrays = (0..<corpus.count).map { Array(corpus.bytes[corpus.range(of: $0)]) }
  func count<Holder>(_ name: String, _ holders: [Holder], _ isGood: (Holder) -> Bool) {
    _ = holders.count(where: isGood)
    let before = malloc_count()
    let good = holders.count(where: isGood)
    let perDocument = Double(malloc_count() - before) / Double(holders.count)
    print("\(name) \(perDocument) (\(good) of \(holders.count) good)")
  }
  count("array", arrays) { validator.validate($0).outcome == .valid }
  count("slice", arrays.map { $0[...] }) { validator.validate($0).outcome == .valid }
  count("text", arrays.map { String(decoding: $0, as: UTF8.self) }) {
    validator.validate($0).outcome == .valid
  }
  count("data", arrays.map { Data($0) }) { validator.validate($0).outcome == .valid }
  count("buffer", arrays.map { ByteBuffer(bytes: $0) }) {
    validator.validate($0.readableBytesView).outcome == .valid
  }
  count("typed", arrays) { (try? AddBackupDestinationRequest(validating: $0)) != nil }
case let name?:
  let workload = try Workload(name)
  var scratch = JSONScratch()
  var good = 0
  for _ in 0..<(arguments.dropFirst().first.flatMap { Int($0) } ?? 1) {
    good += workload.pass(&scratch)
  }
  print(good)
case nil:
  print("usage: workload NAME PASSES | workload allocations")
  exit(2)
}
