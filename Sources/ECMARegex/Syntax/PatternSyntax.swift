/// The syntax tree of a pattern.
public struct PatternSyntax: Hashable, Sendable {
  /// The whole pattern.
  public let root: PatternNode

  /// The names of the captures in order, starting with capture 1; nil for a capture without a name.
  public let captureNames: [String?]

  /// The maximum length of a pattern, in code points.
  ///
  /// PCRE2 stores a compiled pattern in at most 65,535 units, so few longer ones could be compiled.
  public static let maximumLengthInCodePoints = 32_768

  /// The maximum nesting of parentheses.
  ///
  /// Every pass over the tree recurses once per level, so this limits the stack that a pass needs.
  public static let maximumNestingDepth = 50

  /// The captures that `target` names: several if alternatives use the same name.
  public func captures(of target: PatternNode.Backreference.Target) -> [Int] {
    switch target {
    case .number(let number): [number]
    case .name(let name):
      captureNames.indices.filter {
        captureNames[$0]?.utf8.elementsEqual(name.utf8) ?? false
      }.map { $0 + 1 }
    }
  }
}
