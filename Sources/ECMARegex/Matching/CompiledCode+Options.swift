import CPCRE2

extension CompiledCode {
  /// The kind of subjects that a pattern is compiled for.
  enum Subjects {
    /// UTF-8. With the `u` flag, a pattern matches code points instead of code units.
    ///
    /// https://tc39.es/ecma262/#sec-compilepattern
    case utf8
    /// ASCII, where each code point is one code unit. PCRE2 need not decode, and a class is a table of bytes.
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
    // The translation spells the `.` of ECMA-262 as a class; its own `.` matches any scalar.
    // https://tc39.es/ecma262/#sec-compileatom
    UInt32(PCRE2_DOTALL),
    // `$` matches only at the end of the subject, not also before a line feed at the end. The translation uses `\z`,
    // so this is only a safeguard.
    // https://tc39.es/ecma262/#sec-compileassertion
    UInt32(PCRE2_DOLLAR_ENDONLY),
    // A reference to a capture without text matches the empty string.
    // https://tc39.es/ecma262/#sec-backreference-matcher
    UInt32(PCRE2_MATCH_UNSET_BACKREF),
    // ECMA-262 has no `\C`, which could match part of a code point.
    UInt32(PCRE2_NEVER_BACKSLASH_C),
    // `\b` depends on ASCII word characters; nothing may enable Unicode ones.
    // https://tc39.es/ecma262/#sec-iswordchar
    UInt32(PCRE2_NEVER_UCP),
    // Since PCRE2 10.45, the start optimization of its machine code gives wrong verdicts for some patterns. On short
    // subjects, it saves nothing.
    UInt32(PCRE2_NO_START_OPTIMIZE),
    // The translation is ASCII, so it need not be checked.
    UInt32(PCRE2_NO_UTF_CHECK),
  ].reduce(0, |)
}
