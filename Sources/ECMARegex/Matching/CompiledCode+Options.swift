import CPCRE2

extension CompiledCode {
  /// The kind of subjects that a pattern is compiled for.
  enum Subjects {
    /// UTF-8. The `u` flag matches code points, not code units.
    ///
    /// https://tc39.es/ecma262/#sec-compilepattern
    case utf8
    /// ASCII, where both are the same: PCRE2 need not decode, and a class is a table of bytes.
    case ascii
  }

  static func options(for subjects: Subjects) -> UInt32 {
    switch subjects {
    case .utf8: commonOptions | UInt32(PCRE2_UTF)
    case .ascii: commonOptions
    }
  }

  /// The options of every compilation, each with the reason why ECMA-262 needs it.
  private static let commonOptions: UInt32 = [
    // The translation spells the `.` of ECMA-262 as a class; its own `.` stands for any scalar.
    // https://tc39.es/ecma262/#sec-compileatom
    UInt32(PCRE2_DOTALL),
    // `$` is the end of the subject, not also the place before a last line feed. The translation
    // writes `\z`, so this only holds a second line.
    // https://tc39.es/ecma262/#sec-compileassertion
    UInt32(PCRE2_DOLLAR_ENDONLY),
    // A reference to a capture that holds nothing matches the empty string.
    // https://tc39.es/ecma262/#sec-backreference-matcher
    UInt32(PCRE2_MATCH_UNSET_BACKREF),
    // ECMA-262 has no `\C`, which could stop inside a code point.
    UInt32(PCRE2_NEVER_BACKSLASH_C),
    // `\b` is a matter of ASCII word characters; nothing may turn Unicode ones on.
    // https://tc39.es/ecma262/#sec-iswordchar
    UInt32(PCRE2_NEVER_UCP),
    // From PCRE2 10.45 on, the start optimisation of its machine code gives wrong verdicts for some
    // patterns. On short subjects it saves nothing.
    UInt32(PCRE2_NO_START_OPTIMIZE),
    // The translation is ASCII: there is nothing to check.
    UInt32(PCRE2_NO_UTF_CHECK),
  ].reduce(0, |)
}
