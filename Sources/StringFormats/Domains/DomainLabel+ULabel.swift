extension DomainLabel {
  /// Whether the code points form a U-label, not counting the rules on hyphens, NFC and Bidi.
  ///
  /// https://www.rfc-editor.org/rfc/rfc5891#section-4.2
  var isULabel: Bool {
    guard let first = scalars.first, !first.isMark else { return false }
    return scalars.indices.allSatisfy { index in
      switch scalars[index].idnaProperty {
      case .valid: true
      case .contextual: isAllowedInContext(at: index)
      case .disallowed: false
      }
    }
  }

  /// Whether the U-label is in NFC.
  ///
  /// The standard library does not expose normal forms, but it orders strings by their NFC. The label is in NFC if
  /// its normal form starts with each shorter prefix of it: if it sorts after the prefix followed by the first code
  /// point, and before the prefix followed by the last one. A valid code point is in NFC by itself, so composing or
  /// reordering changes an earlier code point than the last. The prefix that ends at the first such change is still
  /// in NFC, so the comparison detects the change.
  ///
  /// https://www.unicode.org/reports/tr15/
  var isNormalized: Bool {
    var label = ""
    label.unicodeScalars.append(contentsOf: scalars)
    var prefix = ""
    return scalars.dropLast().allSatisfy { scalar in
      prefix.unicodeScalars.append(scalar)
      return prefix + "\u{0}" < label && label < prefix + "\u{10FFFF}"
    }
  }
}

extension Unicode.Scalar {
  /// The IDNA 2008 property of a code point. `disallowed` includes `unassigned`.
  ///
  /// https://www.rfc-editor.org/rfc/rfc5892#section-3
  enum IDNAProperty {
    case valid, contextual, disallowed
  }

  /// The derived property, according to the standard library's version of Unicode.
  var idnaProperty: IDNAProperty {
    switch value {
    case 0x2D, 0x30...0x39, 0x61...0x7A: return .valid
    case 0x00...0x7F: return .disallowed
    // Exceptions, section 2.6
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return .valid
    case 0xB7, 0x375, 0x5F3, 0x5F4, 0x660...0x669, 0x6F0...0x6F9, 0x30FB: return .contextual
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return .disallowed
    // JoinControl, section 2.8
    case 0x200C, 0x200D: return .contextual
    // IgnorableBlocks, section 2.4
    case 0x20D0...0x20FF, 0x1_D100...0x1_D24F: return .disallowed
    // OldHangulJamo, section 2.9
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: return .disallowed
    default: break
    }
    // Unstable and IgnorableProperties, sections 2.2 and 2.3
    if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint {
      return .disallowed
    }
    // LetterDigits, section 2.1
    return switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber, .modifierLetter,
      .nonspacingMark, .spacingMark:
      .valid
    default: .disallowed
    }
  }

  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
