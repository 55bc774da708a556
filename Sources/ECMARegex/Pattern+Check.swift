extension Pattern {
  /// Parses and translates a pattern without compiling it. Returns the warnings that the pattern would have.
  ///
  /// Problems that only PCRE2 detects, such as a pattern that is too large for it, are not found.
  ///
  /// - Throws: `PatternError`, like compiling.
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
