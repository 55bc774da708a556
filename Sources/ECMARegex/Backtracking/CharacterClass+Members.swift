extension CharacterClass {
  /// The members, as precisely as the backtracking check needs them.
  ///
  /// Only the engine knows the members of a property. Here, general categories are read up to U+33FF, scripts count
  /// as letters, and most binary properties as all scalars, which is enough to distinguish `\p{L}` and `\s`.
  var members: ScalarSet {
    guard !properties.isEmpty else { return scalars }
    let all = properties.reduce(scalars) { $0.union($1.approximateMembers) }
    return isNegated ? all.complement : all
  }
}

extension UnicodeProperty {
  fileprivate var approximateMembers: ScalarSet {
    let set: ScalarSet
    switch (kind, shortName) {
    case (.generalCategory, _):
      set = Self.categories.reduce(.none) { result, category in
        Self.category(category.key, isIn: shortName) ? result.union(category.value) : result
      }
    case (.script, "Zyyy"), (.script, "Zinh"), (.scriptExtensions, "Zyyy"),
      (.scriptExtensions, "Zinh"):
      set = .all
    case (.script, _), (.scriptExtensions, _): set = Self.letters
    case (.binary, "Alpha"), (.binary, "Lower"), (.binary, "Upper"), (.binary, "Cased"),
      (.binary, "IDS"), (.binary, "XIDS"), (.binary, "Ideo"):
      set = Self.letters
    case (.binary, "space"): set = .whiteSpace
    case (.binary, "Hex"), (.binary, "AHex"):
      set = ScalarSet(codePoints: [0x30...0x39, 0x41...0x46, 0x61...0x66])
    case (.binary, _): return .all
    }
    return isNegated ? set.complement : set
  }

  private static func category(_ short: String, isIn name: String) -> Bool {
    name == "LC" ? ["Lu", "Ll", "Lt"].contains(short) : short.hasPrefix(name)
  }

  private static let letters = categories.reduce(ScalarSet.none) { result, category in
    category.key.hasPrefix("L") || category.key.hasPrefix("M")
      ? result.union(category.value) : result
  }

  /// The scalars up to U+33FF by the short name of their general category.
  private static let categories: [String: ScalarSet] = {  // strings: ASCII
    var codePoints: [String: [ClosedRange<UInt32>]] = [:]  // strings: ASCII
    for codePoint: UInt32 in 0...0x33FF {
      guard let scalar = Unicode.Scalar(codePoint) else { continue }
      codePoints[scalar.properties.generalCategory.shortName, default: []]
        .append(codePoint...codePoint)
    }
    return codePoints.mapValues(ScalarSet.init(codePoints:))
  }()
}

extension Unicode.GeneralCategory {
  /// The two letters of the Unicode Character Database.
  fileprivate var shortName: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
