import Foundation
import Vectors

/// The committed corpus, found beside this file, and read once.
enum TestCorpus {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let folder = CorpusFolder(path: root.appending(path: "vectors").path)

  private static let loaded = Result { () throws(CorpusError) in try folder.load() }

  /// The corpus; throws where it cannot be loaded, so that tests fail instead of having no cases.
  static func load() throws -> Corpus { try loaded.get() }

  /// A copy of the corpus in a temporary folder, small enough to be changed and loaded again.
  static func copy(changing change: (CorpusFolder) throws -> Void) throws -> CorpusFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "vectors-\(UUID().uuidString)")
    let copy = CorpusFolder(path: url.path)
    for path in [
      "VERSION", "choices.json", "tombstones.json", "page/examples.json", "limits/size.json",
    ] {
      try copy.write(try folder.read(path), to: path)
    }
    try change(copy)
    return copy
  }
}

extension Result where Failure == CorpusError {
  init(_ make: () throws(CorpusError) -> Success) {
    do throws(CorpusError) { self = .success(try make()) } catch { self = .failure(error) }
  }
}
