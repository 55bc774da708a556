extension PatternSyntax {
  /// Whether ECMA-262 accepts `source` as a pattern with the `u` flag, even if no engine here can match it.
  ///
  /// The parser reads at most `maximumLengthInCodePoints` code points and `maximumNestingDepth` levels. A pattern
  /// beyond one of these limits counts as valid.
  ///
  /// https://tc39.es/ecma262/#prod-Pattern
  package static func isValid(_ source: String) -> Bool {
    var parser = PatternParser(source, grammar: .strict)
    do {
      _ = try parser.parse()
      return true
    } catch {
      return error.kind != .syntax
    }
  }
}
