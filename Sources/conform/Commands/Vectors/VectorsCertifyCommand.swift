import ArgumentParser
import Mutation
import SchemaRules
import Synchronization
import Vectors

/// The subcommand `conform vectors certify`.
struct VectorsCertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "Count the wrong implementations that a corpus of vectors detects.",
    discussion: """
      Each mutant is an implementation that is wrong in one way: its schema, its JSON reader, its values or its \
      report. certify asks every mutant about every vector and writes certificate.json into FOLDER. Mutants that \
      no vector kills are listed as equivalent, with the argument, or as survivors, with a document that would \
      kill them where one was found.

      Exit status: 0 if the certificate can be given, 1 if not, 2 if the tool could not do its job.
      """
  )

  @Argument(help: ArgumentHelp("The folder of the corpus.", valueName: "folder"))
  var folder: String?

  @Flag(
    help: "Write into the vectors which mutants each of them kills, before the claims are checked.")
  var record = false

  @Option(
    help: ArgumentHelp("How many mutants to make at most; of more, some are drawn.", valueName: "n")
  )
  var mutants = Mutant.Limits().count

  @Option(help: ArgumentHelp("Decides which mutants are drawn.", valueName: "n"))
  var seed: UInt64 = Mutant.Limits().seed

  @Option(help: ArgumentHelp("Write the certificate as a Markdown page.", valueName: "file"))
  var page: String?

  @Option(
    help: ArgumentHelp(
      "Write a report in the format of mutation-testing-elements, which Stryker's viewers read.",
      valueName: "file"))
  var mutationReport: String?

  func validate() throws {
    guard mutants > 0 else { throw ValidationError("--mutants must be at least 1") }
  }

  func run() throws {
    let path = try CorpusLocation.path(folder)
    var corpus = try CorpusLocation.load(path)
    let folder = CorpusFolder(path: path)
    let limits = Mutant.Limits(count: mutants, seed: seed)
    let all = Mutant.all(of: corpus.bodies, limits: limits)
    let bar = Mutex(VectorProgress(total: all.count))
    var run = try CommandFailure.catching { () throws(SchemaError) in
      try CertificateRun(corpus, all) { done in bar.withLock { $0.show(done, "mutants") } }
    }
    bar.withLock { $0.clear() }
    do throws(CorpusError) {
      if record {
        for (index, file) in corpus.files.enumerated() {
          for (place, vector) in file.vectors.enumerated() {
            corpus.files[index].vectors[place].kills = run.claims[vector.id] ?? []
          }
          try folder.write(corpus.files[index].text, to: file.path)
        }
        run = CertificateRun(run, claiming: corpus)
      }
      try folder.write(run.json, to: "certificate.json")
    } catch {
      throw CommandFailure(message: TerminalText.escaped(error.description))
    }
    if let page { try OutputFile.write(String(decoding: run.page, as: UTF8.self), to: page) }
    if let mutationReport {
      try OutputFile.write(
        String(decoding: run.mutationTestingReport, as: UTF8.self), to: mutationReport)
    }
    var output = StandardOutput()
    output.append(run.summary + "\n")
    let problems = run.problems()
    for problem in problems { output.append("problem: \(TerminalText.escaped(problem))\n") }
    try output.finish()
    if !problems.isEmpty { throw ExitStatus.notAllValid }
  }
}
