import CPCRE2Match
import Synchronization

/// Chooses what decides a subject, so that the time is bounded by the subject's length.
///
/// PCRE2 decides short subjects, and all others if the pattern is proven to need linear time. What remains
/// goes to an automaton, or, if the pattern has back references or lookarounds, to code of PCRE2 that counts
/// all it does. PCRE2's own limit does not: a repeated character is one step, however often it is repeated,
/// and each start of a match has the whole limit.
final class MatchRoute: Sendable {
  /// The longest subject, in bytes, that PCRE2 may decide whatever the pattern.
  static let longestShortSubject = 64
  /// The steps of counting code that are allowed for each byte of the subject, beside
  /// `MatchLimits.matchSteps`.
  private static let countedStepsPerByte = 128

  /// What decides subjects that PCRE2 should not; built when there is the first one.
  private final class Decider: Sendable {
    let automaton: LazyAutomaton?
    /// For the patterns that no automaton decides.
    let counting: CompiledCode?
    let stepsPerPart: Int32

    init(_ syntax: PatternSyntax, translation: String) {
      automaton = AutomatonProgram(syntax, for: .verdicts).map(LazyAutomaton.init)
      counting =
        automaton == nil
        ? try? CompiledCode(translation, for: .utf8, usesJIT: true, countsSteps: true) : nil
      stepsPerPart = Int32(clamping: 8 + syntax.root.largestMinimum)
    }
  }

  private let syntax: PatternSyntax
  private let translation: String
  private let limits: MatchLimits
  private let isUsed: Bool
  private let built = AtomicLazyReference<Decider>()
  /// Whether PCRE2 needs linear time; found out when the first long subject is matched.
  private let linearity = Atomic<Linearity>(.unknown)
  /// Whether PCRE2 gave up on a short subject: it is not asked again.
  private let hasGivenUp = Atomic<Bool>(false)

  private enum Linearity: UInt8, AtomicRepresentable { case unknown, proven, unproven }

  /// With `isUsed` false, PCRE2 decides everything, within its own limits.
  init(_ syntax: PatternSyntax, translation: String, limits: MatchLimits, isUsed: Bool) {
    self.syntax = syntax
    self.translation = translation
    self.limits = limits
    self.isUsed = isUsed
  }

  private var decider: Decider {
    built.load() ?? built.storeIfNil(Decider(syntax, translation: translation))
  }

  private var isLinear: Bool {
    var known = linearity.load(ordering: .relaxed)
    if known == .unknown {
      known = AttemptCount.outcome(of: syntax) == .linear ? .proven : .unproven
      linearity.store(known, ordering: .relaxed)
    }
    return known == .proven
  }

  /// - Parameter subject: Well-formed UTF-8, for which `code` was compiled.
  @unsafe func match(
    _ subject: UnsafeRawBufferPointer, with code: cpcre2_code, _ bounds: cpcre2_limits
  ) -> MatchResult {
    guard isUsed else { return unsafe code.match(subject, bounds) }
    let isShort = subject.count <= Self.longestShortSubject
    if isShort ? !hasGivenUp.load(ordering: .relaxed) : isLinear {
      let result = unsafe code.match(subject, bounds)
      guard case .gaveUp = result, let automaton = decider.automaton else { return result }
      if isShort { hasGivenUp.store(true, ordering: .relaxed) }
      return unsafe automaton.match(subject, limits: limits)
    }
    let decider = decider
    if let automaton = decider.automaton {
      return unsafe automaton.match(subject, limits: limits)
    }
    guard let counting = decider.counting else { return .gaveUp(.matchSteps) }
    var bounds = bounds
    bounds.total_steps =
      Int64(limits.matchSteps) + Int64(subject.count) * Int64(Self.countedStepsPerByte)
    bounds.steps_per_part = decider.stepsPerPart
    return unsafe counting.unowned.match(subject, bounds)
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
