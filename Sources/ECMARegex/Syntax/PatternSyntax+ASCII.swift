extension PatternSyntax {
  /// The pattern without the parts that match only scalars beyond ASCII. On ASCII subjects, it has the same verdicts.
  ///
  /// Returns nil if it contains a Unicode property, whose members only the engine knows.
  ///
  /// Worked example: `[^é]|é+` becomes `[^]|[]+`.
  func restrictedToASCII() -> PatternSyntax? {
    root.restrictedToASCII().map { PatternSyntax(root: $0, captureNames: captureNames) }
  }
}

extension PatternNode {
  fileprivate func restrictedToASCII() -> PatternNode? {
    switch self {
    case .characters(let characters):
      guard characters.properties.isEmpty else { return nil }
      return .characters(
        CharacterClass(characters.scalars.restrictedToASCII(), offsets: characters.offsets))
    case .anchor, .backreference:
      return self
    case .sequence(let parts):
      return Self.restrictedToASCII(parts).map { .sequence($0) }
    case .alternation(let alternatives):
      return Self.restrictedToASCII(alternatives).map { .alternation($0) }
    case .repetition(let repetition):
      return repetition.body.restrictedToASCII().map { body in
        .repetition(
          Repetition(
            body: body, minimum: repetition.minimum, maximum: repetition.maximum,
            isLazy: repetition.isLazy, offset: repetition.offset))
      }
    case .group(let group):
      return group.body.restrictedToASCII().map { body in
        .group(Group(body: body, number: group.number, name: group.name, offset: group.offset))
      }
    case .lookaround(let lookaround):
      return lookaround.body.restrictedToASCII().map { body in
        .lookaround(
          Lookaround(
            body: body, direction: lookaround.direction, isNegative: lookaround.isNegative,
            offset: lookaround.offset))
      }
    }
  }

  private static func restrictedToASCII(_ nodes: [PatternNode]) -> [PatternNode]? {
    let restricted = nodes.compactMap { $0.restrictedToASCII() }
    return restricted.count == nodes.count ? restricted : nil
  }
}

extension ScalarSet {
  private static let ascii = ScalarSet(codePoints: [0...0x7F])

  /// The ASCII members; all scalars if every ASCII character is a member, because that has a shorter spelling.
  fileprivate func restrictedToASCII() -> ScalarSet {
    let members = ScalarSet(
      codePoints: codePointRanges.compactMap { range in
        range.lowerBound > 0x7F ? nil : range.lowerBound...min(range.upperBound, 0x7F)
      })
    return members == .ascii ? .all : members
  }
}
