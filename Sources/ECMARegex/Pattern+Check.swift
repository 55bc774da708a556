extension Pattern {
  /// Parses and translates a pattern without compiling it; returns the advice that the pattern would have.
  ///
  /// What PCRE2 alone refuses, such as a pattern that is too large for it, is not found.
  ///
  /// - Throws: `PatternError`, as compiling does.
  package static func check(
    _ source: String, grammar: Grammar = .strict
  ) throws(PatternError) -> [PatternWarning] {
    var parser = PatternParser(source, grammar: grammar)
    let syntax = try parser.parse()
    var translator = try PatternTranslator(syntax)
    _ = try translator.translate()
    return parser.warnings + BacktrackingCheck.warnings(for: syntax)
  }
}
