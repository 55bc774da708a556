import APIOperations
import BackupDestinations
import Foundation
import JSONText
import SchemaDocuments
import SchemaRules
import Testing
import Vectors

@testable import OperationDocuments

/// The examples that documents show for the rules, from the committed corpus.
@Suite("Examples of rules from the corpus")
struct VectorIndexTests {
  private static let operation = AddBackupDestination.operation
  private static let rules = operation.schemas.flatMap(\.rules)
  private static let loaded = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = CorpusFolder(path: root.appending(path: "vectors").path)
    return VectorIndex(try folder.load(builtIns: operation.schemas), operation)
  }

  private static func length(_ example: VectorIndex.Example) throws -> Int {
    let value = try JSONValue(parsing: Array(example.value.utf8))
    return try #require(value.stringValue).unicodeScalars.count
  }

  @Test(arguments: rules.filter { $0.keyword == .minLength || $0.keyword == .maxLength })
  func lengthsAreNextToTheBound(_ rule: Rule) throws {
    let vectors = try #require(Self.loaded.get().rules[Array(rule.id.utf8)])
    guard case .count(let bound) = rule.parameter, !rule.isSecret else {
      return #expect(vectors.accepted.isEmpty && vectors.rejected.isEmpty)
    }
    let outside = rule.keyword == .minLength ? -1 : 1
    for example in vectors.accepted where !example.value.contains("…") {
      let distance = try Self.length(example) - bound
      #expect([0, -outside].contains(distance), "\(example.value)")
    }
    for example in vectors.rejected where !example.value.contains("…") {
      let distance = try Self.length(example) - bound
      #expect([outside, 2 * outside].contains(distance), "\(example.value)")
    }
  }

  @Test(arguments: rules)
  func areFewDifferentAndNotSecret(_ rule: Rule) throws {
    guard let vectors = try Self.loaded.get().rules[Array(rule.id.utf8)] else { return }
    for examples in [vectors.accepted, vectors.rejected] {
      #expect(examples.count <= (rule.isSecret ? 0 : 5))
      #expect(Set(examples.map(\.value)).count == examples.count)
      #expect(examples.allSatisfy { $0.value.utf8.count <= 24 * 6 + 12 * 6 + 3 })
    }
    #expect(vectors.files.values.reduce(0, +) == vectors.accepting + vectors.rejecting)
  }

  /// Legible values with many different letters come first.
  @Test(arguments: [
    ("\"abcdef\"", "\"aaaaaa\""), ("\"ab\"", "\"\\u0007b\""), ("\"abc\"", "\"\""),
    ("\"abc\"", "\"\(String(repeating: "a", count: 60))\""),
  ])
  func clarity(_ clear: String, _ other: String) throws {
    let values = try [clear, other].map { text in
      try #require(ShownValue(Array("{\"name\":\(text)}".utf8), at: JSONPointer("/name") ?? .root))
    }
    #expect(values[0].clarity > values[1].clarity)
  }
}
