import Testing

@testable import ECMARegex

/// Compares the three documented patterns with a JavaScript engine exhaustively.
@Suite(
  "Documented patterns agree with node",
  .enabled(if: NodeOracle.installed != nil, "\(NodeOracle.skipReason)"))
struct DocumentedPatternTests {
  static let sources = [
    "^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$",
    #"^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$"#,
    "^([a-zA-Z0-9-_]+)\\/$",
  ]

  /// The texts around the scalar at each place that the pattern distinguishes.
  static let surroundings: [String: [(String, String)]] = [
    sources[0]: [("", ""), ("", "a"), ("a", "a"), ("a", ""), ("a-", "")],
    sources[1]: [("", ""), ("", "a"), ("a", "a"), ("a", "")],
    sources[2]: [("", ""), ("", "/"), ("a", "/"), ("a", ""), ("a/", "")],
  ]

  static let lineEnds = ["\n", "\r", "\r\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"]

  @Test("Every scalar in every position", arguments: sources)
  func everyScalar(_ source: String) throws {
    let node = try #require(NodeOracle.installed)
    let surroundings = try #require(Self.surroundings[source])
    let answers = try node.answers(
      to: surroundings.map { .init(pattern: source, surrounding: (before: $0, after: $1)) })
    for ((before, after), answer) in zip(surroundings, answers) {
      guard case .verdicts(let verdicts) = answer else {
        Issue.record("node rejects the pattern")
        return
      }
      for (name, engine) in Pattern.Engine.all {
        let pattern = try Pattern(source, engine: engine)
        // Beyond ASCII, only one of the two engines is tested, because it takes long.
        let last: UInt32 = name == "machine code" ? 0x10FFFF : 0x7F
        let different = Self.differences(pattern, before, after, verdicts, upTo: last)
        #expect(different.isEmpty, "\(name)")
      }
    }
  }

  /// The first scalars on which the two verdicts differ.
  private static func differences(
    _ pattern: Pattern, _ before: String, _ after: String, _ verdicts: [NodeOracle.Verdict],
    upTo last: UInt32
  ) -> [Unicode.Scalar] {
    var different: [Unicode.Scalar] = []
    var index = 0
    for codePoint in 0...last {
      guard let scalar = Unicode.Scalar(codePoint) else { continue }
      var bytes = Array(before.utf8)
      bytes += UTF8.encode(scalar).map(Array.init) ?? []
      bytes += after.utf8
      // Sound: the bytes are the UTF-8 of a scalar between two texts.
      let result = unsafe bytes.withUnsafeBytes { unsafe pattern.match(validUTF8: $0) }
      if (result == .match) != (verdicts[index] == .match), different.count < 20 {
        different.append(scalar)
      }
      index += 1
    }
    return different
  }

  @Test("Every line end, in every position of a name and a prefix", arguments: sources)
  func lineEnds(_ source: String) throws {
    let node = try #require(NodeOracle.installed)
    var subjects: [String] = []
    for first in Self.lineEnds + [""] {
      for second in Self.lineEnds + [""] {
        for text in ["ab", "a-b", "ab/", "ab/cd", "a b", ""] {
          subjects += [first + text + second, text + first + second, text + first + "c" + second]
        }
      }
    }
    let answers = try node.answers(to: [.init(pattern: source, subjects: subjects)])
    for (name, engine) in Pattern.Engine.all {
      let pattern = try Pattern(source, engine: engine)
      let verdicts = subjects.map {
        pattern.match($0) == .match ? NodeOracle.Verdict.match : .noMatch
      }
      #expect(answers == [.verdicts(verdicts)], "\(name)")
    }
  }
}
