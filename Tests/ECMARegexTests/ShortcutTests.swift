import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@testable import ECMARegex

/// The test of neighboring characters must always agree with the engine.
@Suite("Shortcut")
struct ShortcutTests {
  /// A pattern that neighbors decide, and characters for subjects: one of each kind, one that the pattern does not
  /// contain, and one beyond ASCII.
  struct Row: Sendable, Identifiable, CustomTestStringConvertible {
    let id: String
    let characters: String

    init(_ source: String, _ characters: String) {
      id = source
      self.characters = characters
    }

    var testDescription: String { "/\(id)/u" }
  }

  /// The first three are the documented patterns.
  static let decided: [Row] = [
    .init(#"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#, "aZ0- \n!é\u{A0}"),
    .init(#"^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$"#, #"a9. \"<é"# + "\u{2003}"),
    .init(#"^([a-zA-Z0-9-_]+)\/$"#, "a-_/ é"),
    .init("^$", "aé"),
    .init("^a*$", "abé"),
    .init("^(?:ab)*$", "abcé"),
    .init("^a?b?c?$", "abcd"),
    .init("^(?:a|bc)*$", "abcd"),
    .init("^[^x]+$", "axé\u{7F}\u{0}"),
    .init(#"^\w+(?:\.\w+)*?@$"#, "a_.@é"),
    .init("^.*$", "a\né\u{2028}"),
    .init("^(?:[a-c][d-f]?|g)+$", "adgh"),
    .init("^[éa]+$", "aéb"),
    .init("^aé?$", "aéb"),
    .init("^[]?a$", "ab"),
    .init("^(a*)*$", "ab"),
    .init("^(|a)b$", "abc"),
  ]

  @Test("Every short subject", arguments: decided)
  func everyShortSubject(_ row: Row) throws {
    let pair = try Pair(row.id)
    var subjects = [""]
    for _ in 0..<5 {
      for subject in subjects { pair.compare(subject) }
      subjects = subjects.flatMap { subject in
        row.characters.unicodeScalars.map { subject + String($0) }
      }
    }
  }

  @Test("Every ASCII character in every position", arguments: decided)
  func everyCharacterEverywhere(_ row: Row) throws {
    let pair = try Pair(row.id)
    var random = Random(state: 7)
    // Lengths near those at which the test continues in another way.
    for length in [0, 1, 2, 6, 7, 8, 14, 15, 16, 17, 30, 31, 32, 39, 47, 63, 64, 65, 95] {
      let base = random.subject(of: row.characters, length: length)
      for place in 0...base.count {
        for code: UInt8 in 0..<128 {
          var subject = base
          subject.insert(Unicode.Scalar(code), at: place)
          pair.compare(subject)
        }
      }
    }
  }

  @Test("Long subjects, most of which match", arguments: decided)
  func longSubjects(_ row: Row) throws {
    let pair = try Pair(row.id)
    var random = Random(state: 11)
    for _ in 0..<300 {
      // Characters are added that keep the subject matching, if there are any.
      var subject: [Unicode.Scalar] = []
      for _ in 0..<60 {
        let next = subject + random.subject(of: row.characters, length: 1 + random.below(2))
        if pair.compare(next) || random.below(40) == 0 { subject = next }
      }
    }
  }

  @Test(
    "Scanning for the end of a string",
    .enabled(if: Scan.isPossible, "the processor's steps are shorter"),
    arguments: decided)
  func scanning(_ row: Row) throws {
    let scan = try #require(try Scan(row.id))
    let first = try #require(row.characters.unicodeScalars.first)
    for length in [0, 1, 30, 31, 32, 62, 63, 64, 96] {
      // Most patterns match this subject, so the inserted characters make the difference.
      let base = [Unicode.Scalar](repeating: first, count: length)
      for place in 0...length {
        // The four kinds of bytes that end a scan, neighbors of them that do not, and separators.
        for code: UInt8 in [0x22, 0x5C, 0x1F, 0xE9, 0x20, 0x21, 0x2D, 0x2F, 0x5D] {
          let scalar = Unicode.Scalar(code)
          var subject = base
          subject.insert(scalar, at: place)
          scan.compare(subject)
          // Also at the end, for characters that may only come last.
          scan.compare(subject + [scalar])
          // Twice in a row, on both sides of a step.
          subject.insert(scalar, at: place)
          scan.compare(subject)
        }
      }
    }
  }

  @Test(
    "The documented patterns have a scanner",
    .enabled(if: Scan.isPossible, "the processor's steps are shorter"), arguments: decided.prefix(3)
  )
  func documentedPatternsAreScannedFor(_ row: Row) throws {
    #expect(try Scan(row.id)?.scanner != nil)
  }

  static let undecided = [
    "^aa$", "^a{2}$", "^a{0,3}$", "abc", "^a", "a$", "^a|b$", "^(?:a|b)*a[ab]$", "^(?=a)a$",
    #"^(a)\1$"#,
    #"^\p{L}+$"#, #"^a\b$"#, "^(?:^a)$", "^[ab][bc][cd][de][ef][fg][gh]$",
  ]

  @Test("Patterns that neighbors alone do not decide have no shortcut", arguments: undecided)
  func isLeftToTheEngine(_ source: String) throws {
    #expect(try Pattern(source, usesShortcut: true).shortcut == nil)
  }

  @Test("A pattern has no shortcut unless it is requested")
  func isAskedFor() throws {
    #expect(try Pattern("^a*$").shortcut == nil)
    #expect(try Pattern("^a*$", usesShortcut: true).shortcut != nil)
  }

  @Test("No pattern has two rows")
  func rowsAreDistinct() {
    #expect(
      Set(Self.decided.map(\.id) + Self.undecided).count == Self.decided.count
        + Self.undecided.count)
  }
}

/// A pattern without its shortcut, and with it in steps of each width.
private struct Pair {
  let quick: [(width: Int32, pattern: Pattern)]
  let engine: Pattern

  init(_ source: String) throws {
    engine = try Pattern(source)
    quick = try [0, 16, 32].map { width in
      (width, try Pattern(source, usesShortcut: true, engine: .init(vectorWidth: width)))
    }
    for (_, pattern) in quick { #expect(pattern.shortcut != nil) }
  }

  func compare(_ subject: String) {
    let expected = engine.match(subject)
    // If the engine gives up, the shortcut still answers.
    if case .gaveUp = expected { return }
    for (width, pattern) in quick {
      let verdict = pattern.match(subject)
      if verdict != expected {
        Issue.record(
          "\(pattern.source), \(width): \(verdict), not \(expected), on \(subject.debugDescription)"
        )
      }
    }
  }

  /// Returns whether the subject matches.
  @discardableResult
  func compare(_ subject: [Unicode.Scalar]) -> Bool {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: subject)
    compare(String(text))
    return engine.match(String(text)) == .match
  }
}

/// A scan for the end of a JSON string with a pattern's test, and the engine's verdict on the bytes before that end.
private struct Scan {
  let scanner: UnownedScanner?
  let pattern: Pattern
  let engine: Pattern

  /// Whether this machine has the required instructions, according to the system. A library that never scans must not
  /// be able to skip its tests.
  static let isPossible: Bool = {
    #if arch(x86_64) && os(Linux)
      guard let file = unsafe fopen("/proc/cpuinfo", "r") else { return false }
      defer { unsafe fclose(file) }
      var line = [CChar](repeating: 0, count: 1 << 14)
      while unsafe fgets(&line, CInt(line.count), file) != nil {
        let words = String(
          decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self
        )
        .split { $0 == " " || $0 == "\t" || $0 == "\n" }
        guard words.first == "flags" else { continue }
        return ["avx2", "bmi1", "bmi2"].allSatisfy { words.contains(Substring($0)) }
      }
    #endif
    return false
  }()

  init?(_ source: String) throws {
    engine = try Pattern(source)
    pattern = try Pattern(source, usesShortcut: true)
    scanner = unsafe pattern.unownedMatcher.scanner
  }

  /// Compares the end of the scan and its verdict on the bytes before, for every number of readable bytes.
  func compare(_ scalars: [Unicode.Scalar]) {
    // For some patterns, there is a test but no scan.
    guard let scanner else { return }
    let width = 32
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    let bytes = Array(String(text).utf8) + [UInt8(ascii: "\"")]
    let end = bytes.firstIndex { !(0x20..<0x80 ~= $0) || $0 == 0x22 || $0 == 0x5C } ?? bytes.count
    let expected = engine.match(String(decoding: bytes[..<end], as: UTF8.self))
    if case .gaveUp = expected { return }
    // The block with the end may be read as two halves that overlap, but is not shorter than one.
    let block = end / width * width
    let enough = max(end + 1, block + width / 2)
    let most = block + width + 3
    let memory =
      bytes + [UInt8](repeating: UInt8(ascii: "a"), count: max(0, most - bytes.count))
    withExtendedLifetime(pattern) {
      unsafe memory.withUnsafeBufferPointer { memory in
        guard let start = memory.baseAddress else { return }
        for readable in [0, 1, block + 1, enough - 1] where readable < enough {
          #expect(unsafe scanner.scan(start, readable: readable) == nil, "\(readable) bytes")
        }
        for readable in enough...most {
          let found = unsafe scanner.scan(start, readable: readable)
          guard found?.length == end, found?.matches == (expected == .match) else {
            Issue.record(
              """
              \(pattern.source) on \(bytes), \(readable) bytes: \(found.debugDescription), not \(end) \
              and \(expected)
              """)
            return
          }
        }
      }
    }
  }
}

/// SplitMix64: the same subjects in every run.
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &self)
  }

  mutating func subject(of characters: String, length: Int) -> [Unicode.Scalar] {
    let scalars = Array(characters.unicodeScalars)
    return (0..<length).map { _ in scalars[below(scalars.count)] }
  }
}
