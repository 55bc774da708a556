import Foundation
import JSONText
public import SchemaRules
public import Testing

/// The official test suite of JSON Schema, in a directory from the environment.
///
/// https://github.com/json-schema-org/JSON-Schema-Test-Suite
public enum OfficialSuite {
  /// The directory of the suite; nil if the environment does not name one.
  public static let directory = ProcessInfo.processInfo.environment["CONFORM_JSON_SCHEMA_SUITE"]

  /// Skips a test visibly if there is no suite.
  public static let isThere = ConditionTrait.enabled(
    if: directory != nil, "set CONFORM_JSON_SCHEMA_SUITE to a copy of the official test suite")

  /// A file of tests for one draft.
  public struct File: Sendable, CustomTestStringConvertible, Identifiable {
    /// The draft.
    public let dialect: Dialect
    /// The path below the draft's directory, such as `optional/format/date.json`.
    let path: String

    /// The path below the suite's directory of tests.
    public var id: String { "\(dialect.directory)/\(path)" }
    /// The path.
    public var testDescription: String { id }
    /// Whether the tests expect `format` to reject values, or in draft 7 `contentEncoding` and
    /// `contentMediaType`.
    public var assertsFormat: Bool {
      path.hasPrefix("optional/format/") || path == "optional/content.json" && dialect == .draft7
    }
  }

  /// A schema with documents.
  public struct Group {
    /// The topic of the schema.
    public let description: String
    /// The schema's text.
    public let schema: [UInt8]
    /// The documents, each on one line, and whether they are valid.
    public let tests: [(description: String, document: [UInt8], isValid: Bool)]
  }

  struct Broken: Error {
    let path: String
  }

  /// The files of every draft; empty without a directory, because the test is skipped. Throws if the directory does
  /// not contain all five drafts.
  public static func files() throws -> [File] {
    guard let directory else { return [] }
    return try Dialect.allCases.flatMap { dialect in
      let root = "\(directory)/tests/\(dialect.directory)"
      let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
      let files = paths.filter { $0.hasSuffix(".json") }.sorted()
      guard !files.isEmpty else { throw Broken(path: root) }
      return files.map { File(dialect: dialect, path: $0) }
    }
  }

  /// The schemas of a file. Throws if the file does not have the expected form.
  public static func groups(of file: File) throws -> [Group] {
    let path = "\(directory ?? "")/tests/\(file.id)"
    guard let groups = try JSONValue(parsing: read(path)).arrayValue, !groups.isEmpty else {
      throw Broken(path: path)
    }
    return try groups.map { group in
      guard let description = group["description"]?.stringValue, let schema = group["schema"],
        let tests = group["tests"]?.arrayValue
      else { throw Broken(path: path) }
      return Group(
        description: description, schema: schema.bytes,
        tests: try tests.map { test in
          guard let name = test["description"]?.stringValue, let data = test["data"],
            let isValid = test["valid"]?.booleanValue
          else { throw Broken(path: path) }
          return (name, data.bytes, isValid)
        })
    }
  }

  /// The texts that tests expect below http://localhost:1234/.
  @Sendable public static func remote(_ uri: String) throws -> SchemaGraph.Document? {
    let prefix = "http://localhost:1234/"
    guard let directory, uri.hasPrefix(prefix) else { return nil }
    let path = "\(directory)/remotes/\(uri.dropFirst(prefix.count))"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return SchemaGraph.Document(name: uri, bytes: try read(path))
  }

  private static func read(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { throw Broken(path: path) }
    return Array(data)
  }
}

extension Dialect {
  /// The directory of the draft's tests.
  fileprivate var directory: String { "draft\(rawValue)" }
}

extension JSONValue {
  /// The value as text.
  fileprivate var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.bytes
  }
}
