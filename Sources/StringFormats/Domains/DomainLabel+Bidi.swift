/// https://www.rfc-editor.org/rfc/rfc5893
extension DomainLabel {
  /// Whether the label contains a code point that makes the whole name a Bidi domain name.
  ///
  /// https://www.rfc-editor.org/rfc/rfc5893#section-1.4
  var isRightToLeft: Bool {
    scalars.contains { $0.bidiClass == .rightToLeft || $0.bidiClass == .arabicNumber }
  }

  /// Whether the label follows the rule for each label of a Bidi domain name.
  ///
  /// https://www.rfc-editor.org/rfc/rfc5893#section-2
  var followsBidiRule: Bool {
    let classes = scalars.map(\.bidiClass)
    let last = classes.last { $0 != .nonspacingMark }
    switch classes.first {
    case .rightToLeft:
      return !classes.contains(.leftToRight)
        && (last == .rightToLeft || last == .europeanNumber || last == .arabicNumber)
        && !(classes.contains(.europeanNumber) && classes.contains(.arabicNumber))
    case .leftToRight:
      return !classes.contains(.rightToLeft) && !classes.contains(.arabicNumber)
        && (last == .leftToRight || last == .europeanNumber)
    default:
      return false
    }
  }
}

extension Unicode.Scalar {
  /// The bidirectional classes that the rule distinguishes.
  fileprivate enum BidiClass {
    case leftToRight
    /// R and AL.
    case rightToLeft
    case europeanNumber, arabicNumber, nonspacingMark
    /// ES, CS, ET, ON and BN: allowed in each label, but not at its ends.
    case neutral
  }

  /// The class of a code point that a label may contain.
  fileprivate var bidiClass: BidiClass {
    switch self {
    case "0"..."9", "\u{6F0}"..."\u{6F9}": return .europeanNumber
    case "-", "\u{200C}", "\u{200D}": return .neutral
    default: break
    }
    guard value >= 0x80 else { return .leftToRight }
    if properties.generalCategory == .nonspacingMark {
      return ScalarRanges.leftToRightMarks.contains(self) ? .leftToRight : .nonspacingMark
    }
    if ScalarRanges.rightToLeft.contains(self) { return .rightToLeft }
    if ScalarRanges.arabicNumbers.contains(self) { return .arabicNumber }
    return ScalarRanges.neutral.contains(self) ? .neutral : .leftToRight
  }
}
