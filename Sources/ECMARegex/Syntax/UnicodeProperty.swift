/// A Unicode property as `\p{…}` or `\P{…}` names it.
///
/// https://tc39.es/ecma262/#sec-runtime-semantics-unicodematchproperty-p
public struct UnicodeProperty: Hashable, Sendable {
  /// The four forms that ECMA-262 defines.
  public enum Kind: String, Hashable, Sendable {
    /// `\p{Lu}`, `\p{gc=Lu}`, `\p{General_Category=Uppercase_Letter}`.
    case generalCategory
    /// `\p{sc=Grek}`, `\p{Script=Greek}`.
    case script
    /// `\p{scx=Grek}`, `\p{Script_Extensions=Greek}`.
    case scriptExtensions
    /// `\p{Alphabetic}`, `\p{Emoji}` and their like.
    case binary
  }

  /// The form of the name.
  public let kind: Kind

  /// The value's short name: `Lu`, `Grek`, `Alpha`.
  public let shortName: String

  /// Whether it was written as `\P`, which matches the scalars without the property.
  public let isNegated: Bool
}

extension UnicodeProperty {
  /// Parses the text between the braces. Returns nil if ECMA-262 does not define such a name.
  ///
  /// Names must match exactly, including case, spaces and underscores.
  init?(spelling: String, isNegated: Bool) {
    // The names are ASCII; `String` would equate the Kelvin sign with a K.
    guard spelling.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let parts = spelling.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first.map(String.init) else { return nil }
    guard parts.count == 2 else {
      if let name = Self.generalCategories[first] {
        self.init(kind: .generalCategory, shortName: name, isNegated: isNegated)
      } else if let name = Self.binaryProperties[first] {
        self.init(kind: .binary, shortName: name, isNegated: isNegated)
      } else {
        return nil
      }
      return
    }
    let kind: Kind
    let table: [String: String]  // strings: ASCII
    switch first {
    case "General_Category", "gc": (kind, table) = (.generalCategory, Self.generalCategories)
    case "Script", "sc": (kind, table) = (.script, Self.scripts)
    case "Script_Extensions", "scx": (kind, table) = (.scriptExtensions, Self.scripts)
    default: return nil
    }
    guard let name = table[String(parts[1])] else { return nil }
    self.init(kind: kind, shortName: name, isNegated: isNegated)
  }
}
