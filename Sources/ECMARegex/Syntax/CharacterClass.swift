/// The characters that one position of a subject can have: a literal, `.`, an escape such as `\s`, or `[…]`.
///
/// The parser resolves everything except Unicode properties to scalars. Only the engine knows the members of a
/// property, so a property remains a name.
public struct CharacterClass: Hashable, Sendable {
  /// The scalars named by value; all members if `properties` is empty.
  public let scalars: ScalarSet

  /// The properties whose members are added to `scalars`.
  public let properties: [UnicodeProperty]

  /// Whether the members are all scalars that are *not* in `scalars` or `properties`.
  ///
  /// Always false without properties: the complement is taken when the class is parsed.
  public let isNegated: Bool

  /// The position of the class in the author's pattern, in code points.
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
