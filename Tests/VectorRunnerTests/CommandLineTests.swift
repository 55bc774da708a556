import Processes
import Testing

@Suite("Command lines without a shell")
struct CommandLineTests {
  @Test(arguments: [
    ("a", ["a"]),
    ("  a\tb  c ", ["a", "b", "c"]),
    ("a 'b c' \"d e\"", ["a", "b c", "d e"]),
    ("a '' \"\"", ["a", "", ""]),
    ("a'b'\"c\"d", ["abcd"]),
    (#"a b\ c \'"#, ["a", "b c", "'"]),
    (#"a "b\"c\\d\e""#, ["a", #"b"c\d\e"#]),
    (#"a 'b\c'"#, ["a", #"b\c"#]),
    (
      "a $HOME *.json | b > c; d & `e` ~",
      ["a", "$HOME", "*.json", "|", "b", ">", "c;", "d", "&", "`e`", "~"]
    ),
    ("a é 🙂", ["a", "é", "🙂"]),
  ])
  func splits(_ text: String, _ words: [String]) throws {
    #expect(try Program(commandLine: text).words == words)
  }

  @Test(arguments: ["", "  ", "''", "a 'b", "a \"b", "a \\", "a\0b"])
  func rejects(_ text: String) {
    #expect(throws: CommandLineFault.self) { try Program(commandLine: text) }
  }

  @Test func replacesTheTarget() throws {
    let words = try Program(commandLine: "a --schema=x.{target} {target}{target} {other}")
    #expect(
      words.replacing("target", with: "request").words
        == ["a", "--schema=x.request", "requestrequest", "{other}"])
  }
}
