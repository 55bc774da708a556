import APIOperations
import BackupDestinations
import Foundation
import ScratchDirectories
import Testing
import VectorGenerator
import Vectors

/// The committed corpus, found beside this file, and read once.
enum TestCorpus {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let folder = CorpusFolder(path: root.appending(path: "vectors").path)

  private static let loaded = Result { () throws(CorpusError) in try load(folder) }

  /// Reads a corpus whose bodies are those of the operation.
  static func load(_ folder: CorpusFolder) throws(CorpusError) -> Corpus {
    try folder.load(builtIns: AddBackupDestination.operation.schemas)
  }

  /// The documents that the operation's page shows, as the command adds them.
  static func examples() throws -> [ShownExample] {
    try zip(["request", "response"], AddBackupDestination.operation.examples).map {
      ShownExample($1, of: $0)
    }.map { try #require($0) }
  }

  /// The corpus; throws where it cannot be loaded, so that tests fail instead of having no cases.
  static func load() throws -> Corpus { try loaded.get() }

  /// A copy of the corpus, small enough to be changed and loaded again.
  static func copy(changing change: (CorpusFolder) throws -> Void) throws -> ScratchDirectory {
    let copy = try ScratchDirectory()
    for path in [
      "VERSION", "corpus.json", "choices.json", "tombstones.json", "page/examples.json",
      "limits/size.json",
    ] {
      try copy.file(path, try folder.read(path))
    }
    try change(copy.corpus)
    return copy
  }
}

extension ScratchDirectory {
  /// The directory as the folder of a corpus.
  var corpus: CorpusFolder { CorpusFolder(path: url.path) }
}

extension Result where Failure == CorpusError {
  init(_ make: () throws(CorpusError) -> Success) {
    do throws(CorpusError) { self = .success(try make()) } catch { self = .failure(error) }
  }
}
