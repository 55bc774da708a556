import Foundation
import JSONSchema
import JSONText
import SchemaRules
import Testing

/// The official test suite of JSON Schema, in a directory from the environment.
///
/// https://github.com/json-schema-org/JSON-Schema-Test-Suite
enum OfficialSuite {
  static let directory = ProcessInfo.processInfo.environment["CONFORM_JSON_SCHEMA_SUITE"]

  static let isThere = ConditionTrait.enabled(
    if: directory != nil, "set CONFORM_JSON_SCHEMA_SUITE to a copy of the official test suite")

  /// A file of the suite, by its path.
  struct File: Sendable, CustomTestStringConvertible, Identifiable {
    let dialect: Dialect
    let path: String

    var id: String { path }
    var testDescription: String { path }
    var assertsFormat: Bool {
      path.contains("/optional/format/") || path.hasSuffix("draft7/optional/content.json")
    }
  }

  struct Broken: Error { let path: String }

  /// A schema with documents.
  struct Group {
    let description: String
    let schema: JSONValue
    let tests: [(description: String, instance: JSONValue, isValid: Bool)]
  }

  /// The files with tests of validation, of every draft.
  static let files: [File] = Dialect.allCases.flatMap { dialect in
    paths(below: "tests/draft\(dialect.rawValue)").map { File(dialect: dialect, path: $0) }
  }

  static func paths(below folder: String) -> [String] {
    guard let directory else { return [] }
    let paths = FileManager.default.enumerator(atPath: "\(directory)/\(folder)")
    return (paths?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".json") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  static func read(_ path: String) throws -> JSONValue {
    guard let directory, let data = FileManager.default.contents(atPath: "\(directory)/\(path)")
    else {
      throw Broken(path: path)
    }
    return try JSONValue(parsing: Array(data))
  }

  static func groups(of file: File) throws -> [Group] {
    guard let groups = try read(file.path).arrayValue, !groups.isEmpty else {
      throw Broken(path: file.path)
    }
    return try groups.map { group in
      guard let description = group["description"]?.stringValue, let schema = group["schema"],
        let tests = group["tests"]?.arrayValue
      else { throw Broken(path: file.path) }
      return Group(
        description: description, schema: schema,
        tests: try tests.map { test in
          guard let name = test["description"]?.stringValue, let data = test["data"],
            let isValid = test["valid"]?.booleanValue
          else { throw Broken(path: file.path) }
          return (name, data, isValid)
        })
    }
  }

  /// Reads a schema. `documents` contains texts to which it may refer, by their URIs.
  static func schema(
    _ value: JSONValue, _ dialect: Dialect = .draft2020, assertsFormat: Bool = false,
    documents: [(uri: String, value: JSONValue)] = []
  ) throws -> Schema {
    let documents = documents.map {
      SchemaGraph.Document(name: $0.uri, bytes: Array($0.value.compactText.utf8))
    }
    return try Schema(
      jsonSchema: Array(value.compactText.utf8),
      options: JSONSchemaOptions(
        dialect: dialect, assertsFormat: assertsFormat, documents: documents, lookup: remote))
  }

  /// The texts that tests expect below http://localhost:1234/.
  @Sendable private static func remote(_ uri: String) throws -> SchemaGraph.Document? {
    let prefix = "http://localhost:1234/"
    guard let directory, uri.hasPrefix(prefix),
      let data = FileManager.default.contents(
        atPath: "\(directory)/remotes/\(uri.dropFirst(prefix.count))")
    else { return nil }
    return SchemaGraph.Document(name: uri, bytes: Array(data))
  }
}
