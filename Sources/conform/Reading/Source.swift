/// Something that documents are read from.
struct Source: Hashable, Sendable {
  /// The file.
  ///
  /// Nil stands for standard input.
  let path: SourcePath?
  /// The name in reports: the path as it was given, `<stdin>` for standard input.
  let name: String
  /// Whether each line is a document of its own.
  let hasDocumentPerLine: Bool

  static func standardInput(lines: Bool) -> Source {
    Source(path: nil, name: "<stdin>", hasDocumentPerLine: lines)
  }

  /// A file, whose extension may say that it holds a document a line.
  init(_ path: SourcePath, lines: Bool) {
    let isLineFile = path.fileExtension.map(Self.lineExtensions.contains) ?? false
    self.init(path: path, name: path.description, hasDocumentPerLine: lines || isLineFile)
  }

  private init(path: SourcePath?, name: String, hasDocumentPerLine: Bool) {
    self.path = path
    self.name = name
    self.hasDocumentPerLine = hasDocumentPerLine
  }

  private static let lineExtensions = ["ndjson", "jsonl"]

  /// The extensions, in lower case, by which documents are recognised in a directory, packed or not.
  static let extensions = ["json"] + lineExtensions
}

extension Source {
  /// Opens the source for reading.
  func open() throws(ReadError) -> InputFile {
    guard let path else { return .standardInput() }
    guard let packing = path.packing else { return try InputFile(opening: path) }
    return try InputFile(unpacking: path, packing)
  }
}
