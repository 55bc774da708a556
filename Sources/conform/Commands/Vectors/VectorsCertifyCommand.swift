import ArgumentParser
import BulkChecking
import Mutation
import Subjects
import Synchronization
import VectorGenerator
import Vectors

/// The subcommand `conform vectors certify`.
struct VectorsCertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "Count the wrong implementations that a corpus of vectors detects.",
    discussion: """
      Each mutant is an implementation with one mistake: in its schema, its JSON reader, its values or its \
      report. certify runs every mutant on every vector and writes certificate.json to FOLDER. It lists mutants \
      that no vector kills as equivalent, with a proof, or as survivors, with a document that would kill them \
      if it found one.

      Exit status: 0 if the corpus can be certified, 1 if not, 2 if the tool could not do its job.
      """
  )

  @Argument(help: ArgumentHelp("The folder of the corpus.", valueName: "folder"))
  var folder: String?

  @Flag(
    help: "Record in each vector the mutants that it kills, before checking the claims.")
  var record = false

  @Option(
    help: ArgumentHelp(
      "The maximum number of mutants, drawn at random. Default: as many as run in about a minute.",
      valueName: "n"))
  var mutants: Int?

  @Option(help: ArgumentHelp("The seed for drawing mutants.", valueName: "n"))
  var seed: UInt64 = Mutant.Limits().seed

  @Option(help: ArgumentHelp("Write the certificate as a Markdown page.", valueName: "file"))
  var page: String?

  @Option(
    help: ArgumentHelp(
      "Write a report for Stryker's viewers, in the format of mutation-testing-elements.",
      valueName: "file"))
  var mutationReport: String?

  func validate() throws {
    guard mutants ?? 1 > 0 else { throw ValidationError("--mutants must be at least 1") }
  }

  func run() throws {
    let path = try CorpusLocation.path(folder)
    let folder = CorpusFolder(path: path)
    let corpus = try CorpusLocation.load(path)
    var limits = Mutant.Limits(for: corpus, seed: seed)
    if let mutants { limits.count = mutants }
    let all = Mutant.all(of: corpus.bodies, limits: limits)
    var run = try Self.run(corpus, all)
    if record {
      let examples = VectorsGenerateCommand.examples(for: corpus.manifest)
      let update = CorpusUpdate(folder, manifest: corpus.manifest, examples: examples)
      try update.run(adding: run.missing, needed: Set(run.needed))
      run = try Self.run(try folder.load(builtIns: BuiltInOperation.schemas), all, after: run)
      try update.record(kills: run.claims)
      run = try Self.run(try folder.load(builtIns: BuiltInOperation.schemas), all, after: run)
    }
    try folder.write(run.json, to: "certificate.json")
    if let page { try OutputFile.write(String(decoding: run.page, as: UTF8.self), to: page) }
    if let mutationReport {
      let report = String(decoding: run.mutationTestingReport, as: UTF8.self)
      try OutputFile.write(report, to: mutationReport)
    }
    var output = StandardOutput()
    output.append(run.summary + "\n")
    let problems = run.problems()
    for problem in problems { output.append("problem: \(TerminalText.escaped(problem))\n") }
    try output.finish()
    if !problems.isEmpty { throw ExitStatus.notAllValid }
  }

  /// Runs the mutants on the vectors of a corpus and shows the progress.
  private static func run(
    _ corpus: Corpus, _ mutants: [Mutant], after earlier: CertificateRun? = nil
  ) throws -> CertificateRun {
    let status = Mutex(StatusLine())
    defer { status.withLock { $0.clear() } }
    return try CertificateRun(corpus, mutants, after: earlier) { done in
      status.withLock { $0.show("\(done) of \(mutants.count) mutants") }
    }
  }
}
