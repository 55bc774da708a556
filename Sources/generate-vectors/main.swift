import Foundation
import VectorGenerator
import Vectors

// generate-vectors [--fresh] [FOLDER]: writes the corpus again; the same bytes unless its code changed.

var arguments = Array(CommandLine.arguments.dropFirst())
let isFresh = arguments.first == "--fresh"
if isFresh { arguments.removeFirst() }
let folder = CorpusFolder(path: arguments.first ?? "vectors")

do throws(CorpusError) {
  let summary = try CorpusUpdate(folder).run(forgettingLedger: isFresh)
  print(summary)
} catch {
  print("generate-vectors: \(error)")
  exit(1)
}
