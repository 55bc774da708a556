import Foundation
import JSONSchemaSuite
import JSONText
import ScratchDirectories
import SchemaRules
import Testing

/// The official test suite, run like a user's command: a schema file, with its documents as lines.
@Suite("The official test suite of JSON Schema, on the command line")
struct OfficialSuiteTests {
  /// Checks the documents of every schema in the directory. Each run's exit status has its own line.
  private static let script = """
    number=0
    while [ -f "$number.schema.json" ]; do
      "$0" check --schema "$number.schema.json" "$@" --format ndjson "$number.jsonl"
      echo "{\\"status\\":$?}"
      number=$((number + 1))
    done
    """

  @Test(
    "agrees with the suite", OfficialSuite.isThere,
    arguments: try OfficialSuite.files())
  func file(_ file: OfficialSuite.File) throws {
    let groups = try OfficialSuite.groups(of: file)
    let scratch = try ScratchDirectory()
    for (number, group) in groups.enumerated() {
      try scratch.file("\(number).schema.json", group.schema)
      let lines = group.tests.flatMap { $0.document + Array("\n".utf8) }
      try scratch.file("\(number).jsonl", lines)
    }
    let remotes = "\(OfficialSuite.directory ?? "")/remotes/"
    let run = try ConformProcess.runScript(
      Self.script,
      ["--dialect", file.dialect.rawValue, "--resolve", "http://localhost:1234/=\(remotes)"]
        + (file.assertsFormat ? ["--assert-format"] : []),
      in: scratch.url)
    #expect(run.errorText == "")
    var lines = try run.lines.map { try JSONValue(parsing: Array($0.utf8)) }[...]
    for group in groups {
      let outcomes = lines.prefix { $0["status"] == nil }.map { $0["outcome"]?.stringValue }
      lines = lines.dropFirst(outcomes.count)
      let isValid = outcomes.allSatisfy { $0 == "valid" }
      #expect(
        lines.popFirst()?["status"]?.integerValue == (isValid ? 0 : 1), "\(group.description)")
      guard outcomes.count == group.tests.count else {
        Issue.record("\(file.id): \(group.description): \(outcomes.count) outcomes")
        continue
      }
      for (test, outcome) in zip(group.tests, outcomes) {
        let name = "\(file.id): \(group.description): \(test.description)"
        #expect(outcome == (test.isValid ? "valid" : "invalid"), "\(name)")
      }
    }
  }
}
