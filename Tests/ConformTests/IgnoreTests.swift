import Foundation
import ScratchDirectories
import Testing

@Suite(
  "Files omitted by .gitignore", .enabled(if: Tool.isInstalled("git"), "git is not installed"))
struct IgnoreTests {
  /// Parts of patterns, combined at random.
  private static let parts = [
    "a", "b", "*", "?", "**", "***", "/", "a/", "/a", "**/", "/**", "/*", "a.json", ".json",
    "*.json",
    "[ab]", "[!a]", "[^a]", "[a-b]", "[]a]", "[!]a]", "[[:alpha:]]", "[[:upper:]_]", "[[:none:]]",
    "[a", #"[\]]"#, "[a-]", "[b-a]", #"[a-\z]"#, #"\"#, #"\*"#, #"\ "#, " ", "!", "#", "é", "[/]",
    "[!/]", "\t",
  ]
  private static let names = [
    "a.json", "b.json", "ab.json", "a b.json", "[x].json", "#h.json", "!n.json", #"a\b.json"#,
    "é.json", "-d.json", "*.json", "A.json", "^.json", "]z.json",
  ]
  private static let directories = ["a", "b", "ab", "a.d", "c d", "é"]

  /// A generator whose numbers depend only on the seed.
  private struct Choices: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 33)
    }
  }

  private func fill(_ scratch: ScratchDirectory, _ path: String, _ choices: inout Choices) throws {
    for name in Self.names.shuffled(using: &choices).prefix(5) {
      try scratch.file(path + name, "{}")
    }
    if path.isEmpty || Bool.random(using: &choices) {
      let lines = (0..<Int.random(in: 1...4, using: &choices)).map { _ in
        (0..<Int.random(in: 1...4, using: &choices)).map { _ in
          Self.parts.randomElement(using: &choices) ?? ""
        }.joined()
      }
      try scratch.file(path + ".gitignore", lines.joined(separator: "\n"))
    }
    guard path.split(separator: "/").count < 3 else { return }
    for name in Self.directories.shuffled(using: &choices).prefix(2) {
      try fill(scratch, path + name + "/", &choices)
    }
  }

  @Test("Git omits the same files from random trees", arguments: 0..<24)
  func sameAsGit(seed: Int) throws {
    var choices = Choices(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let scratch = try ScratchDirectory()
    try fill(scratch, "", &choices)
    let run = try ConformProcess.runScript(
      """
      export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 LC_ALL=C; git init -q .
      git ls-files -z -o --exclude-standard -- '*.json' | tr '\\0' '\\n' | sort >git
      "$0" check --list-files . 2>err | sed 's|^./||' | sort | diff git -
      """, in: scratch.url)
    #expect(run.text == "", "< Git only, > conform only")
  }
}
