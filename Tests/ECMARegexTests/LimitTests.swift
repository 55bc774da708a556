import Foundation
import Testing

@testable import ECMARegex

@Suite("Limits")
struct LimitTests {
  /// Because of the backreference, no automaton decides this pattern.
  static let explosive = #"^(a+)+\1$"#
  static let trap = String(repeating: "a", count: 40) + "!"

  @Test("Eight threads that exceed the step limit all give up")
  func eightThreads() throws {
    let pattern = try Pattern(Self.explosive)
    let results = ResultLog()
    let threads = (0..<8).map { _ in
      Thread {
        for _ in 0..<5 { results.append(pattern.match(Self.trap)) }
        results.append(pattern.match("aaaa"))
        results.finishThread()
      }
    }
    for thread in threads { thread.start() }
    results.waitForThreads(8)
    #expect(results.all.filter { $0 == .gaveUp(.matchSteps) }.count == 40)
    #expect(results.all.filter { $0 == .match }.count == 8)
    #expect(results.all.count == 48)
  }

  @Test("Every engine reports the limit")
  func matchSteps() throws {
    for (name, engine) in Pattern.Engine.all {
      let pattern = try Pattern(Self.explosive, engine: engine)
      #expect(pattern.match(Self.trap) == .gaveUp(.matchSteps), "\(name)")
      #expect(pattern.match("aaaa") == .match, "\(name)")
      #expect(pattern.match("b") == .noMatch, "\(name)")
    }
  }

  @Test("The step limit can be set")
  func settableSteps() throws {
    var limits = MatchLimits.default
    limits.matchSteps = 10
    func result(_ subject: String) throws -> MatchResult {
      try Pattern("^(?:a|b)*c", limits: limits, engine: .init(boundsTime: false)).match(subject)
    }
    #expect(try result("abababababab") != .match)
    #expect(try result(String(repeating: "ab", count: 50)) == .gaveUp(.matchSteps))
  }

  @Test("The interpreter's depth and heap can be set")
  func interpreterLimits() throws {
    let subject = String(repeating: "ab", count: 20_000)
    func result(_ limits: MatchLimits) throws -> MatchResult {
      try Pattern("^(?:a|b)*$", limits: limits, engine: .init(usesJIT: false, boundsTime: false))
        .match(subject)
    }
    #expect(try result(.default) == .match)
    #expect(try result(MatchLimits(depth: 100)) == .gaveUp(.depth))
    #expect(try result(MatchLimits(heapInKibibytes: 100)) == .gaveUp(.heap))
  }

  @Test("A match gets more stack than that of its thread")
  func largerStack() throws {
    let pattern = try Pattern("^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$")
    let subject = String(repeating: "ab-", count: 100_000)
    #expect(pattern.match(subject + "a") == .match)
    #expect(pattern.match(subject) == .noMatch)
    #expect(pattern.match("ab-cd") == .match)
  }

  @Test("Without a larger stack, the interpreter answers or reports its limit")
  func noLargerStack() throws {
    let source = "^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$"
    let pattern = try Pattern(source, limits: MatchLimits(jitStackInKibibytes: 0))
    #expect(pattern.match(String(repeating: "ab-", count: 10_000) + "a") == .match)
    #expect(pattern.match(String(repeating: "ab-", count: 10_000)) == .noMatch)
    let tight = try Pattern(
      source, limits: MatchLimits(heapInKibibytes: 32, jitStackInKibibytes: 0),
      engine: .init(boundsTime: false))
    #expect(tight.match(String(repeating: "ab-", count: 10_000)) == .gaveUp(.heap))
  }

  @Test("Limits have the documented defaults")
  func defaults() {
    let limits = MatchLimits.default
    #expect(limits.matchSteps == 1_000_000)
    #expect(limits.depth == 1_000_000)
    #expect(limits.heapInKibibytes == 64 * 1024)
    #expect(limits.jitStackInKibibytes == 64 * 1024)
  }

  @Test("An empty buffer, or one without an address, is the empty string")
  func emptyBuffers() throws {
    let pattern = try Pattern("^$")
    // Sound: neither buffer has a byte that could be read.
    #expect(unsafe pattern.match(validUTF8: UnsafeRawBufferPointer(start: nil, count: 0)) == .match)
    #expect(unsafe [UInt8]().withUnsafeBytes { unsafe pattern.match(validUTF8: $0) } == .match)
  }

  @Test("Patterns of a megabyte are rejected without a crash", arguments: hugePatterns)
  func hugePattern(_ unit: String) {
    let source = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    #expect(throws: PatternError.self) { try Pattern(source) }
    _ = try? Pattern(String(source.unicodeScalars.prefix(32_768)))
    _ = try? Pattern("(?<=x\(source.unicodeScalars.prefix(32_760)))")
  }

  static let hugePatterns = [
    "(", "(?:", "(?=", "(?<=", "[", "a", "a*", "a|", "\\", "\\1", "(a)\\1", "{", "[^a]", "(?<a>b)|",
    "(?:a?)", "(?<=a?)", "\\p{L}", "😀", ")", "(a", "(?:a|b)*", "(?<=a|bc)", "\\k<a>", "(?:a{9}){9}",
    "(?<=x",
  ]

  @Test("The deepest patterns are compiled on a stack of half a megabyte")
  func smallStack() {
    let results = ResultLog()
    let thread = Thread {
      let depth = PatternSyntax.maximumNestingDepth
      for (opening, closing) in [
        ("(", ")"), ("(?:a|b", ")*c"), ("(?=", ")"), ("x(?<!y", ")"), ("(?:", "){1,2}?"),
        ("(?<=x(?:a|bc)", ")"), ("(a\\1", ")"), ("(?:(?=b|", ")c)+?d"),
      ] {
        let pairs =
          opening.unicodeScalars.count { $0 == "(" } - opening.unicodeScalars.count { $0 == ")" }
        let source =
          String(repeating: opening, count: depth / pairs - 1) + "a"
          + String(repeating: closing, count: depth / pairs - 1)
        let pattern = try? Pattern(source)
        results.append(pattern?.match("a") ?? .noMatch)
      }
      let inner =
        String(repeating: "(?:a|b", count: 20) + String(repeating: ")?c", count: 20)
      for source in ["(?<=\(inner))d", "(?<=x\(inner))d"] {
        results.append((try? Pattern(source))?.match("a") ?? .noMatch)
      }
      for source in ["(?:ab){0,3500}", "(?:ab){0,2000}?c", "(?:a|b){3000}", "(?:(?:ab)?){1000}"] {
        if let pattern = try? Pattern(source) { results.append(pattern.match("ab")) }
      }
      results.finishThread()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    results.waitForThreads(1)
    #expect(results.all.count >= 10)
  }
}

/// Results that several threads add to.
private final class ResultLog: @unchecked Sendable {
  // Sound: `results` and `finished` are only accessed while the condition's lock is held.
  private let condition = NSCondition()
  private var results: [MatchResult] = []
  private var finished = 0

  var all: [MatchResult] {
    condition.lock()
    defer { condition.unlock() }
    return results
  }

  func append(_ result: MatchResult) {
    condition.lock()
    defer { condition.unlock() }
    results.append(result)
  }

  func finishThread() {
    condition.lock()
    defer { condition.unlock() }
    finished += 1
    condition.broadcast()
  }

  func waitForThreads(_ count: Int) {
    condition.lock()
    defer { condition.unlock() }
    while finished < count { condition.wait() }
  }
}
