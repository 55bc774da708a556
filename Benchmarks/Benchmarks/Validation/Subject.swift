import Benchmark
import RequestCorpus
import ScaledInputs
import SchemaRules

/// Documents, their validator, and its workspace, which a service would keep in the same way.
struct Subject {
  let corpus: RequestCorpus
  let validator: Validator
  let workspace = ValidationWorkspace()
  var times = 1

  init(_ corpus: RequestCorpus, _ validator: Validator) {
    self.corpus = corpus
    self.validator = validator
  }

  /// Creates a subject from one document, repeated, with a verdict or with every error.
  init(_ input: ScaledInput, errors: Int = 0, times: Int) throws {
    corpus = RequestCorpus(lines: input.document + [0x0A])
    validator = try Validator(input.schema, limits: ValidationLimits(errors: errors))
    self.times = times
  }

  func pass() {
    var valid = 0
    for _ in 0..<times {
      for index in 0..<corpus.count {
        let document = corpus.bytes.span.extracting(corpus.range(of: index))
        if validator.validate(document.bytes, with: workspace).outcome == .valid { valid += 1 }
      }
    }
    // Called once per pass, because it costs a tenth of a document.
    blackHole(valid)
  }

  /// Registers a benchmark of passes. The subject is created before the measurement.
  static func benchmark(_ name: String, _ make: @escaping () throws -> Subject) {
    Benchmark(
      name,
      closure: { benchmark, subject in
        for _ in benchmark.scaledIterations { subject.pass() }
      },
      setup: make)
  }
}
