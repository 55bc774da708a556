import BackupDestinations
import Benchmark
import ECMARegex
import JSONText
import RequestCorpus
import SchemaRules

// One iteration is one pass over 10,000 documents unless the name says otherwise: divide by that. With
// fewer, what the harness does in between would leave the processor's caches and guesses cold.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .peakMemoryResident], warmupIterations: 3,
    maxDuration: .seconds(2), maxIterations: 10_000)

  registerOutcomes()
  registerSizes()
  registerProperties()
  registerPatterns()

  Benchmark("start-up: compile the request's schema") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(try Validator(AddBackupDestination.request))
    }
  }
}

/// Goes through documents with one workspace, as a service would.
func pass(_ corpus: RequestCorpus, _ validator: Validator, _ workspace: ValidationWorkspace) {
  var valid = 0
  for index in 0..<corpus.count {
    let document = corpus.bytes.span.extracting(corpus.range(of: index))
    if validator.validate(document.bytes, with: workspace).outcome == .valid { valid += 1 }
  }
  // Once, since it costs as much as a tenth of a document.
  blackHole(valid)
}

private func registerOutcomes() {
  let corpus = RequestCorpus(count: 10_000)
  func add(_ name: String, _ corpus: RequestCorpus, errors: Int, usesShortcuts: Bool = true) {
    Benchmark(name) { benchmark in
      let validator = try Validator(
        AddBackupDestination.request, limits: ValidationLimits(errors: errors),
        usesPatternShortcuts: usesShortcuts)
      let workspace = ValidationWorkspace()
      for _ in benchmark.scaledIterations { pass(corpus, validator, workspace) }
    }
  }
  add("verdict", corpus, errors: 0)
  add("all errors", corpus, errors: 100)
  add("verdict, patterns by PCRE2 alone", corpus, errors: 0, usesShortcuts: false)
  add(
    "all errors, all documents invalid", RequestCorpus(count: 10_000, percentInvalid: 100),
    errors: 100)

  // The same document again and again: everything is in the nearest cache and foreseen.
  let one = RequestCorpus(lines: Array(oneRequest.utf8) + [0x0A])
  Benchmark("verdict, one document 1,000 times") { benchmark in
    let workspace = ValidationWorkspace()
    for _ in benchmark.scaledIterations {
      for _ in 0..<1000 { pass(one, AddBackupDestination.requestValidator, workspace) }
    }
  }
  Benchmark("reader alone") { benchmark in
    var scratch = JSONScratch()
    for _ in benchmark.scaledIterations {
      for index in 0..<corpus.count {
        corpus.bytes.span.extracting(corpus.range(of: index)).withUnsafeBytes { bytes in
          blackHole(JSONText.check(bytes, limits: JSONLimits(), scratch: &scratch))
        }
      }
    }
  }
}

/// 450 bytes, valid.
private let oneRequest = {
  let description =
    String(repeating: "Nightly copy of the orders. ", count: 5) + "It runs every day."
  return #"{"name":"Example Backup Destination","description":"\#(description)","type":"s3","#
    + #""prefix":"orders-nightly/","credentials":{"accessKey":"AKIAIOSFODNN7EXAMPLE","#
    + #""secretKey":"wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYxx","bucketName":"backups-eu","#
    + #""region":"eu-central-1","endpoint":"s3.eu-central-1.amazonaws.com"}}"#
}()

/// A request with so many records that nobody knows in front of its own members.
private func registerSizes() {
  let record = #"{"id":12345,"kept":true,"label":"nightly copy","path":"a\/b"},"#
  for size in [4_500, 45_000, 450_000, 4_500_000] {
    let count = max(0, (size - oneRequest.utf8.count) / record.utf8.count)
    let records = String(repeating: record, count: count) + "null"
    let document = #"{"records":[\#(records)],"# + oneRequest.dropFirst()
    let corpus = RequestCorpus(lines: Array(document.utf8) + [0x0A])
    Benchmark("verdict, one document of \(size) bytes") { benchmark in
      let workspace = ValidationWorkspace()
      for _ in benchmark.scaledIterations {
        pass(corpus, AddBackupDestination.requestValidator, workspace)
      }
    }
  }
  for count in [100_000, 1_000_000] {
    registerErrors(count)
  }
}

private func registerErrors(_ count: Int) {
  Benchmark("\(count) errors in one document") { benchmark in
    let validator = try Validator(
      Schema(
        id: "numbers", title: "", section: "",
        root: .array(of: FieldSchema(.integer, summary: ""), "")),
      limits: ValidationLimits(errors: .max))
    let document = Array(("[" + String(repeating: "true,", count: count - 1) + "true]").utf8)
    for _ in benchmark.scaledIterations { blackHole(validator.validate(document).errors.count) }
  }
}

/// Objects of so many constrained strings; 1,000 objects an iteration.
private func registerProperties() {
  for count in [5, 20, 100, 500] {
    let names = (0..<count).map { "property\($0)" }
    let schema = Schema(
      id: "wide", title: "", section: "",
      root: .object(
        "", names.map { .required($0, .string("", .minLength(1), .maxLength(20))) }))
    let members = names.map { #""\#($0)":"value of it""# }.joined(separator: ",")
    let corpus = RequestCorpus(lines: Array("{\(members)}\n".utf8))
    Benchmark("1,000 objects of \(count) constrained properties") { benchmark in
      let validator = try Validator(schema)
      let workspace = ValidationWorkspace()
      for _ in benchmark.scaledIterations {
        for _ in 0..<1000 { pass(corpus, validator, workspace) }
      }
    }
  }
}

/// The documented patterns on one subject each; 1,000 matches an iteration.
private func registerPatterns() {
  let rows = [
    ("name", #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#, "Example Backup Destination"),
    (
      "description", #"^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$"#,
      String(repeating: "Nightly copy of the orders. ", count: 4)
    ),
    ("prefix", #"^([a-zA-Z0-9-_]+)\/$"#, "orders-nightly/"),
  ]
  for (name, source, subject) in rows {
    for usesShortcut in [true, false] {
      Benchmark("pattern of \(name), \(usesShortcut ? "shortcut" : "PCRE2")") { benchmark in
        let pattern = try Pattern(source, usesShortcut: usesShortcut)
        for _ in benchmark.scaledIterations {
          for _ in 0..<1000 { blackHole(pattern.match(subject)) }
        }
      }
    }
  }
}
