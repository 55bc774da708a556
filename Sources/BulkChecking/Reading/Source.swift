/// Something that documents are read from.
package struct Source: Hashable, Sendable {
  /// The file. Nil stands for standard input.
  let path: SourcePath?
  /// The name in reports: the path as it was given, `<stdin>` for standard input.
  package let name: String
  /// Whether each line is a document of its own.
  let hasDocumentPerLine: Bool
  /// Where consumers of a report look for the source: the path that standard input stands for, too.
  let place: SourcePath?

  /// Whether the source is YAML.
  let isYAML: Bool

  /// - Parameter place: The file whose content standard input is. Nil if it is that of none.
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

/// How a source is read.
package enum SourceReading: Sendable {
  /// As the extension says; without one that says anything, as one document in JSON.
  case byExtension
  /// Each line as a document in JSON.
  case lines
  /// As YAML.
  case yaml
}

extension SourcePath {
  /// What the extension says; nil if it is none by which documents are recognised.
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
