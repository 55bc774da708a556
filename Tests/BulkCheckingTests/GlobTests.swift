import BulkChecking
import Testing

@Suite("Patterns for paths")
struct GlobTests {
  struct Case: CustomTestStringConvertible {
    let pattern: String
    let matching: [String]
    let others: [String]
    let reason: String

    var testDescription: String { "\(pattern): \(reason)" }
  }

  static let cases = [
    Case(
      pattern: "a.json", matching: ["a.json", "x/y/a.json"],
      others: ["aa.json", "a.json.gz", "ajson"],
      reason: "without a slash, a name at any depth"),
    Case(
      pattern: "/a.json", matching: ["a.json"], others: ["x/a.json"],
      reason: "a slash at the start ties it to the directory"),
    Case(
      pattern: "x/a.json", matching: ["x/a.json"], others: ["y/x/a.json"],
      reason: "so does one in the middle"),
    Case(
      pattern: "*.json", matching: ["a.json", "x/.json"], others: ["a.jsonl", "json"],
      reason: "a star is any number of bytes"),
    Case(pattern: "x/*", matching: ["x/a"], others: ["x/y/a", "x"], reason: "but no slash"),
    Case(
      pattern: "x/**/a", matching: ["x/a", "x/y/a", "x/y/z/a"], others: ["x/ya", "a"],
      reason: "two stars are directories, none included"),
    Case(
      pattern: "**/a", matching: ["a", "x/a", "x/y/a"], others: ["xa", "a/x"],
      reason: "at the start, too"),
    Case(
      pattern: "x/**", matching: ["x/a", "x/y/a"], others: ["x", "xx/a"],
      reason: "at the end, everything inside"),
    Case(pattern: "a**b", matching: ["ab", "acb"], others: ["a/b"], reason: "elsewhere, one star"),
    Case(
      pattern: "?.json", matching: ["a.json"], others: [".json", "ab.json"], reason: "one byte"),
    Case(pattern: "[a-c].json", matching: ["b.json"], others: ["d.json"], reason: "a range"),
    Case(pattern: "[!a-c].json", matching: ["d.json"], others: ["b.json"], reason: "its opposite"),
    Case(
      pattern: "[]].json", matching: ["].json"], others: ["[].json"], reason: "a bracket in a set"),
    Case(
      pattern: "[[:digit:]_-].json", matching: ["7.json", "-.json"], others: ["d.json", ":.json"],
      reason: "a class of POSIX in a set"),
    Case(
      pattern: "[[:digits:]]", matching: [], others: ["7", "d"], reason: "a class that is none"),
    Case(
      pattern: #"[a-\c]"#, matching: ["b"], others: ["-", "\\"], reason: "an escape ends a range"),
    Case(
      pattern: "[a", matching: [], others: ["[a", "a"],
      reason: "as in Git, a set without an end matches nothing"),
    Case(pattern: #"a\"#, matching: [], others: ["a", #"a\"#], reason: "nor does an open escape"),
    Case(pattern: #"\*.json"#, matching: ["*.json"], others: ["a.json"], reason: "an escape"),
    Case(
      pattern: "***/a", matching: ["a", "x/y/a"], others: ["xa"], reason: "three stars are two"),
    Case(
      pattern: "x/a**/b", matching: ["x/ab", "x/ay/z/b"], others: ["x/y/b"],
      reason: "Git takes what follows plain text for a start"),
  ]

  @Test("What a pattern matches", arguments: cases)
  func matches(_ row: Case) {
    let glob = Glob(row.pattern.utf8, in: SourcePath("/data"))
    for path in row.matching { #expect(glob.matches(Array("/data/\(path)".utf8)), "\(path)") }
    for path in row.others { #expect(!glob.matches(Array("/data/\(path)".utf8)), "\(path)") }
    #expect(!glob.matches(Array("/dat/a.json".utf8)))
    #expect(!glob.matches(Array("/datax/a.json".utf8)))
  }

  @Test("Many stars do not take exponential time")
  func manyStars() {
    let glob = Glob(String(repeating: "*a", count: 200).utf8, in: SourcePath("/"))
    let name = String(repeating: "a", count: 199)
    #expect(!glob.matches(Array("/\(name)".utf8)))
    #expect(glob.matches(Array("/\(name)a".utf8)))
  }
}
