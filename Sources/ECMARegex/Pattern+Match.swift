extension Pattern {
  /// Returns whether the pattern matches somewhere in `subject`; wraps `pcre2_jit_match` or `pcre2_match`.
  ///
  /// To match the whole subject, anchor the pattern. The bytes are read in place. The only allocations are a thread's
  /// match data, once, and memory for a match that exceeds the JIT's first 32 KiB of stack.
  ///
  /// - Parameter subject: Bytes that are known to be well-formed UTF-8 and stay unchanged during the call. Other
  ///   bytes are undefined behavior: PCRE2 could read past them.
  /// - Returns: The verdict, or the limit that was exceeded before there was one.
  @unsafe
  public func match(validUTF8 subject: UnsafeRawBufferPointer) -> MatchResult {
    // Without a branch, so the compiler can process many bytes at once.
    let isASCII = unsafe subject.reduce(0, |) < 0x80
    // Sound: the pattern stays alive during the call.
    return withExtendedLifetime(self) {
      unsafe unownedMatcher.match(validUTF8: subject, isASCII: isASCII)
    }
  }

  /// Returns whether the pattern matches somewhere in `subject`. To match the whole subject, anchor the pattern.
  public func match(_ subject: String) -> MatchResult {
    var subject = subject
    // Sound: the UTF-8 of a `String` is always well-formed, and the buffer is not written.
    return subject.withUTF8 { bytes in
      unsafe match(validUTF8: UnsafeRawBufferPointer(bytes))
    }
  }
}
