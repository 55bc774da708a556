import Foundation
import Mutation
import VectorGenerator
import Vectors

// certify [--record] [FOLDER]: asks every mutant about every vector, prints and writes the certificate.
// --record: writes what the vectors kill into the ledger first, for the generator to put into the vectors.

var arguments = Array(CommandLine.arguments.dropFirst())
let records = arguments.first == "--record"
if records { arguments.removeFirst() }
let folder = CorpusFolder(path: arguments.first ?? "vectors")

do throws(CorpusError) {
  var run = CertificateRun(try folder.load(builtIns: Target.allCases.map(\.schema)))
  if records {
    try CorpusUpdate(folder, manifest: run.corpus.manifest).record(kills: run.claims)
    run = CertificateRun(try folder.load(builtIns: Target.allCases.map(\.schema)))
  }
  try folder.write(run.json, to: "certificate.json")
  try folder.write(run.page, to: "../docs/certificate.md")
  print(run.summary)
  print("the library takes       \(run.libraryTime) for all vectors")
  for problem in run.problems { print("certify: \(problem)") }
  exit(run.problems.isEmpty ? 0 : 1)
} catch {
  print("certify: \(error)")
  exit(2)
}
