import BackupDestinations
import Benchmark
import ECMARegex
import JSONText
import RequestCorpus
import ScaledInputs
import SchemaRules

// One iteration is one pass over 10,000 documents unless the name says otherwise; divide by that number. With fewer
// documents, the harness's own work between iterations would leave the processor's caches and predictions cold. For
// the same reason, short operations are repeated until an iteration takes about a millisecond or more. Setup belongs
// in `setup`, because the harness measures all of a benchmark's closure.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .peakMemoryResident], warmupIterations: 3,
    maxDuration: .seconds(2), maxIterations: 10_000)

  registerOutcomes()
  registerSizes()
  registerCostly()
  registerProperties()
  registerErrors()
  registerPatterns()

  Benchmark("start-up: compile the request's schema 100 times") { benchmark in
    for _ in benchmark.scaledIterations {
      for _ in 0..<100 { blackHole(try Validator(AddBackupDestination.request)) }
    }
  }
}

private func registerOutcomes() {
  func add(_ name: String, percentInvalid: Int = 20, errors: Int, usesShortcuts: Bool = true) {
    Subject.benchmark(name) {
      Subject(
        RequestCorpus(count: 10_000, percentInvalid: percentInvalid),
        try Validator(
          AddBackupDestination.request, limits: ValidationLimits(errors: errors),
          usesPatternShortcuts: usesShortcuts))
    }
  }
  add("verdict", errors: 0)
  add("all errors", errors: 100)
  add("verdict, patterns by PCRE2 alone", errors: 0, usesShortcuts: false)
  add("verdict, all documents invalid", percentInvalid: 100, errors: 0)
  add("all errors, all documents invalid", percentInvalid: 100, errors: 100)

  Benchmark(
    "reader alone",
    closure: { benchmark, corpus in
      var scratch = JSONScratch()
      for _ in benchmark.scaledIterations {
        var good = 0
        for index in 0..<corpus.count {
          corpus.bytes.span.extracting(corpus.range(of: index)).withUnsafeBytes { bytes in
            let verdict = JSONText.check(bytes, limits: JSONLimits(), scratch: &scratch)
            if verdict == .wellFormed { good += 1 }
          }
        }
        blackHole(good)
      }
    },
    setup: { RequestCorpus(count: 10_000) })
}

/// The same document repeatedly: everything is cached and predicted. Each iteration covers 4.5 MB, so times are equal
/// if a byte costs the same at every size.
private func registerSizes() {
  for size in ScaledInput.sizes {
    let times = 4_500_000 / size
    Subject.benchmark("verdict, one document of \(size) bytes \(times) times") {
      try Subject(.request(bytes: size), times: times)
    }
  }
}

/// Documents of 16 MiB that cost the most per byte.
private func registerCostly() {
  for kind in ScaledInput.CostlyKind.allCases {
    Subject.benchmark("verdict, 16 MiB of \(kind.rawValue)") {
      try Subject(.costly(kind, bytes: ScaledInput.costlyBytes), times: 1)
    }
  }
}

/// Objects with various numbers of constrained strings, 500,000 strings in all.
private func registerProperties() {
  for width in ScaledInput.widths {
    let times = 500_000 / width
    Subject.benchmark("verdict, one object of \(width) properties \(times) times") {
      try Subject(.object(properties: width), times: times)
    }
  }
}

/// Arrays of strings that all violate a rule, with each error described: a million in all.
private func registerErrors() {
  for count in ScaledInput.errorCounts {
    let times = 1_000_000 / count
    Subject.benchmark("\(count) errors in one document \(times) times") {
      try Subject(.array(errors: count), errors: .max, times: times)
    }
  }
}

/// The documented patterns on one subject each, with 100,000 matches per iteration.
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
      Benchmark(
        "pattern of \(name), \(usesShortcut ? "shortcut" : "PCRE2")",
        closure: { benchmark, pattern in
          for _ in benchmark.scaledIterations {
            var matches = 0
            for _ in 0..<100_000 where pattern.match(subject) == .match { matches += 1 }
            blackHole(matches)
          }
        },
        setup: { try Pattern(source, usesShortcut: usesShortcut) })
    }
  }
}
