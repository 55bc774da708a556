extension Pattern {
  /// Says whether the pattern matches somewhere in `subject`: `pcre2_jit_match` or `pcre2_match`.
  ///
  /// To ask about the whole subject, anchor the pattern. The bytes are read where they are. Nothing is allocated but a
  /// thread's match data, once, and memory for a match that the JIT's first 32 KiB of stack do not hold.
  ///
  /// - Parameter subject: Bytes that are known to be well-formed UTF-8 and stay unchanged during the call. Other bytes
  ///   are undefined behaviour: PCRE2 could read past them.
  /// - Returns: The verdict, or the limit that was hit before there was one.
  @unsafe
  public func match(validUTF8 subject: UnsafeRawBufferPointer) -> MatchResult {
    // Without a branch, so that the compiler takes many bytes at a time.
    let isASCII = unsafe subject.reduce(0, |) < 0x80
    // Sound: the pattern lives as long as the call.
    return withExtendedLifetime(self) {
      unsafe unownedMatcher.match(validUTF8: subject, isASCII: isASCII)
    }
  }

  /// Returns whether the pattern matches somewhere in `subject`. To match the whole subject, anchor the pattern.
  public func match(_ subject: String) -> MatchResult {
    var subject = subject
    // Sound: a String's UTF-8 is well-formed by its own invariant, and the buffer is not written to.
    return subject.withUTF8 { bytes in
      unsafe match(validUTF8: UnsafeRawBufferPointer(bytes))
    }
  }
}
