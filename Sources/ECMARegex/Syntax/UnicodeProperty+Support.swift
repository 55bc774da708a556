extension UnicodeProperty {
  /// The scalars of a property that is the same in every Unicode version; nil for all others.
  var resolved: ScalarSet? {
    let set: ScalarSet
    switch (kind, shortName) {
    case (.binary, "Any"): set = .all
    case (.binary, "ASCII"): set = ScalarSet(codePoints: [0...0x7F])
    case (.generalCategory, "Cs"): set = .none
    default: return nil
    }
    return isNegated ? set.complement : set
  }

  /// The reason why PCRE2 does not support the property exactly; nil if it does.
  var reasonUnsupported: String? {
    switch (kind, shortName) {
    case (.binary, "Bidi_M"):
      "in PCRE2, the property has different members from those in Unicode"
    case (.binary, "ExtPict"):
      "hundreds of its members depend on the Unicode version; `Emoji` is supported"
    case (.binary, "CWKCF"):
      "PCRE2 does not support the property"
    case (.scriptExtensions, "Zyyy"), (.scriptExtensions, "Zinh"):
      "in PCRE2, this script has different extensions from those in Unicode; `Script=` is supported"
    default:
      nil
    }
  }

  /// The name in PCRE2.
  var spellingInPCRE2: String {
    switch (kind, shortName) {
    case (.generalCategory, "LC"): "\\\(isNegated ? "P" : "p"){L&}"
    case (.generalCategory, _): "\\\(isNegated ? "P" : "p"){\(shortName)}"
    case (.script, _): "\\\(isNegated ? "P" : "p"){sc:\(shortName)}"
    case (.scriptExtensions, _): "\\\(isNegated ? "P" : "p"){scx:\(shortName)}"
    // A scalar is assigned unless it is in the category Unassigned.
    case (.binary, "Assigned"): "\\\(isNegated ? "p" : "P"){Cn}"
    case (.binary, _): "\\\(isNegated ? "P" : "p"){\(shortName)}"
    }
  }
}
