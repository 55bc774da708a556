/// A file or standard input, from which documents are read.
package struct Source: Hashable, Sendable {
  /// The file; nil for standard input.
  let path: SourcePath?
  /// The name in reports: the path as it was given, `<stdin>` for standard input.
  package let name: String
  /// Whether each line is a document.
  let hasDocumentPerLine: Bool
  /// The path of the source in reports, including the path that was given for standard input.
  let place: SourcePath?

  /// Whether the source is YAML.
  let isYAML: Bool

  /// - Parameter place: The file whose content standard input is; nil if there is none.
  static func standardInput(_ reading: SourceReading, as place: SourcePath?) -> Source {
    Source(path: nil, name: place?.description ?? "<stdin>", reading, place)
  }

  /// A file, whose extension may say how it is read.
  init(_ path: SourcePath, _ reading: SourceReading) {
    self.init(path: path, name: path.description, reading, path)
  }

  private init(path: SourcePath?, name: String, _ reading: SourceReading, _ place: SourcePath?) {
    let reading = reading == .byExtension ? place?.reading ?? .byExtension : reading
    self.path = path
    self.name = name
    self.place = place
    hasDocumentPerLine = reading == .lines
    isYAML = reading == .yaml
  }

  /// Opens the source for reading.
  func open() throws(ReadError) -> InputFile {
    guard let path else { return .standardInput() }
    guard let packing = path.packing else { return try InputFile(opening: path) }
    return try InputFile(unpacking: path, packing)
  }
}

/// The ways to read a source.
package enum SourceReading: Sendable {
  /// By the extension; without a known one, as one document in JSON.
  case byExtension
  /// Each line as a document in JSON.
  case lines
  /// As YAML.
  case yaml
}

extension SourcePath {
  /// The reading that the extension selects; nil for an unknown extension.
  fileprivate var reading: SourceReading? {
    switch fileExtension {
    case "json": .byExtension
    case "ndjson", "jsonl": .lines
    case "yaml", "yml": .yaml
    default: nil
    }
  }

  /// Whether the extension is one by which documents are recognised in a directory, packed or not.
  var isDocument: Bool { reading != nil }
}
