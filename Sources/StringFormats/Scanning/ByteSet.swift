/// A set of ASCII bytes.
struct ByteSet: BitwiseCopyable, Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The bytes of the given ASCII characters.
  init(_ characters: String) {
    for byte in characters.utf8 {
      if byte < 64 {
        low |= 1 << UInt64(byte)
      } else if byte < 128 {
        high |= 1 << UInt64(byte & 63)
      }
    }
  }

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 128 && ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 == 1
  }

  static func + (first: ByteSet, second: ByteSet) -> ByteSet {
    ByteSet(low: first.low | second.low, high: first.high | second.high)
  }

  static let digits = ByteSet("0123456789")
  static let hexadecimalDigits = digits + ByteSet("abcdefABCDEF")
  static let letters = ByteSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
  static let alphanumerics = letters + digits
}
