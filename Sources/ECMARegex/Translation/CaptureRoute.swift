/// The path from a capture to one of its back references.
struct CaptureRoute {
  /// The steps that both have in common, from the root.
  private let common: ArraySlice<CaptureAnalysis.Step>
  /// The steps from where they part to the capture.
  private let inner: ArraySlice<CaptureAnalysis.Step>
  /// The steps from where they part to the reference.
  private let towardsReference: ArraySlice<CaptureAnalysis.Step>
  /// Whether the capture has been matched, if at all, when the reference is reached.
  private let captureIsFirst: Bool

  init(capture: [CaptureAnalysis.Step], reference: [CaptureAnalysis.Step]) {
    let shared = zip(capture, reference).prefix { $0.child == $1.child }.count
    common = capture[..<shared]
    inner = capture[shared...].dropFirst()
    towardsReference = reference[min(shared, reference.count)...].dropFirst()
    // Where the reference is inside the capture, nothing is left of the capture's way: the
    // capture is still open, so it holds nothing.
    guard shared < capture.count, shared < reference.count,
      case .sequence = capture[shared].parent
    else {
      // They are in different alternatives, of which one is taken.
      captureIsFirst = false
      return
    }
    let isRightToLeft = Self.lookarounds(in: common).last?.direction == .behind
    captureIsFirst =
      isRightToLeft
      ? capture[shared].child > reference[shared].child
      : capture[shared].child < reference[shared].child
  }

  /// Whether the reference can find text; otherwise ECMA-262 lets it match the empty string.
  var canHoldText: Bool {
    // What is repeated zero times is not translated, so nothing in it may count.
    guard captureIsFirst,
      !Self.isLeftOut(common), !Self.isLeftOut(inner), !Self.isLeftOut(towardsReference)
    else { return false }
    return !Self.lookarounds(in: inner).contains(where: \.isNegative)
  }

  /// Why PCRE2 could give the reference another text than ECMA-262 does; nil if it cannot.
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
      // One optional iteration: rejected or accepted, an empty one leaves nothing to refer to,
      // unless a lookaround inside it captured what it only looked at.
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
      return isRepeated || !lookaround.body.hasOneWay
        ? "its capture is in a lookbehind that can match in several ways" : nil
    }
    // A lookahead keeps the first way it matched, and empty iterations change which one is first.
    return lookaround.body.hasEmptyIterations
      ? "its capture is in a lookahead with a repetition that can match the empty string" : nil
  }

  /// Whether whoever enters the first step comes to the capture.
  private static func isAlwaysTaken(_ steps: ArraySlice<CaptureAnalysis.Step>) -> Bool {
    steps.allSatisfy { step in
      switch step.parent {
      case .alternation: false
      case .repetition(let repetition): repetition.minimum > 0
      default: true
      }
    }
  }

  private static func isLeftOut(_ steps: ArraySlice<CaptureAnalysis.Step>) -> Bool {
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
  /// Whether text of one length matches in one way only, in whichever direction.
  fileprivate var hasOneWay: Bool {
    switch self {
    case .characters, .anchor: true
    case .alternation, .backreference, .lookaround: false
    case .repetition(let repetition):
      repetition.minimum == repetition.maximum && repetition.body.hasOneWay
    case .sequence, .group: children.allSatisfy(\.hasOneWay)
    }
  }

  /// Whether some repetition in it may come to an empty iteration that is not required.
  fileprivate var hasEmptyIterations: Bool {
    if case .repetition(let repetition) = self, repetition.minimum != repetition.maximum,
      repetition.body.isNullable
    {
      return true
    }
    return children.contains(where: \.hasEmptyIterations)
  }
}
