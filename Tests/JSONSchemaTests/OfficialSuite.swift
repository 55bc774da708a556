import Foundation
import JSONSchema
import JSONText
import SchemaRules
import Testing

/// The official test suite of JSON Schema, in a directory that the environment names.
///
/// https://github.com/json-schema-org/JSON-Schema-Test-Suite
enum OfficialSuite {
  static let variable = "CONFORM_JSON_SCHEMA_SUITE"
  static let directory = ProcessInfo.processInfo.environment[variable]

  /// A file of tests of one draft.
  struct File: Sendable, CustomTestStringConvertible, Identifiable {
    let dialect: Dialect
    /// The path below the draft's directory, such as `optional/format/date.json`.
    let path: String

    var id: String { "\(dialect.directory)/\(path)" }
    var testDescription: String { id }
    var assertsFormat: Bool { path.hasPrefix("optional/format/") }
  }

  /// A schema with documents.
  struct Group {
    let description: String
    let schema: [UInt8]
    let tests: [(description: String, document: [UInt8], isValid: Bool)]
  }

  struct Broken: Error {
    let path: String
  }

  /// The files of every draft. Throws if the directory does not have all five; none without a directory,
  /// where the test is skipped.
  static func files() throws -> [File] {
    guard let directory else { return [] }
    return try Dialect.allCases.flatMap { dialect in
      let root = "\(directory)/tests/\(dialect.directory)"
      let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
      let files = paths.filter { $0.hasSuffix(".json") }.sorted()
      guard !files.isEmpty else { throw Broken(path: root) }
      return files.map { File(dialect: dialect, path: $0) }
    }
  }

  static func groups(of file: File) throws -> [Group] {
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
  @Sendable static func remote(_ uri: String) throws -> SchemaGraph.Document? {
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
