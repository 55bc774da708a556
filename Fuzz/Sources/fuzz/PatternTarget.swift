import ECMARegex

/// Compares the engines of a pattern: PCRE2 alone, the automaton and the counting code, and the shortcut.
///
/// An input is a pattern, a line feed, and a subject.
enum PatternTarget {
  static func run(_ input: UnsafeRawBufferPointer) {
    let parts = unsafe String(decoding: input, as: UTF8.self).unicodeScalars
      .split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard let source = parts.first.map({ String($0) }) else { return }
    let subject = parts.count > 1 ? String(parts[1]) : ""
    for grammar in Pattern.Grammar.allCases {
      let limits = MatchLimits(matchSteps: 20_000)
      guard
        let alone = try? Pattern(source, grammar: grammar, limits: limits, boundsTime: false),
        let bounded = try? Pattern(source, grammar: grammar, limits: limits, usesShortcut: true)
      else { continue }
      _ = bounded.warnings
      // Beyond 64 bytes, other engines than PCRE2 decide.
      for subject in [
        subject, subject + String(repeating: subject.isEmpty ? "a" : subject, count: 65),
      ] {
        guard subject.utf8.count < 4096 else { continue }
        let one = alone.match(subject)
        let other = bounded.match(subject)
        if case .gaveUp = one { continue }
        if case .gaveUp = other { continue }
        guard one == other else {
          finding("/\(source)/ on \(subject.debugDescription): \(one) by PCRE2, otherwise \(other)")
        }
      }
    }
  }
}
