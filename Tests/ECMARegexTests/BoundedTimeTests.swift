import Foundation
import Testing

@testable import ECMARegex

/// The engines for patterns on which PCRE2 alone could exceed linear time.
@Suite("Bounded time")
struct BoundedTimeTests {
  /// A pattern, whether PCRE2 is proven to need linear time for it, and the reason.
  static let proofs: [(source: String, isLinear: Bool, reason: String)] = [
    (#"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#, true, "the documented name: one way at each place"),
    (#"^([a-zA-Z0-9-_]+)\/$"#, true, "the documented prefix"),
    (#"[a-z0-9]+@example\.com$"#, false, "one more attempt for each start"),
    (#"^[a-z0-9]+@example\.com$"#, true, "one start"),
    (#"\s+$"#, false, "searches a run of blanks from each place in it"),
    ("a+", true, "the first `a` is a match"),
    ("a*", true, "the empty string is a match"),
    ("a*b", false, "a run of `a` without `b`"),
    ("abc", true, "attempts end after three characters"),
    ("^(a+)+$", false, "exponential"),
    ("^a*a*$", false, "the second repetition may start at each place of a run"),
    ("^a{1,9}a{1,9}$", false, "counted repetitions are treated as unlimited"),
    ("^(?:ab|ac)*$", true, "two attempts, of which one ends at the next character"),
    (#"^(?!.*--)[a-z-]+$"#, true, "one lookahead"),
    (#"^(?:(?!--)[a-z-])+$"#, true, "looks two characters ahead at each place"),
    (#"^(?:(?!.*--)[a-z-])+$"#, false, "searches the rest at each place"),
    ("(?=.*x)a$", false, "searches the rest from each start"),
    (#"(?!\s+$)[^x]*"#, false, "an empty match, unless the lookahead rejects it"),
    ("(?<=a)b", true, "looks one character back"),
    ("(?<=a{200})b", false, "looks far back"),
    (#"^(a)\1$"#, false, "a backreference"),
    (#"^\p{L}+\d$"#, true, "letters are not digits"),
    (#"^\p{L}+[a-z]$"#, true, "one of two attempts ends"),
    (#"^\p{L}+[a-z]+$"#, false, "`a` is a letter"),
    ("a?a?a?a?a?a?$", false, "more than 16 attempts at each place, if no more than 64"),
  ]

  @Test("Proofs of linear time", arguments: proofs.indices)
  func proof(_ index: Int) throws {
    let row = Self.proofs[index]
    let syntax = try Pattern(row.source).syntax
    #expect((AttemptCount.outcome(of: syntax) == .linear) == row.isLinear, "\(row.reason)")
  }

  /// A pattern, a text that is repeated up to 100 KB, the text at its end, and the verdict.
  static let longSubjects: [(source: String, text: String, end: String, verdict: MatchResult)] = [
    (#"[a-z0-9]+@example\.com$"#, "a", "", .noMatch),
    (#"[a-z0-9]+@example\.com$"#, "a", "@example.com", .match),
    (#"\s+$"#, " ", "x", .noMatch),
    (#"\s+$"#, "\u{2003}", "x", .noMatch),
    (#"\s+$"#, "x", "\u{FEFF}", .match),
    ("^(a+)+$", "a", "!", .noMatch),
    ("a*a*a*$", "a", "b", .match),
    (#"^(\w+\s?)*$"#, "ab ", "é", .noMatch),
    (#"\bab\b.*\bcd\b"#, "ab ", "cd", .match),
    (#"\bab\b.*\bcd\b"#, "ab ", "cde", .noMatch),
    (#"a\b$"#, "a", "é", .noMatch),
    (#"a\B."#, "é", "a", .noMatch),
    (#"\p{L}+@"#, "é", "", .noMatch),
    (#"\P{L}+é"#, "-", "é", .match),
    (#"(?:^a|b)+$"#, "b", "a", .noMatch),
    ("[😀-😂]+x$", "😁", "x", .match),
    ("[a-z]{3,500}x$", "a", "x", .match),
    ("(?:a|b)*a(?:a|b){10}$", "aab", "abbbbbbbbbb", .match),
    // Repeats its captured text, so every step is counted.
    (#"^(["']).*\1$"#, "'", "'", .match),
    (#"^(["']).*\1$"#, "'", "x", .noMatch),
    (#"(a+)\1$"#, "a", "b", .gaveUp(.matchSteps)),
    // Lookarounds are decided for each place beforehand.
    ("(?=.*x)a$", "a", "b", .noMatch),
    (#"(?!\s*$)[\s\S]+"#, " ", "", .noMatch),
    (#"(?!\s*$)[\s\S]+"#, " ", "x", .match),
    ("(?=.{4,255}$)((?:a|b)+?)+?c", "ab", "abc", .match),
    ("(?:a|ba)+(?<=x..)b$", "a", "ab", .noMatch),
    ("(?:a|é)+(?<=é(?=a).)b$", "éa", "b", .match),
    (#"(?=a+(?<!b)$)(?:a|b)+\b$"#, "a", "a", .match),
    (#"(?=a+(?<=b)$)(?:a|b)+\b$"#, "a", "a", .noMatch),
    // Each state is a different set of 3,000 places.
    ("(?:a|b)*a(?:a|b){3000}c$", "abbabaaabbb", "c", .gaveUp(.matchSteps)),
  ]

  @Test("A long subject is decided, or matching gives up", arguments: longSubjects.indices)
  func longSubject(_ index: Int) throws {
    let row = Self.longSubjects[index]
    let count = 100_000 / row.text.utf8.count
    let subject = String(repeating: row.text, count: count) + row.end
    let pattern = try Pattern(row.source)
    #expect(pattern.match(subject) == row.verdict)
    #expect(pattern.match(subject) == row.verdict, "with the states of the first match")
  }

  @Test("Short subjects on which PCRE2 gives up are decided")
  func shortSubject() throws {
    let pattern = try Pattern("^(a+)+$")
    let trap = String(repeating: "a", count: 40)
    for _ in 0..<2 {
      #expect(pattern.match(trap + "!") == .noMatch)
      #expect(pattern.match(trap) == .match)
    }
  }

  @Test("Threads share the states of a pattern")
  func threads() async throws {
    let pattern = try Pattern(#"(?:a|b)*a(?:a|b){8}$"#)
    let subject = String(repeating: "abba", count: 500)
    let results = await withTaskGroup(of: MatchResult.self) { group in
      for index in 0..<64 {
        group.addTask { pattern.match(subject + (index % 2 == 0 ? "abbabbabb" : "bbbbbbbbb")) }
      }
      return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    #expect(results == [.match: 32, .noMatch: 32])
  }

  @Test("Every scalar has the same classes as in PCRE2", arguments: classes)
  func everyScalar(_ source: String) throws {
    let pattern = try Pattern(source, engine: .init(boundsTime: false))
    let automaton = try #require(
      AutomatonProgram(pattern.syntax, for: .verdicts).map(LazyAutomaton.init))
    var differences = 0
    for codePoint in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(codePoint) else { continue }
      let subject = String(scalar)
      if pattern.match(subject) != automaton.match(subject) { differences += 1 }
    }
    #expect(differences == 0)
  }

  static let classes = [#"\s"#, #"[^\p{Lu}\p{Script=Greek}\d]"#]

  @Test("The automata give PCRE2's verdicts", arguments: [UInt64(1), 2])
  func differential(_ seed: UInt64) throws {
    var generator = PatternGenerator(seed: seed)
    var sampler = SubjectSampler(seed: seed)
    var (compared, comparedTables) = (0, 0)
    for _ in 0..<1000 {
      let source = generator.pattern()
      guard let pattern = try? Pattern(source, engine: .init(boundsTime: false)),
        let automaton = AutomatonProgram(pattern.syntax, for: .verdicts).map(LazyAutomaton.init)
      else { continue }
      let ofASCII = ASCIIAutomaton(pattern.syntax)
      for subject in sampler.subjects(
        for: pattern.syntax, count: 40, isNarrow: generator.isNarrow)
      {
        let verdict = pattern.match(subject)
        if case .gaveUp = verdict { continue }
        compared += 1
        #expect(automaton.match(subject) == verdict, "/\(source)/ on \(subject.debugDescription)")
        guard let ofASCII, subject.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
        comparedTables += 1
        #expect(
          ofASCII.matches(subject) == (verdict == .match),
          "/\(source)/ on \(subject.debugDescription), by table")
      }
    }
    #expect(compared > 10_000)
    #expect(comparedTables > 5000)
  }
}

extension ASCIIAutomaton {
  fileprivate func matches(_ subject: String) -> Bool {
    var subject = subject
    // Sound: the subject is ASCII, and the automaton stays alive during the call.
    return withExtendedLifetime(self) {
      subject.withUTF8 { unsafe table.matches(ascii: UnsafeRawBufferPointer($0)) }
    }
  }
}

extension LazyAutomaton {
  fileprivate func match(_ subject: String) -> MatchResult {
    var subject = subject
    // Sound: the UTF-8 of a `String` is well-formed.
    return subject.withUTF8 { unsafe match(UnsafeRawBufferPointer($0), limits: .default) }
  }
}
