import APIOperations
import BackupDestinations
import Foundation
import JSONText
import SchemaRules
import ScratchDirectories
import Testing

/// Compares the library with the independent reference on generated documents.
///
/// `CONFORM_DOCUMENTS` sets the number of documents for each body (default 10,000), and `CONFORM_SEED` selects them.
@Suite("Comparison with the reference", .enabled(if: Node.isInstalled, Node.skipReason))
struct DifferentialTests {
  static let environment = ProcessInfo.processInfo.environment
  static let count = environment["CONFORM_DOCUMENTS"] ?? "10000"
  static let seed = environment["CONFORM_SEED"] ?? "1"

  @Test(arguments: ["request", "response"])
  func sameOutcomesAndErrors(target: String) throws {
    let schemas = AddBackupDestination.operation.schemas
    let schema = try #require(schemas.first { $0.id.hasSuffix(".\(target)") })
    var limits = ValidationLimits()
    // The reference reports every error.
    limits.errors = .max
    let validator = try Validator(schema, limits: limits)
    let scratch = try ScratchDirectory()
    let documents = try scratch.file(
      "documents",
      Node.run("generate.mjs", ["--seed", Self.seed, "--count", Self.count, "--target", target]))
    let answers = try Node.run("reference.mjs", ["--target", target], input: documents)

    let documentLines = try Data(contentsOf: documents).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    let answerLines = answers.split(separator: 0x0A, omittingEmptySubsequences: false)
    try #require(documentLines.count == answerLines.count)
    try #require(documentLines.count == Int(Self.count).map { $0 + 1 })

    let workspace = ValidationWorkspace()
    var outcomes: [ValidationResult.Outcome: Int] = [:]
    for (number, (line, answer)) in zip(documentLines, answerLines).dropLast().enumerated() {
      let document = try #require(Data(base64Encoded: line)).map { $0 }
      let result = unsafe validator.validate(document.span.bytes, with: workspace)
      outcomes[result.outcome, default: 0] += 1
      // In the format of the reference, so the bytes can be compared.
      var writer = JSONWriter()
      writer.beginObject()
      writer.name("outcome")
      writer.string(result.outcome.rawValue)
      writer.name("errors")
      writer.beginArray()
      for error in result.errors {
        writer.beginArray()
        writer.string(error.pointer.description)
        writer.string(error.keyword.rawValue)
        writer.endArray()
      }
      writer.endArray()
      writer.endObject()
      if !writer.bytes.elementsEqual(answer) {
        Issue.record(
          """
          document \(number) of seed \(Self.seed): \(line.count > 4000 ? "" : String(decoding: line, as: UTF8.self))
          library:   \(writer.text)
          reference: \(String(decoding: answer, as: UTF8.self))
          """)
      }
    }
    // A generator that makes only one kind of document would prove nothing.
    for outcome in [ValidationResult.Outcome.valid, .invalid, .malformed] {
      #expect(outcomes[outcome, default: 0] * 20 > documentLines.count, "\(outcome) is rare")
    }
  }
}
