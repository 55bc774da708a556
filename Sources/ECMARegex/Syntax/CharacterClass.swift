/// What one position of a subject may hold: a literal, `.`, an escape such as `\s`, or `[…]`.
///
/// Everything but Unicode properties is resolved to scalars when the pattern is parsed; a property's
/// members are the engine's knowledge, so a property stays a name.
public struct CharacterClass: Hashable, Sendable {
  /// The scalars named by value; the final members if `properties` is empty.
  public let scalars: ScalarSet

  /// The properties whose members are added to `scalars`.
  public let properties: [UnicodeProperty]

  /// Whether the members are all scalars that are *not* in `scalars` or `properties`.
  ///
  /// Always false without properties: the complement is taken when the class is parsed.
  public let isNegated: Bool

  /// Where the class is spelled in the author's pattern, in code points.
  public let offsets: Range<Int>

  init(
    _ scalars: ScalarSet, properties: [UnicodeProperty] = [], isNegated: Bool = false,
    offsets: Range<Int>
  ) {
    self.scalars = properties.isEmpty && isNegated ? scalars.complement : scalars
    self.properties = properties
    self.isNegated = isNegated && !properties.isEmpty
    self.offsets = offsets
  }
}
