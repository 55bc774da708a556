package import JSONText

/// One source file: the vectors of one topic.
public struct VectorFile: Hashable, Sendable, Identifiable {
  /// The path in the corpus's folder, such as `patterns/name/ascii.json`.
  public var path: String
  /// The topic in a few words.
  public var title: String
  /// The common property of the vectors.
  public var about: String
  /// The vectors.
  public var vectors: [Vector]

  /// The path.
  public var id: String { path }

  /// The class of the vectors: the folder.
  public var className: String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  /// The class of vectors that no family derives: documents that tell a mutant from the right implementation,
  /// found when the corpus was certified.
  package static let foundClass = "found"

  /// Whether the vectors were found.
  package var isFound: Bool { className == Self.foundClass }

  /// Creates a file.
  public init(path: String, title: String, about: String, vectors: [Vector]) {
    self.path = path
    self.title = title
    self.about = about
    self.vectors = vectors
  }

  /// Reads a source file.
  ///
  /// - Throws: `CorpusError` for anything that the format does not allow.
  public init(path: String, bytes: [UInt8]) throws(CorpusError) {
    do throws(CorpusError) {
      let members = try StrictMembers(
        try JSONValue(corpusFile: bytes), allowing: "$schema", "title", "about", "vectors")
      self.init(
        path: path, title: try members.text("title"), about: try members.text("about"), vectors: [])
      for element in try members.elements("vectors") { vectors.append(try Vector(element)) }
    } catch {
      throw error.inFile(path)
    }
  }

  /// The name of the schema of source files, where a corpus has it.
  public static let schemaName = "vector-format.schema.json"

  /// The file's text, one vector per line, with a reference to the schema of source files or without one.
  public func text(hasSchema: Bool) -> [UInt8] {
    let up = String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    var text = Array("{\n".utf8)
    let schema = hasSchema ? [("$schema", up + Self.schemaName)] : []
    for (name, value) in schema + [("title", title), ("about", about)] {
      text += "  \"\(name)\": ".utf8 + ASCIIText.encoding(.string(value)) + ",\n".utf8
    }
    text += "  \"vectors\": [\n".utf8
    for (index, vector) in vectors.enumerated() {
      text += "    ".utf8 + ASCIIText.encoding(vector.jsonValue)
      text += (index + 1 == vectors.count ? "\n" : ",\n").utf8
    }
    return text + "  ]\n}\n".utf8
  }
}

extension JSONValue {
  /// Reads a file of the corpus.
  package init(corpusFile bytes: [UInt8]) throws(CorpusError) {
    do throws(ReadError) {
      try self.init(parsing: bytes)
    } catch {
      switch error {
      case .malformed(let fault):
        throw CorpusError("not JSON: \(fault.message) (byte \(fault.offset))")
      case .limitExceeded(let limit): throw CorpusError("exceeds the limit \(limit.rawValue)")
      }
    }
  }
}
