import Foundation
import RequestCorpus

// `corpus COUNT [SEED]`: writes documents to standard output, one per line.
let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
guard let count = arguments.first else {
  FileHandle.standardError.write(Data("usage: corpus COUNT [SEED]\n".utf8))
  exit(2)
}
let corpus = RequestCorpus(count: Int(count), seed: arguments.dropFirst().first ?? 1)
FileHandle.standardOutput.write(Data(corpus.bytes))
