#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import APIOperations
import JSONText
public import SchemaRules

/// The folder `vectors/` on disk.
///
/// This is the only file of the target that imports Foundation, which lists folders.
public struct CorpusFolder: Sendable {
  /// The folder.
  public var url: URL

  /// Creates a reference to the folder at a path.
  public init(path: String) {
    url = URL(filePath: path, directoryHint: .isDirectory)
  }

  /// Files of the folder that are not source files, and folders that hold none.
  static let otherFiles: Set<String> = [  // strings: ASCII
    VectorFile.schemaName, "corpus.json", "choices.json", "notes.json", "tombstones.json",
    "certificate.json", "mutation-testing-report.json",
  ]
  static let otherFolders = ["compiled/", "adapters/", "schemas/"]

  /// Reads and checks the whole corpus.
  ///
  /// - Parameter builtIns: The schemas that bodies can refer to by id.
  /// - Throws: `CorpusError` for anything missing, empty, unknown or duplicate.
  public func load(builtIns: [Schema] = []) throws(CorpusError) -> Corpus {
    let axes = try reading("choices.json", as: Decision.readingAxes)
    var files: [VectorFile] = []
    for path in try sourcePaths() { files.append(try VectorFile(path: path, bytes: read(path))) }
    let corpus = Corpus(
      version: try version(), manifest: try manifest(builtIns: builtIns), axes: axes, files: files,
      tombstones: try tombstones())
    try corpus.check()
    return corpus
  }

  /// Reads the manifest.
  ///
  /// - Parameter builtIns: The schemas that bodies can refer to by id.
  public func manifest(builtIns: [Schema]) throws(CorpusError) -> CorpusManifest {
    try reading("corpus.json") { value throws(CorpusError) in
      try CorpusManifest(value, builtIns: builtIns, read: self.read)
    }
  }

  /// The corpus's version.
  public func version() throws(CorpusError) -> String {
    String(decoding: try read("VERSION"), as: UTF8.self).filter { !$0.isNewline }
  }

  /// The withdrawn ids.
  public func tombstones() throws(CorpusError) -> [Tombstone] {
    try reading("tombstones.json", as: Tombstone.reading)
  }

  /// The paths of the source files, sorted.
  public func sourcePaths() throws(CorpusError) -> [String] {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: url.path) else {
      throw CorpusError("the folder does not exist", file: url.path)
    }
    return paths.filter { path in
      path.hasSuffix(".json") && !Self.otherFiles.contains(path)
        && !Self.otherFolders.contains { path.hasPrefix($0) }
    }.sorted()
  }

  /// Whether the folder has a file.
  public func contains(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: path).path)
  }

  /// Reads a file of the folder.
  public func read(_ path: String) throws(CorpusError) -> [UInt8] {
    guard let data = try? Data(contentsOf: url.appending(path: path)), !data.isEmpty else {
      throw CorpusError("the file is missing or empty", file: path)
    }
    return Array(data)
  }

  /// Writes a file of the folder, and creates missing folders.
  public func write(_ bytes: [UInt8], to path: String) throws(CorpusError) {
    let file = url.appending(path: path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file, options: .atomic)
    } catch {
      throw CorpusError("cannot be written", file: path)
    }
  }

  /// Removes a file of the folder.
  public func remove(_ path: String) throws(CorpusError) {
    do {
      try FileManager.default.removeItem(at: url.appending(path: path))
    } catch {
      throw CorpusError("cannot be removed", file: path)
    }
  }

  private func reading<Value>(
    _ path: String, as read: (JSONValue) throws(CorpusError) -> Value
  ) throws(CorpusError) -> Value {
    do throws(CorpusError) {
      return try read(try JSONValue(corpusFile: self.read(path)))
    } catch {
      throw error.inFile(path)
    }
  }
}
