/// A valid label of a domain name, in the form that people read.
///
/// https://www.rfc-editor.org/rfc/rfc5890#section-2.3
struct DomainLabel {
  /// The code points of the U-label, or the ASCII characters of a label that has no other form.
  let scalars: [Unicode.Scalar]
  /// The length in the Domain Name System: that of the A-label if there is one.
  let lengthInOctets: Int

  /// https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4
  static let maximumLength = 63
  /// The maximum length of a name in octets, without the final dot and the initial length octet.
  static let maximumNameLength = 253

  /// Reads a label in either form. Returns nil if it is not valid.
  init?(_ written: [Unicode.Scalar], syntax: DomainSyntax) {
    let isASCII = written.allSatisfy(\.isASCII)
    let isALabel = isASCII && written.count > 4 && Self.isTagged(written)
    guard let scalars = isALabel ? Self.decoded(written) : written,
      let lengthInOctets = isASCII ? written.count : Self.encoded(written)?.count,
      1...Self.maximumLength ~= lengthInOctets,
      scalars.first != "-", scalars.last != "-",
      syntax.allowsReservedLabels && isASCII && !isALabel || !Self.isReserved(scalars)
    else { return nil }
    self.scalars = scalars
    self.lengthInOctets = lengthInOctets
    if isASCII, !isALabel {
      guard scalars.allSatisfy({ $0 == "-" || $0.isLetterOrDigit }) else { return nil }
    } else {
      guard isULabel, !syntax.requiresNFC || isNormalized else { return nil }
    }
  }

  private static let tag: [Unicode.Scalar] = ["x", "n", "-", "-"]

  private static func isTagged(_ label: [Unicode.Scalar]) -> Bool {
    label.prefix(tag.count).map(\.lowercasedInASCII) == tag
  }

  private static func isReserved(_ label: [Unicode.Scalar]) -> Bool {
    label.count >= 4 && label[2] == "-" && label[3] == "-"
  }

  private static func encoded(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    Punycode.encode(label).map { tag + $0 }
  }

  /// The U-label of an A-label. Returns nil if the U-label has only ASCII or corresponds to a different A-label.
  ///
  /// https://www.rfc-editor.org/rfc/rfc5891#section-5.4
  private static func decoded(_ label: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let label = label.map(\.lowercasedInASCII)
    guard let scalars = Punycode.decode(label.dropFirst(tag.count)), !scalars.allSatisfy(\.isASCII),
      encoded(scalars) == label
    else { return nil }
    return scalars
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    isASCII && ByteSet.alphanumerics.contains(UInt8(truncatingIfNeeded: value))
  }

  fileprivate var lowercasedInASCII: Unicode.Scalar {
    "A"..."Z" ~= self ? Unicode.Scalar(UInt8(truncatingIfNeeded: value) | 0x20) : self
  }
}
