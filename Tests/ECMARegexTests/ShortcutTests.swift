import Testing

@testable import ECMARegex

/// The test of neighbouring characters must never disagree with the engine.
@Suite("Shortcut")
struct ShortcutTests {
  /// A pattern that neighbours decide, and characters to build subjects of: one of each kind, one
  /// that has no place in the pattern, and one beyond ASCII.
  struct Row: Sendable, Identifiable, CustomTestStringConvertible {
    let id: String
    let characters: String

    init(_ source: String, _ characters: String) {
      id = source
      self.characters = characters
    }

    var testDescription: String { "/\(id)/u" }
  }

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

  @Test("Every ASCII character in every place", arguments: decided)
  func everyCharacterEverywhere(_ row: Row) throws {
    let pair = try Pair(row.id)
    var random = Random(state: 7)
    // Lengths around those at which the test goes on in another way.
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

  @Test("Long subjects, nearly all of them matches", arguments: decided)
  func longSubjects(_ row: Row) throws {
    let pair = try Pair(row.id)
    var random = Random(state: 11)
    for _ in 0..<300 {
      // Grown by characters that keep it matching, as far as there are such.
      var subject: [Unicode.Scalar] = []
      for _ in 0..<60 {
        let next = subject + random.subject(of: row.characters, length: 1 + random.below(2))
        if pair.compare(next) || random.below(40) == 0 { subject = next }
      }
    }
  }

  static let undecided = [
    "^aa$", "^a{2}$", "^a{0,3}$", "abc", "^a", "a$", "^a|b$", "^(?:a|b)*a[ab]$", "^(?=a)a$",
    #"^(a)\1$"#,
    #"^\p{L}+$"#, #"^a\b$"#, "^(?:^a)$", "^[ab][bc][cd][de][ef][fg][gh]$",
  ]

  @Test("Patterns that need more than neighbours have none", arguments: undecided)
  func isLeftToTheEngine(_ source: String) throws {
    #expect(try Pattern(source, usesShortcut: true).shortcut == nil)
  }

  @Test("A pattern has none unless it is asked for")
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

/// A pattern with its shortcut, in steps of each width, and without.
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
    // Where the engine gives up, the shortcut still answers.
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
