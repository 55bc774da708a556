/// A parsed pattern: what the author wrote, as a tree that can be inspected.
public struct PatternSyntax: Hashable, Sendable {
  /// The whole pattern.
  public let root: PatternNode

  /// The captures' names by number: the first element belongs to capture 1; nil for one without.
  public let captureNames: [String?]

  /// The longest pattern that is read, in code points.
  ///
  /// PCRE2 stores a compiled pattern in at most 65,535 units, so few longer ones could be compiled.
  public static let maximumLengthInCodePoints = 32_768

  /// The deepest nesting of parentheses that is read.
  ///
  /// Every pass over the tree recurses once per level, so this bounds the stack it needs.
  public static let maximumNestingDepth = 50

  /// The captures that `target` names: more than one where a name is used in several alternatives.
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
