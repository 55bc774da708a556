/// The reason why the corpus cannot be used, with the file and the vector.
public struct CorpusError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, relative to the corpus's folder.
  public var file: String
  /// The vector, axis or other entry; empty for the file as a whole.
  public var entry: String
  /// The problem.
  public var problem: String

  /// Creates an error.
  public init(_ problem: String, file: String = "", entry: String = "") {
    self.file = file
    self.entry = entry
    self.problem = problem
  }

  /// File, entry and problem on one line.
  public var description: String {
    [file, entry, problem].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// The same error, placed in a file.
  func inFile(_ path: String) -> CorpusError {
    CorpusError(problem, file: path, entry: entry)
  }

  /// The same error, placed at an entry.
  func atEntry(_ name: String) -> CorpusError {
    CorpusError(problem, file: file, entry: entry.isEmpty ? name : "\(name): \(entry)")
  }
}
