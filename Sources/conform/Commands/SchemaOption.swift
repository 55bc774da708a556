import APIOperations
import ArgumentParser
import BackupDestinations
import BulkChecking
import JSONSchema
import SchemaRules

/// The options that say which schema to use.
struct SchemaOption: ParsableArguments {
  @Option(
    name: .customLong("schema"),
    help: ArgumentHelp(
      "The schema: a JSON Schema file, or the id of a built-in schema (conform schemas lists them).",
      valueName: "id|file"))
  var name: String?

  /// Whether the option is there.
  var isGiven: Bool { name != nil }

  @OptionGroup var text: SchemaTextOptions

  /// Every schema that has an id on the command line: those of the operation. Not taken from the operation
  /// itself, whose decisions take a millisecond to put together.
  static let known = [AddBackupDestination.request, AddBackupDestination.response]

  /// The schema with a given id, or in a file.
  ///
  /// - Throws: `CommandFailure` if there is neither, or if the file is not a schema.
  func schema() throws -> Schema {
    let name = name ?? AddBackupDestination.request.id
    let file = SchemaFile(path: name)
    if !file.exists, let schema = Self.known.first(where: { $0.id == name }) { return schema }
    guard file.exists else {
      throw CommandFailure(unknown: "schema", name, known: Self.known.map(\.id))
    }
    let options = try text.options(for: file)
    let bytes = try file.bytes()
    do throws(JSONSchemaError) {
      return try Schema(jsonSchema: bytes, options: options)
    } catch {
      throw CommandFailure(schema: error)
    }
  }
}

/// How to read schema files, and where their references lead.
struct SchemaTextOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Where references in a schema file lead: PATH is the file for URI, or a directory with the files for \
      every URI that starts with URI. May be repeated. conform never uses a network.
      """, valueName: "uri=path"))
  var resolve: [SchemaMapping] = []

  @Option(
    help: ArgumentHelp(
      """
      The dialect of schema files without "$schema": 2020-12, 2019-09, 7, 6, 4 or the URI of a \
      meta-schema. Default: 2020-12.
      """, valueName: "dialect"))
  var dialect: String?

  @Flag(
    help:
      "Reject values that do not have their \"format\"; by default, a schema file's formats only annotate."
  )
  var assertFormat = false

  /// - Throws: `CommandFailure` for an unknown dialect.
  func options(for file: SchemaFile) throws -> JSONSchemaOptions {
    var options = JSONSchemaOptions(name: file.path, assertsFormat: assertFormat)
    if let dialect {
      if let known = Dialect(rawValue: dialect) {
        options.dialect = known
      } else if dialect.utf8.contains(UInt8(ascii: ":")) {
        options.metaSchema = dialect
      } else {
        let known = Dialect.allCases.reversed().map(\.rawValue)
        throw CommandFailure(unknown: "dialect", dialect, known: known)
      }
    }
    let mappings = resolve
    options.lookup = { try SchemaMapping.document(for: $0, mappings) }
    return options
  }
}

/// A file that holds a schema.
struct SchemaFile {
  let path: String

  /// Whether there is something to read there.
  var exists: Bool { SourcePath(path).isReadableFile }

  func bytes() throws(CommandFailure) -> [UInt8] {
    do throws(ReadError) {
      return try InputFile.contents(of: SourcePath(path))
    } catch {
      throw CommandFailure(
        message: "cannot read the schema \(TerminalText.escaped(path)): \(error.message)")
    }
  }
}

/// Where the schemas with some URIs are: one value of `--resolve`.
struct SchemaMapping: ExpressibleByArgument, Sendable {
  let uri: String
  let path: String

  init?(argument: String) {
    // The first "=" of which the part behind it exists: URIs may have one too.
    let bytes = Array(argument.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "=") {
      let path = String(decoding: bytes[(index + 1)...], as: UTF8.self)
      guard !path.isEmpty, index > 0 else { continue }
      uri = String(decoding: bytes[..<index], as: UTF8.self)
      self.path = path
      return
    }
    return nil
  }

  /// The text with a URI by some mappings, of which the one with the longest URI counts. Returns nil if none
  /// of them is about the URI, or if the file is missing in the folder.
  static func document(
    for uri: String, _ mappings: [SchemaMapping]
  ) throws -> SchemaGraph.Document? {
    let candidates = mappings.filter { uri.utf8.starts(with: $0.uri.utf8) }
      .sorted { $0.uri.utf8.count > $1.uri.utf8.count }
    for mapping in candidates {
      let rest = String(decoding: uri.utf8.dropFirst(mapping.uri.utf8.count), as: UTF8.self)
      let isFolder = SourcePath(mapping.path).isDirectory
      guard isFolder || rest.isEmpty else { continue }
      guard !isFolder || !rest.split(separator: "/").contains("..") else { continue }
      let separator = mapping.path.hasSuffix("/") || rest.hasPrefix("/") ? "" : "/"
      let path = isFolder ? mapping.path + separator + rest : mapping.path
      guard SourcePath(path).isReadableFile else { continue }
      return SchemaGraph.Document(name: path, bytes: try SchemaFile(path: path).bytes())
    }
    return nil
  }
}

extension CommandFailure {
  /// What is wrong with a schema, every problem on a line of its own.
  init(schema error: JSONSchemaError) {
    let problems = error.problems.map { TerminalText.escaped($0.description) }
    self.init(message: "the schema cannot be used:\n" + problems.joined(separator: "\n"))
  }

  /// What a schema is used for, with a failure that says what is wrong with the schema.
  static func catching<Result>(
    _ body: () throws(SchemaError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(SchemaError) {
      return try body()
    } catch {
      throw CommandFailure(
        message: "the schema cannot be used: \(TerminalText.escaped(error.description))")
    }
  }

  /// A name that is none of those known.
  init(unknown kind: String, _ name: String, known: [String]) {
    var message = "unknown \(kind) '\(TerminalText.escaped(name))'"
    if let suggestion = Suggestion.closest(to: name, among: known) {
      message += "; did you mean '\(suggestion)'?"
    }
    message += "\nKnown \(kind == "class" ? "classe" : kind)s:"
    for other in known { message += "\n  \(other)" }
    self.init(message: message)
  }
}
