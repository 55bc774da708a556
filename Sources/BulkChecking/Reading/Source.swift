/// Something that documents are read from.
package struct Source: Hashable, Sendable {
  /// The file. Nil stands for standard input.
  let path: SourcePath?
  /// The name in reports: the path as it was given, `<stdin>` for standard input.
  let name: String
  /// Whether each line is a document of its own.
  let hasDocumentPerLine: Bool
  /// Where consumers of a report look for the source: the path that standard input stands for, too.
  let place: SourcePath?

  /// - Parameter place: The file whose content standard input is. Nil if it is that of none.
  static func standardInput(lines: Bool, as place: SourcePath?) -> Source {
    Source(
      path: nil, name: place?.description ?? "<stdin>",
      hasDocumentPerLine: lines || place?.isLineFile ?? false, place: place)
  }

  /// A file, whose extension may say that it holds one document per line.
  init(_ path: SourcePath, lines: Bool) {
    self.init(
      path: path, name: path.description, hasDocumentPerLine: lines || path.isLineFile, place: path)
  }

  private init(path: SourcePath?, name: String, hasDocumentPerLine: Bool, place: SourcePath?) {
    self.path = path
    self.name = name
    self.hasDocumentPerLine = hasDocumentPerLine
    self.place = place
  }

  /// Opens the source for reading.
  func open() throws(ReadError) -> InputFile {
    guard let path else { return .standardInput() }
    guard let packing = path.packing else { return try InputFile(opening: path) }
    return try InputFile(unpacking: path, packing)
  }
}

extension SourcePath {
  private static let lineExtensions = ["ndjson", "jsonl"]

  /// Whether the extension says that each line is a document.
  fileprivate var isLineFile: Bool { fileExtension.map(Self.lineExtensions.contains) ?? false }

  /// Whether the extension is one by which documents are recognised in a directory, packed or not.
  var isDocument: Bool { isLineFile || fileExtension == "json" }
}
