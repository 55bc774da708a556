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
    var excluded: [Glob] = []
    var schema: String?
    var entries: [(files: [Glob], schema: String?, place: SourceLocation)] = []
    do {
      for member in try TOMLReader.members(try InputFile.text(of: path)) {
        let place = member.place
        func globs(_ patterns: [String]) -> [Glob] { patterns.map { Glob($0.utf8, in: directory) } }
        if let table = member.table, table.name == "schemas", table.index >= entries.count {
          entries.append(([], nil, place))
        }
        switch (member.table?.name, member.key, member.value) {
        case (nil, "exclude", .strings(let patterns)): excluded = globs(patterns)
        case (nil, "schema", .string(let text)): schema = Self.schema(text, in: directory)
        case ("schemas", "files", .strings(let patterns)):
          entries[entries.count - 1].files = globs(patterns)
        case ("schemas", "schema", .string(let text)):
          entries[entries.count - 1].schema = Self.schema(text, in: directory)
        case (nil, "exclude", _), ("schemas", "files", _):
          throw TOMLReader.Failure(
            message: "\(member.key) must be an array of strings", place: place)
        case (nil, "schema", _), ("schemas", "schema", _):
          throw TOMLReader.Failure(message: "schema must be one string", place: place)
        default:
          let table = member.table.map { "[[\($0.name)]] " } ?? ""
          let isKnownTable = member.table.map { $0.name == "schemas" } ?? true
          let names =
            isKnownTable ? ["schema", member.table == nil ? "exclude" : "files"] : ["schemas"]
          let name = isKnownTable ? member.key : member.table?.name ?? ""
          let suggestion =
            Suggestion.closest(to: Array(name.utf8), among: names.map { Array($0.utf8) })
            .map { "; did you mean \($0)?" } ?? ""
          throw TOMLReader.Failure(
            message:
              "unknown: \(table)\(member.key)\(suggestion); the keys are exclude and schema, and in "
              + "[[schemas]] files and schema", place: place)
        }
      }
      self.excluded = excluded
      self.schema = schema
      self.entries = try entries.map { entry throws(TOMLReader.Failure) in
        guard !entry.files.isEmpty, let schema = entry.schema else {
          throw TOMLReader.Failure(
            message: "[[schemas]] needs the keys files and schema", place: entry.place)
        }
        let place = "\(name):\(entry.place.line):\(entry.place.column)"
        return Entry(files: entry.files, schema: schema, place: place)
      }
    } catch let error as TOMLReader.Failure {
      let place = "\(name):\(error.place.line):\(error.place.column)"
      throw CommandFailure(message: "cannot use the configuration: \(place): \(error.message)")
    } catch {
      let reason = (error as? ReadError)?.message ?? "\(error)"
      throw CommandFailure(message: "cannot read the configuration \(name): \(reason)")
    }
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
