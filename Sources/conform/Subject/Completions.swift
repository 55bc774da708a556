import BulkChecking
import ArgumentParser
import OpenAPI
import SchemaRules
import Subjects

/// Shell completions for the options that name a schema or an operation.
enum Completions {
  /// The ids of built-in schemas, and the files whose names start with the word.
  @Sendable static func schemas(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let slash = prefix.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(prefix[...$0]) } ?? ""
    let names = (try? SourcePath(folder.isEmpty ? "." : folder).visibleNames()) ?? []
    let files = names.map { folder + String(decoding: $0, as: UTF8.self) }.map {
      SourcePath($0).isDirectory ? $0 + "/" : $0
    }
    return (BuiltInOperation.schemas.map(\.id) + files).filter { $0.hasPrefix(prefix) }
  }

  /// The operations of the document that the command line names.
  @Sendable static func operations(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    guard let option = words.firstIndex(of: "--openapi"), option + 1 < words.count,
      let description = try? SchemaReading().description(in: SchemaFile(path: words[option + 1]))
    else { return [] }
    return description.operations.map(\.id).filter { $0.hasPrefix(prefix) }
  }
}
