import CPCRE2Match
import Synchronization

/// Chooses the engine for a subject, so the time is bounded in proportion to the subject's length.
///
/// PCRE2 decides short subjects and, if the pattern is proven to need linear time, all others. The remaining subjects
/// are decided by an automaton or, if the pattern has backreferences or many lookarounds, by PCRE2 code that counts
/// every step. PCRE2's own limit is not enough: it counts a repeated character as one step, however often it is
/// repeated, and each start of a match has the whole limit.
@safe
final class MatchRoute: Sendable {
  /// The longest subject, in bytes, that PCRE2 may decide for any pattern if a route is used.
  static let longestShortSubject = 64
  /// The number of steps of counting code that each byte of the subject allows, in addition to
  /// `MatchLimits.matchSteps`.
  private static let countedStepsPerByte = 128

  /// The engine for subjects that PCRE2 should not decide; created for the first one.
  private final class Decider: Sendable {
    let automaton: LazyAutomaton?
    /// The code for patterns that no automaton decides.
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
  // Sound to share: the memory is not written after `init`, and the pointer never leaves this object. A match does
  // not copy the limits.
  private nonisolated(unsafe) let bounds: UnsafeMutablePointer<cpcre2_limits>
  /// The maximum length of a subject, in bytes, that PCRE2 decides first.
  private let longestShortSubject: Int
  private let built = AtomicLazyReference<Decider>()
  /// Whether PCRE2 gave up on a short subject; if so, it is not used again.
  private let hasGivenUp = Atomic<Bool>(false)
  /// Whether PCRE2 is proven to need linear time; determined at the first long subject.
  private let isProvenLinear = Atomic<Bool>(false)
  private let isLinearityKnown = Atomic<Bool>(false)

  /// Creates a route. If `isUsed` is false, PCRE2 decides every subject within its own limits.
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
    // The common case calls only PCRE2.
    let isAsked =
      subject.count <= longestShortSubject
      ? !hasGivenUp.load(ordering: .relaxed) : isProvenLinear.load(ordering: .relaxed)
    guard isAsked else { return unsafe matchOtherwise(subject, with: code) }
    let result = unsafe code.match(subject, bounds)
    guard case .gaveUp = result else { return result }
    return unsafe matchAgain(subject, after: result)
  }

  /// Decides a subject on which PCRE2 gave up.
  @inline(never)
  private func matchAgain(
    _ subject: UnsafeRawBufferPointer, after result: MatchResult
  ) -> MatchResult {
    guard longestShortSubject < .max, let automaton = decider.automaton else { return result }
    if subject.count <= longestShortSubject { hasGivenUp.store(true, ordering: .relaxed) }
    return unsafe automaton.match(subject, limits: limits)
  }

  /// Decides a subject that PCRE2 must not decide, unless the pattern is proven linear now.
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
  /// The greatest minimum count of a repeated character. A run below it is passed without being counted.
  fileprivate var largestMinimum: Int {
    let inner = children.reduce(0) { max($0, $1.largestMinimum) }
    guard case .repetition(let repetition) = self, case .characters = repetition.body else {
      return inner
    }
    return repetition.minimum
  }
}
