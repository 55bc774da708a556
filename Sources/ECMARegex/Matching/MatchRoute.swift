import CPCRE2Match
import Synchronization

/// Chooses the engine for a subject, so that the time is bounded by the subject's length.
///
/// PCRE2 decides short subjects, and all others if the pattern is proven to need linear time. What remains
/// goes to an automaton, or, if the pattern has back references or many lookarounds, to code of PCRE2 that
/// counts all it does. PCRE2's own limit does not: a repeated character is one step, however often it is repeated,
/// and each start of a match has the whole limit.
@safe
final class MatchRoute: Sendable {
  /// The longest subject, in bytes, that PCRE2 may decide whatever the pattern, where a route is used at all.
  static let longestShortSubject = 64
  /// The steps of counting code that are allowed for each byte of the subject, beside
  /// `MatchLimits.matchSteps`.
  private static let countedStepsPerByte = 128

  /// The engine for subjects that PCRE2 should not decide; created for the first one.
  private final class Decider: Sendable {
    let automaton: LazyAutomaton?
    /// For the patterns that no automaton decides.
    let counting: CompiledCode?

    init(_ syntax: PatternSyntax, translation: String) {
      automaton = AutomatonProgram(syntax, for: .verdicts).map(LazyAutomaton.init)
      counting =
        automaton == nil
        ? try? CompiledCode(translation, for: .utf8, usesJIT: true, countsSteps: true) : nil
    }
  }

  private let syntax: PatternSyntax
  private let translation: String
  private let limits: MatchLimits
  // Sound to share: nobody writes to it after `init`. The pointer never leaves this object, and a match does
  // not copy what it points to.
  private nonisolated(unsafe) let bounds: UnsafeMutablePointer<cpcre2_limits>
  /// The maximum length of a subject, in bytes, that PCRE2 decides first.
  private let longestShortSubject: Int
  private let built = AtomicLazyReference<Decider>()
  /// Whether PCRE2 gave up on a short subject; it is not used again.
  private let hasGivenUp = Atomic<Bool>(false)
  /// Whether PCRE2 is proven to need linear time; determined at the first long subject.
  private let isProvenLinear = Atomic<Bool>(false)
  private let isLinearityKnown = Atomic<Bool>(false)

  /// With `isUsed` false, PCRE2 decides everything, within its own limits.
  init(_ syntax: PatternSyntax, translation: String, limits: MatchLimits, isUsed: Bool) {
    self.syntax = syntax
    self.translation = translation
    self.limits = limits
    longestShortSubject = isUsed ? Self.longestShortSubject : .max
    unsafe bounds = .allocate(capacity: 1)
    unsafe bounds.initialize(
      to: cpcre2_limits(limits, stepsPerPart: 8 + syntax.root.largestMinimum))
  }

  deinit {
    unsafe bounds.deallocate()
  }

  private var decider: Decider {
    built.load() ?? built.storeIfNil(Decider(syntax, translation: translation))
  }

  /// - Parameter subject: Well-formed UTF-8, for which `code` was compiled.
  @inline(__always)
  @unsafe func match(
    _ subject: UnsafeRawBufferPointer, with code: cpcre2_code
  ) -> MatchResult {
    // The usual way makes no call but PCRE2's.
    let isAsked =
      subject.count <= longestShortSubject
      ? !hasGivenUp.load(ordering: .relaxed) : isProvenLinear.load(ordering: .relaxed)
    guard isAsked else { return unsafe matchOtherwise(subject, with: code) }
    let result = unsafe code.match(subject, bounds)
    guard case .gaveUp = result else { return result }
    return unsafe matchAgain(subject, after: result)
  }

  /// Decides what PCRE2 gave up on.
  @inline(never)
  private func matchAgain(
    _ subject: UnsafeRawBufferPointer, after result: MatchResult
  ) -> MatchResult {
    guard longestShortSubject < .max, let automaton = decider.automaton else { return result }
    if subject.count <= longestShortSubject { hasGivenUp.store(true, ordering: .relaxed) }
    return unsafe automaton.match(subject, limits: limits)
  }

  /// Decides a subject that PCRE2 must not decide, unless the pattern turns out to be linear.
  @inline(never)
  private func matchOtherwise(
    _ subject: UnsafeRawBufferPointer, with code: cpcre2_code
  ) -> MatchResult {
    if subject.count > longestShortSubject, !isLinearityKnown.load(ordering: .acquiring) {
      let isLinear = AttemptCount.outcome(of: syntax) == .linear
      isProvenLinear.store(isLinear, ordering: .relaxed)
      isLinearityKnown.store(true, ordering: .releasing)
      if isLinear { return unsafe match(subject, with: code) }
    }
    let decider = decider
    if let automaton = decider.automaton {
      return unsafe automaton.match(subject, limits: limits)
    }
    guard let counting = decider.counting else { return .gaveUp(.matchSteps) }
    let steps =
      Int64(limits.matchSteps) + Int64(subject.count) * Int64(Self.countedStepsPerByte)
    return unsafe counting.unowned.match(subject, bounds, totalSteps: steps)
  }
}

extension PatternNode {
  /// The greatest number of characters that a repeated character must have; a shorter run is passed without
  /// being counted.
  fileprivate var largestMinimum: Int {
    let inner = children.reduce(0) { max($0, $1.largestMinimum) }
    guard case .repetition(let repetition) = self, case .characters = repetition.body else {
      return inner
    }
    return repetition.minimum
  }
}
