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
  /// Whether the source is YAML.
  let isYAML: Bool

  static func standardInput(_ reading: SourceReading) -> Source {
    Source(
      path: nil, name: "<stdin>", hasDocumentPerLine: reading == .lines, isYAML: reading == .yaml)
  }

  /// A file, whose extension may say that each line is a document, or that it is YAML.
  init(_ path: SourcePath, _ reading: SourceReading) {
    let suffix = path.fileExtension ?? ""
    self.init(
      path: path, name: path.description,
      hasDocumentPerLine: reading == .lines
        || reading == .byExtension && Self.lineExtensions.contains(suffix),
      isYAML: reading == .yaml || reading == .byExtension && Self.yamlExtensions.contains(suffix))
  }

  private init(path: SourcePath?, name: String, hasDocumentPerLine: Bool, isYAML: Bool) {
    self.path = path
    self.name = name
    self.hasDocumentPerLine = hasDocumentPerLine
    self.isYAML = isYAML
  }

  private static let lineExtensions = ["ndjson", "jsonl"]
  private static let yamlExtensions = ["yaml", "yml"]

  /// The extensions, in lower case, by which documents are recognised in a directory, packed or not.
  static let extensions = ["json"] + lineExtensions + yamlExtensions
}

extension Source {
  /// Opens the source for reading.
  func open() throws(ReadError) -> InputFile {
    guard let path else { return .standardInput() }
    guard let packing = path.packing else { return try InputFile(opening: path) }
    return try InputFile(unpacking: path, packing)
  }
}

/// How sources are read.
enum SourceReading {
  /// As their extensions say; standard input as one document in JSON.
  case byExtension
  /// Each line as a document in JSON.
  case lines
  /// As YAML.
  case yaml
}
