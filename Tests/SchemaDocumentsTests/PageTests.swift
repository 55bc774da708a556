import APIOperations
import BackupDestinations
import SchemaDocuments
import SchemaRules
import Testing

/// The reference contains everything from the page, and nothing without a source.
@Suite("The page and its reference")
struct PageTests {
  static let operation = AddBackupDestination.operation
  static let markdown = MarkdownReference(Reference(operation)).text
    .replacing("\\", with: "")

  @Test(arguments: PageLines.facts)
  func fact(line: Int, said: String) {
    #expect(Self.markdown.contains(said), "line \(line)")
  }

  static let lines =
    PageLines.request.map { ($0.line, $0.rules.map { AddBackupDestination.request.id + $0 }) }
    + PageLines.response.map { ($0.line, $0.rules.map { AddBackupDestination.response.id + $0 }) }

  @Test func everyLineIsInTheReference() {
    for (line, rules) in Self.lines {
      for rule in rules {
        #expect(Self.markdown.contains("<a id=\"\(rule)\"></a>"), "line \(line): \(rule)")
      }
    }
  }

  /// Each rule is either stated by exactly one line of the page or marked as chosen.
  @Test func everyRuleLinksToTheSource() throws {
    let stated = Self.lines.flatMap(\.1)
    #expect(Set(stated).count == stated.count)
    for rule in Self.operation.schemas.flatMap(\.rules) {
      #expect(stated.contains(rule.id) == (rule.provenance.status != .chosen), "\(rule.id)")
      let place = try #require(Self.operation.place(of: rule))
      let row = Self.markdown.split(separator: "\n").first { $0.contains("<a id=\"\(rule.id)\">") }
      #expect(row?.contains("On the page: \(place).") == true, "\(rule.id)")
    }
  }

  /// Decisions and rules refer to each other by existing ids.
  @Test func decisions() {
    let rules = Set(Self.operation.schemas.flatMap(\.rules).map(\.id))
    let ids = Self.operation.decisions.map(\.id)
    #expect(Set(ids).count == ids.count)
    for decision in Self.operation.decisions {
      #expect(rules.isSuperset(of: decision.rules), "\(decision.id)")
    }
    // A decision explains each rule that is not plainly documented.
    let decided = Set(Self.operation.decisions.flatMap(\.rules))
    for rule in Self.operation.schemas.flatMap(\.rules) where rule.provenance.status != .documented
    {
      #expect(decided.contains(rule.id), "\(rule.id)")
    }
  }
}
