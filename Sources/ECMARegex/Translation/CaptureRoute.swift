/// The path from a capture to one of its backreferences.
struct CaptureRoute {
  /// The common steps of both paths, from the root.
  private let common: ArraySlice<CaptureAnalysis.Step>
  /// The remaining steps to the capture.
  private let inner: ArraySlice<CaptureAnalysis.Step>
  /// The remaining steps to the reference.
  private let towardsReference: ArraySlice<CaptureAnalysis.Step>
  /// Whether matching reaches the capture before the reference.
  private let captureIsFirst: Bool

  init(capture: [CaptureAnalysis.Step], reference: [CaptureAnalysis.Step]) {
    let shared = zip(capture, reference).prefix { $0.child == $1.child }.count
    common = capture[..<shared]
    inner = capture[shared...].dropFirst()
    towardsReference = reference[min(shared, reference.count)...].dropFirst()
    // If the reference is inside the capture, no steps to the capture remain. The capture is still open, so it has no
    // text.
    guard shared < capture.count, shared < reference.count,
      case .sequence = capture[shared].parent
    else {
      // They are in different alternatives, only one of which matches.
      captureIsFirst = false
      return
    }
    let isRightToLeft = Self.lookarounds(in: common).last?.direction == .behind
    captureIsFirst =
      isRightToLeft
      ? capture[shared].child > reference[shared].child
      : capture[shared].child < reference[shared].child
  }

  /// Whether the reference can have text; otherwise, it matches the empty string in ECMA-262.
  var canHoldText: Bool {
    // Parts that are repeated zero times are not translated, so their captures must not count.
    guard captureIsFirst,
      !Self.isSkipped(common), !Self.isSkipped(inner), !Self.isSkipped(towardsReference)
    else { return false }
    return !Self.lookarounds(in: inner).contains(where: \.isNegative)
  }

  /// The reason why PCRE2 could give the reference another text than ECMA-262; nil if it cannot.
  var disagreement: String? {
    if Self.lookarounds(in: common).contains(where: { $0.direction == .behind })
      || Self.lookarounds(in: towardsReference).contains(where: { $0.direction == .behind })
    {
      return "it is inside a lookbehind"
    }
    let isRepeated = common.contains { step in
      guard case .repetition(let repetition) = step.parent else { return false }
      return repetition.maximum != 1
    }
    if isRepeated && !Self.isAlwaysTaken(inner) {
      return "its capture is reset whenever the repetition around both starts again, and may "
        + "then be skipped"
    }
    for (position, step) in zip(inner.indices, inner) {
      let below = inner[(position + 1)...]
      switch step.parent {
      case .repetition(let repetition):
        if let reason = Self.disagreement(of: repetition, below: below) { return reason }
      case .lookaround(let lookaround):
        if let reason = Self.disagreement(of: lookaround, below: below) { return reason }
      default: continue
      }
    }
    return nil
  }

  private static func disagreement(
    of repetition: PatternNode.Repetition, below: ArraySlice<CaptureAnalysis.Step>
  ) -> String? {
    if repetition.maximum != 1, !isAlwaysTaken(below) {
      return "its capture is reset whenever the repetition around it starts again, and may "
        + "then be skipped"
    }
    let varies = repetition.minimum != repetition.maximum
    if varies, repetition.body.isNullable {
      // For one optional iteration, it does not matter whether an empty one is rejected: it leaves no text, unless a
      // lookaround inside it captured some.
      guard repetition.maximum == 1, lookarounds(in: below).isEmpty else {
        return "its capture is in a repetition that can match the empty string"
      }
    }
    return nil
  }

  private static func disagreement(
    of lookaround: PatternNode.Lookaround, below: ArraySlice<CaptureAnalysis.Step>
  ) -> String? {
    if lookaround.direction == .behind {
      let isRepeated = below.contains { step in
        if case .repetition = step.parent { true } else { false }
      }
      return isRepeated || !lookaround.body.hasSinglePath
        ? "its capture is in a lookbehind that can match in several ways" : nil
    }
    // A lookahead keeps its first match, and empty iterations change which match is first.
    return lookaround.body.hasEmptyIterations
      ? "its capture is in a lookahead with a repetition that can match the empty string" : nil
  }

  /// Whether every path through the first step reaches the capture.
  private static func isAlwaysTaken(_ steps: ArraySlice<CaptureAnalysis.Step>) -> Bool {
    steps.allSatisfy { step in
      switch step.parent {
      case .alternation: false
      case .repetition(let repetition): repetition.minimum > 0
      default: true
      }
    }
  }

  private static func isSkipped(_ steps: ArraySlice<CaptureAnalysis.Step>) -> Bool {
    steps.contains { step in
      if case .repetition(let repetition) = step.parent { repetition.maximum == 0 } else { false }
    }
  }

  private static func lookarounds(
    in steps: ArraySlice<CaptureAnalysis.Step>
  ) -> [PatternNode.Lookaround] {
    steps.compactMap { step in
      if case .lookaround(let lookaround) = step.parent { lookaround } else { nil }
    }
  }
}

extension PatternNode {
  /// Whether there is only one way to match text of a given length, in either direction.
  fileprivate var hasSinglePath: Bool {
    switch self {
    case .characters, .anchor: true
    case .alternation, .backreference, .lookaround: false
    case .repetition(let repetition):
      repetition.minimum == repetition.maximum && repetition.body.hasSinglePath
    case .sequence, .group: children.allSatisfy(\.hasSinglePath)
    }
  }

  /// Whether it contains a repetition with a possible empty iteration that is not required.
  fileprivate var hasEmptyIterations: Bool {
    if case .repetition(let repetition) = self, repetition.minimum != repetition.maximum,
      repetition.body.isNullable
    {
      return true
    }
    return children.contains(where: \.hasEmptyIterations)
  }
}
