/// Decides which captures a pattern's backreferences need, and whether PCRE2 gives them the same text as ECMA-262.
///
/// ECMA-262 resets the captures of a repeated atom before each iteration, rejects an empty iteration that is not
/// required, and matches a lookbehind from right to left; PCRE2 does none of this. A reference is accepted if none of
/// these differences can matter.
///
/// https://tc39.es/ecma262/#sec-runtime-semantics-repeatmatcher-abstract-operation
struct CaptureAnalysis {
  /// The captures that are kept, as a map from ECMA-262's number to PCRE2's.
  private(set) var numbers: [Int: Int] = [:]

  /// For each reference, by its offset, the captures that it can refer to; none if it always matches the empty
  /// string.
  private(set) var references: [Int: [Int]] = [:]

  /// The lookbehinds that contain a kept capture, by their offsets.
  private(set) var lookbehindsWithCaptures: Set<Int> = []

  /// One step from the root of the tree towards a node: the parent and the index of the next child.
  struct Step {
    let parent: PatternNode
    let child: Int
  }

  private var wanted: Set<Int> = []
  private var paths: [Int: [Step]] = [:]

  /// - Throws: `PatternError` if the text of a reference would differ.
  init(_ syntax: PatternSyntax) throws(PatternError) {
    var targets: [PatternNode.Backreference] = []
    Self.collect(syntax.root, into: &targets)
    guard !targets.isEmpty else { return }
    var captures: [PatternNode.Backreference.Target: [Int]] = [:]
    for target in targets where captures[target.target] == nil {
      let numbers = syntax.captures(of: target.target)
      captures[target.target] = numbers
      wanted.formUnion(numbers)
    }
    var path: [Step] = []
    findCaptures(syntax.root, path: &path)
    try resolve(syntax.root, path: &path, captures: captures)
    let kept = Set(references.values.joined()).sorted()
    for (position, number) in kept.enumerated() {
      numbers[number] = position + 1
      for step in paths[number, default: []] {
        if case .lookaround(let lookaround) = step.parent, lookaround.direction == .behind {
          lookbehindsWithCaptures.insert(lookaround.offset)
        }
      }
    }
  }

  private static func collect(
    _ node: PatternNode, into references: inout [PatternNode.Backreference]
  ) {
    if case .backreference(let reference) = node { references.append(reference) }
    for child in node.children { collect(child, into: &references) }
  }

  private mutating func findCaptures(_ node: PatternNode, path: inout [Step]) {
    if case .group(let group) = node, let number = group.number, wanted.contains(number) {
      paths[number] = path
    }
    for (position, child) in node.children.enumerated() {
      path.append(Step(parent: node, child: position))
      findCaptures(child, path: &path)
      path.removeLast()
    }
  }

  private mutating func resolve(
    _ node: PatternNode, path: inout [Step],
    captures: [PatternNode.Backreference.Target: [Int]]
  ) throws(PatternError) {
    if case .backreference(let reference) = node {
      var holding: [Int] = []
      for number in captures[reference.target, default: []] {
        guard let capture = paths[number] else { continue }
        let route = CaptureRoute(capture: capture, reference: path)
        guard route.canHoldText else { continue }
        if let reason = route.disagreement {
          throw PatternError(
            kind: .unsupported, message: "This backreference is not supported: \(reason).",
            offset: reference.offset)
        }
        holding.append(number)
      }
      references[reference.offset] = holding
    }
    for (position, child) in node.children.enumerated() {
      path.append(Step(parent: node, child: position))
      try resolve(child, path: &path, captures: captures)
      path.removeLast()
    }
  }
}
