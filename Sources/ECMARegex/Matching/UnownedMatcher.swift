import CPCRE2Match

/// A compiled pattern without ownership: plain memory for tables that many threads read, where reference counting would
/// cost more than a short match.
///
/// Use it only while its `Pattern` is alive. The caller guarantees that, so `match` is marked unsafe.
@safe
public struct UnownedMatcher: BitwiseCopyable, @unchecked Sendable {
  private let code: cpcre2_code
  /// The code for ASCII subjects; the same as `code` if there is no other.
  private let codeForASCII: cpcre2_code
  private let route: Unmanaged<MatchRoute>
  @usableFromInline let shortcut: NeighborTable?
  private let automaton: ASCIIAutomatonTable?

  init(
    _ code: CompiledCode, forASCII codeForASCII: CompiledCode?, route: MatchRoute,
    shortcut: NeighborTable?, automaton: ASCIIAutomatonTable?
  ) {
    unsafe self.code = code.unowned
    unsafe self.codeForASCII = codeForASCII?.unowned ?? code.unowned
    unsafe self.route = Unmanaged.passUnretained(route)
    self.shortcut = shortcut
    self.automaton = automaton
  }

  /// Returns whether the pattern matches somewhere in `subject`.
  ///
  /// - Parameters:
  ///   - subject: Bytes that are known to be well-formed UTF-8 and stay unchanged during the call.
  ///     Other bytes are undefined behavior: PCRE2 could read past them.
  ///   - isASCII: Whether each byte is known to be a character of its own.
  @inlinable @inline(__always)
  @unsafe public func match(
    validUTF8 subject: UnsafeRawBufferPointer, isASCII: Bool
  ) -> MatchResult {
    if isASCII, let shortcut {
      return unsafe shortcut.matches(ascii: subject) ? .match : .noMatch
    }
    return unsafe matchOtherwise(subject, isASCII: isASCII)
  }

  /// A test that scans a JSON string for its end and decides the pattern in the same pass; nil if the pattern or the
  /// processor does not support it.
  public var scanner: UnownedScanner? { shortcut.flatMap(UnownedScanner.init) }

  @usableFromInline @inline(never)
  func matchOtherwise(_ subject: UnsafeRawBufferPointer, isASCII: Bool) -> MatchResult {
    if let automaton, isASCII, subject.count <= ASCIIAutomatonTable.longestSubject {
      return unsafe automaton.matches(ascii: subject) ? .match : .noMatch
    }
    // Sound: the caller keeps the pattern alive and, with it, the route. The subject's bytes are only read.
    return unsafe route._withUnsafeGuaranteedRef { route in
      unsafe route.match(subject, with: isASCII ? codeForASCII : code)
    }
  }
}

extension cpcre2_code {
  /// - Parameter subject: Well-formed UTF-8.
  @inline(__always)
  @unsafe func match(
    _ subject: UnsafeRawBufferPointer, _ limits: UnsafePointer<cpcre2_limits>
  ) -> MatchResult {
    // Sound: the caller keeps the code alive. The call reads the subject's bytes only within their count, and writes
    // only memory of the calling thread.
    let outcome = unsafe cpcre2_match(
      self, subject.baseAddress?.assumingMemoryBound(to: UInt8.self), subject.count, limits)
    return unsafe Self.result(outcome)
  }

  /// Matches code that counts its steps.
  @unsafe func match(
    _ subject: UnsafeRawBufferPointer, _ limits: UnsafePointer<cpcre2_limits>, totalSteps: Int64
  ) -> MatchResult {
    // Sound: as above.
    let outcome = unsafe cpcre2_match_counting(
      self, subject.baseAddress?.assumingMemoryBound(to: UInt8.self), subject.count, limits,
      totalSteps)
    return unsafe Self.result(outcome)
  }

  @inline(__always)
  private static func result(_ outcome: Int32) -> MatchResult {
    if outcome == Int32(CPCRE2_MATCH.rawValue) { return .match }
    if outcome == Int32(CPCRE2_NO_MATCH.rawValue) { return .noMatch }
    return .gaveUp(unsafe limit(outcome))
  }

  @inline(never)
  private static func limit(_ outcome: Int32) -> MatchLimit {
    switch UInt32(truncatingIfNeeded: outcome) {
    case CPCRE2_MATCH_LIMIT.rawValue: .matchSteps
    case CPCRE2_DEPTH_LIMIT.rawValue: .depth
    case CPCRE2_HEAP_LIMIT.rawValue: .heap
    case CPCRE2_NO_MEMORY.rawValue: .memory
    default: .engine
    }
  }
}

extension cpcre2_limits {
  init(_ limits: MatchLimits, stepsPerPart: Int = 0) {
    self.init(
      match_steps: limits.matchSteps, depth: limits.depth, heap_kibibytes: limits.heapInKibibytes,
      jit_stack_kibibytes: limits.jitStackInKibibytes,
      steps_per_part: Int32(clamping: stepsPerPart))
  }
}

extension Pattern {
  /// The pattern without ownership, for tables of plain memory. Use it only while the pattern itself is alive.
  @unsafe public var unownedMatcher: UnownedMatcher {
    UnownedMatcher(
      code, forASCII: codeForASCII, route: route, shortcut: shortcut?.table,
      automaton: automaton?.table)
  }
}
