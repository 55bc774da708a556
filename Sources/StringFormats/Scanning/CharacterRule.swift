/// The characters that one part of a text may contain.
struct CharacterRule: Sendable {
  /// The allowed characters beyond ASCII.
  enum NonASCII: Sendable {
    case none
    case all
    /// `ucschar` of RFC 3987.
    case universal
    /// `ucschar` or `iprivate` of RFC 3987.
    case universalOrPrivate
  }

  var ascii: ByteSet
  var nonASCII = NonASCII.none
  /// Whether a `%` with two hexadecimal digits is allowed.
  var allowsPercentEncoding = false

  /// Whether a scalar beyond ASCII is allowed.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3987#section-2.2
  func contains(nonASCII scalar: UInt32) -> Bool {
    switch nonASCII {
    case .none: false
    case .all: true
    case .universal: Self.isUniversal(scalar)
    case .universalOrPrivate: Self.isUniversal(scalar) || Self.isPrivate(scalar)
    }
  }

  private static func isUniversal(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: true
    // The planes 1 to 14, without their last two code points and the start of plane 14.
    case 0x1_0000...0xE_FFFD: scalar & 0xFFFF <= 0xFFFD && !(0xE_0000...0xE_0FFF ~= scalar)
    default: false
    }
  }

  private static func isPrivate(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE000...0xF8FF, 0xF_0000...0xF_FFFD, 0x10_0000...0x10_FFFD: true
    default: false
    }
  }
}
