import JSONSchema
import JSONText

/// A configuration file, `conform.toml`: which schemas the files of a repository belong to.
///
///     exclude = ["build/"]
///
///     [[schemas]]
///     files = ["parcels/**/*.json"]
///     schema = "schemas/parcel.schema.json"
package struct Configuration {
  /// The files that one schema is for.
  package struct Entry {
    package let files: [Glob]
    /// A built-in schema's id, or a file.
    package let schema: String
    /// The position in the configuration, for messages.
    package let place: String
  }

  static let fileName = "conform.toml"

  /// The files and directories to omit.
  package let excluded: [Glob]
  package let entries: [Entry]
  /// The directory of the file.
  private let directory: SourcePath
  /// The schema of all other files; nil if they are not checked.
  package let schema: String?

  /// Reads the configuration that is nearest to the working directory, upwards. Returns nil if there is none.
  package static func nearest() throws(CommandFailure) -> Configuration? {
    var directory = SourcePath.workingDirectory
    while true {
      let path = directory.appending(Array(fileName.utf8))
      if path.isReadableFile { return try Configuration(path: path) }
      if directory.bytes == [UInt8(ascii: "/")] { return nil }
      directory = directory.parent
    }
  }

  /// Reads a file. Its patterns and paths are relative to its directory.
  package init(path: SourcePath) throws(CommandFailure) {
    let name = TerminalText.escaped(path.normalized.description)
    let directory = path.absolute.parent
    self.directory = directory
    var (excluded, schema, entries): ([Glob], String?, [Entry]) = ([], nil, [])
    do {
      for table in try TOMLReader.tables(try InputFile.text(of: path)) {
        try Self.checkNames(in: table)
        let isEntry = table.name != nil
        let globs = try table.strings(isEntry ? "files" : "exclude", isArray: true)
          .map { Glob($0.utf8, in: directory) }
        let file = try table.strings("schema", isArray: false).first.map {
          Self.schema($0, in: directory)
        }
        guard isEntry else {
          (excluded, schema) = (globs, file)
          continue
        }
        let place = table.members.first?.place ?? table.place
        guard !globs.isEmpty, let file else {
          throw TOMLReader.Failure(
            message: "[[schemas]] needs the keys files and schema", place: place)
        }
        entries.append(
          Entry(files: globs, schema: file, place: "\(name):\(place.line):\(place.column)"))
      }
      (self.excluded, self.schema, self.entries) = (excluded, schema, entries)
    } catch let error as TOMLReader.Failure {
      let place = "\(name):\(error.place.line):\(error.place.column)"
      throw CommandFailure(message: "cannot use the configuration: \(place): \(error.message)")
    } catch {
      let reason = (error as? ReadError)?.message ?? "\(error)"
      throw CommandFailure(message: "cannot read the configuration \(name): \(reason)")
    }
  }

  /// - Throws: a `Failure` for an unknown table or key.
  private static func checkNames(in table: TOMLReader.Table) throws(TOMLReader.Failure) {
    let isKnown = table.name == nil || table.name == "schemas"
    let keys = isKnown ? ["schema", table.name == nil ? "exclude" : "files"] : []
    guard let member = table.members.first(where: { !keys.contains($0.key) }) else { return }
    let name = isKnown ? member.key : table.name ?? ""
    let suggestion =
      Suggestion.closest(
        to: Array(name.utf8), among: (isKnown ? keys : ["schemas"]).map { Array($0.utf8) }
      ).map { "; did you mean \($0)?" } ?? ""
    throw TOMLReader.Failure(
      message:
        "unknown: \(table.name.map { "[[\($0)]] " } ?? "")\(member.key)\(suggestion); the keys are exclude "
        + "and schema, and in [[schemas]] files and schema", place: member.place)
  }

  /// The schemas whose patterns match none of the files that a walk finds, which may be misspelt. Empty unless the
  /// walk starts at the configuration's directory.
  package func unusedEntries(_ walk: SourceWalk) -> [Entry] {
    guard !entries.isEmpty, directory == SourcePath.workingDirectory else { return [] }
    let paths = walk.listing().paths.map(\.absolute.bytes)
    return entries.filter { entry in
      !entry.files.contains { glob in paths.contains { glob.matches($0) } }
    }
  }

  /// The path of a schema file relative to the working directory, or the id of a built-in schema.
  private static func schema(_ name: String, in directory: SourcePath) -> String {
    let path = directory.appending(Array(name.utf8))
    return path.isReadableFile ? path.normalized.description : name
  }
}
