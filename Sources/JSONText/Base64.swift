/// The encoding of bytes as text in JSON strings.
///
/// https://www.rfc-editor.org/rfc/rfc4648#section-4
package enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  /// The padded text for the given bytes.
  package static func encoding(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    // Unrolled, because tests encode megabytes without compiler optimization.
    let alphabet = alphabet
    let count = bytes.count
    var start = 0
    while start < count {
      let one = bytes[start]
      let two = start + 1 < count ? bytes[start + 1] : 0
      let three = start + 2 < count ? bytes[start + 2] : 0
      text.append(alphabet[Int(one >> 2)])
      text.append(alphabet[Int((one & 3) << 4 | two >> 4)])
      text.append(start + 1 < count ? alphabet[Int((two & 15) << 2 | three >> 6)] : padding)
      text.append(start + 2 < count ? alphabet[Int(three & 63)] : padding)
      start += 3
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Decodes a text.
  ///
  /// Returns nil unless the text is a canonical encoding.
  package static func decoding(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var bits: UInt32 = 0
    var digits = 0
    for byte in text.utf8 where byte != padding {
      guard let digit = value(of: byte) else { return nil }
      bits = bits << 6 | digit
      digits += 1
      if digits % 4 == 0 {
        bytes += [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)]
        bits = 0
      }
    }
    switch digits % 4 {
    case 2: bytes.append(UInt8(bits >> 4 & 255))
    case 3: bytes += [UInt8(bits >> 10 & 255), UInt8(bits >> 2 & 255)]
    default: break
    }
    return encoding(bytes) == text ? bytes : nil
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
