import Foundation
import JSONText
import ScratchDirectories
import Testing

/// The requirements of SARIF 2.1.0 for a log, as far as a program can check them.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
@Suite("The text of SARIF")
struct SARIFTests {
  struct Log: Identifiable, CustomTestStringConvertible {
    let id: String
    /// A shell script that prints a log; the command is `$0`.
    let script: String
    var testDescription: String { id }
  }

  private static let schema =
    #"{"properties":{"a":{"pattern":"^[a-z]{2}[0-9](0)$"},"{b}":{"const":{"x":[1]}},"c\u001b":{"type":"null"}},"required":["d"]}"#

  static let logs = [
    Log(id: "standard input", script: #"echo '{}' | "$0" check --format sarif"#),
    Log(id: "malformed", script: #"echo '{"a":1 "b":2}' | "$0" check --format sarif"#),
    Log(id: "a duplicate name", script: #"printf '{"a":1,\r"a":2}' | "$0" check --format sarif"#),
    Log(id: "nothing", script: #"printf '' | "$0" check --lines --format sarif"#),
    Log(id: "valid", script: #"printf '%s' "$1" >v.json; "$0" check --format sarif v.json"#),
    Log(
      id: "braces, brackets and controls",
      script: #"""
        printf '%s' "$2" >s.json; printf '{"a":"x","{b}":1,"c\033":1,"c\\u001b":2}' | tr -d '\033' >d.json
        "$0" check --schema s.json --format sarif d.json
        """#),
    Log(
      id: "files that cannot be read, and names of every kind",
      script: #"""
        mkdir 'd {}'; echo '[]' >'d {}/a b%.json'; echo 1 >"$(printf 'x\377.json')" || :
        "$0" check --format sarif nope.json . "$PWD/../"*/'d {}/a b%.json' 2>/dev/null
        """#),
    Log(
      id: "more results than GitHub shows",
      script: #"yes '{}' | head -n 1500 >a.ndjson; "$0" check --format sarif a.ndjson"#),
    Log(
      id: "a limit, errors beyond the cap and warnings",
      script: #"""
        printf '{}\n{"x":1}\n[%100s]\n' x >a.ndjson
        "$0" check --format sarif --max-errors 1 --max-document-bytes 50 --unknown-fields report a.ndjson
        """#),
    Log(
      id: "problems of a schema",
      script: #"echo '{"pattern":"{","typ":1}' >s.json; "$0" schema --format sarif s.json"#),
    Log(
      id: "interrupted",
      script: #"""
        mkfifo p; yes '{}' | head -n 3000 >p & exec 3<>p
        "$0" check --lines --format sarif --jobs 2 <p 2>/dev/null & pid=$!; sleep 1; kill -TERM $pid; wait $pid
        """#),
  ]

  @Test("Each log satisfies the requirements that a program can check", arguments: logs)
  func log(_ row: Log) throws {
    let scratch = try ScratchDirectory()
    let run = try ConformProcess.runScript(
      row.script, [Documents.valid, Self.schema], in: scratch.url)
    let log = try JSONValue(parsing: run.output)
    let checker = SARIFChecker()
    checker.check(log)
    #expect(checker.violations == [], "\(checker.violations.prefix(5))")
  }

  @Test("The checker finds violations")
  func checker() throws {
    let bad = #"""
      {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x","rules":[{"id":"r"}]}},
      "newlineSequences":[],"columnKind":"bytes","invocations":[{}],"results":[
      {"ruleId":"q","ruleIndex":0,"level":"bad","message":{"text":"{0} and [a](1)"},"locations":[
      {"physicalLocation":{"artifactLocation":{"description":{"text":"x"}},
      "region":{"startLine":0,"startColumn":2,"endLine":0,"endColumn":1}}},
      {"physicalLocation":{"artifactLocation":{"uri":"../a b"}}}]},{"ruleId":"r"}]}]}
      """#
    let checker = SARIFChecker()
    checker.check(try JSONValue(parsing: Array(bad.utf8)))
    #expect(
      Set(checker.violations.map { String($0.prefix { $0 != " " }) }) == [
        "3.13.3", "3.14.26", "3.14.27", "3.20.14", "3.27.6", "3.27.10", "3.11.5", "3.11.6", "3.4.3",
        "3.10.1", "3.30.5", "3.30.7", "3.27.11",
      ])
  }
}

/// Collects the violations in a log, by the sections of the standard.
private final class SARIFChecker {
  private(set) var violations: [String] = []

  private func require(_ condition: Bool, _ section: String, _ what: String) {
    if !condition { violations.append("\(section) \(what)") }
  }

  func check(_ log: JSONValue) {
    require(log["version"]?.stringValue == "2.1.0", "3.13.2", "version")
    require(log["$schema"]?.stringValue?.hasPrefix("https://") == true, "3.13.3", "$schema")
    let runs = log["runs"]?.arrayValue ?? []
    require(runs.count == 1, "3.13.4", "runs")
    for run in runs { check(run: run) }
    checkMessages(log)
  }

  private func check(run: JSONValue) {
    require(run["tool"]?["driver"]?["name"]?.stringValue?.isEmpty == false, "3.19.8", "a name")
    let sequences = run["newlineSequences"]?.arrayValue ?? []
    require(
      !sequences.isEmpty && Set(sequences.compactMap(\.stringValue)).count == sequences.count,
      "3.14.26", "unique")
    require(
      ["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"]?.stringValue), "3.14.27",
      "kind")
    let rules = run["tool"]?["driver"]?["rules"]?.arrayValue ?? []
    for rule in rules { require(rule["id"]?.stringValue?.isEmpty == false, "3.49.3", "an id") }
    for invocation in run["invocations"]?.arrayValue ?? [] {
      let isSuccess = invocation["executionSuccessful"]
      require(isSuccess == .boolean(true) || isSuccess == .boolean(false), "3.20.14", "success")
      for notification in invocation["toolExecutionNotifications"]?.arrayValue ?? [] {
        require(notification["message"]?["text"]?.stringValue != nil, "3.58.5", "a message")
        require(Self.levels.contains(notification["level"]?.stringValue ?? ""), "3.58.6", "level")
        for location in notification["locations"]?.arrayValue ?? [] { check(location: location) }
      }
    }
    for result in run["results"]?.arrayValue ?? [] {
      require(result["message"]?["text"]?.stringValue != nil, "3.27.11", "a message")
      require(Self.levels.contains(result["level"]?.stringValue ?? "warning"), "3.27.10", "level")
      if let index = result["ruleIndex"]?.integerValue {
        let isRule = rules.indices.contains(index) && rules[index]["id"] == result["ruleId"]
        require(isRule, "3.27.6", "the rule that ruleIndex leads to")
      }
      let related = result["relatedLocations"]?.arrayValue ?? []
      require(
        Set(related.map { $0["id"]?.integerValue }).count == related.count, "3.28.2", "unique ids")
      for location in (result["locations"]?.arrayValue ?? []) + related {
        check(location: location)
      }
    }
  }

  private static let levels = ["none", "note", "warning", "error"]

  private func check(location: JSONValue) {
    guard let physical = location["physicalLocation"] else { return }
    require(physical["artifactLocation"] != nil, "3.29.2", "an artifact")
    let uri = physical["artifactLocation"]?["uri"]?.stringValue ?? ""
    require(!uri.isEmpty, "3.4.3", "a uri")
    // A reference without spaces, braces, raw bytes or `..`.
    let isURI =
      uri.utf8.allSatisfy { byte in
        let character = Character(Unicode.Scalar(byte))
        return byte < 0x80
          && (character.isLetter || character.isNumber || "-._~/%:!$&'()*+,;=@".contains(character))
      } && !uri.split(separator: "/").contains("..")
    require(isURI, "3.10.1", "the URI reference \(uri)")
    guard let region = physical["region"] else { return }
    func number(_ name: String) -> Int? { region[name]?.integerValue }
    let (line, column) = (number("startLine") ?? 0, number("startColumn") ?? 1)
    require(line > 0 && column > 0, "3.30.5", "a start")
    let (endLine, endColumn) = (number("endLine") ?? line, number("endColumn") ?? column)
    require(
      endLine > line || endLine == line && endColumn >= column, "3.30.7", "an end after the start")
    require(number("byteOffset") ?? 0 >= 0 && number("byteLength") ?? 0 >= 0, "3.30.11", "bytes")
  }

  /// Checks every `text` of a message, wherever it is.
  private func checkMessages(_ value: JSONValue) {
    for element in value.arrayValue ?? [] { checkMessages(element) }
    guard let members = value.objectValue else { return }
    for member in members {
      if member.name == "text", let text = member.value.stringValue { check(message: text) }
      checkMessages(member.value)
    }
  }

  private func check(message: String) {
    require(!message.isEmpty, "3.12.3", "text")
    let withoutPairs = message.replacing("{{", with: "").replacing("}}", with: "")
    require(!withoutPairs.contains { "{}".contains($0) }, "3.11.5", "doubled braces in \(message)")
    let withoutEscapes = message.replacing("\\]", with: "")
    require(!withoutEscapes.contains("]("), "3.11.6", "no embedded link in \(message)")
  }
}
