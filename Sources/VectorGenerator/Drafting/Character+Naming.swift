/// How texts of vectors name characters.
extension Unicode.Scalar {
  /// `U+0041`, with the character itself where it shows.
  var label: String {
    let digits = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return value > 0x20 && value < 0x7F ? "\(code) (\(self))" : code
  }

  /// The part of a key that stands for the character.
  var keyPart: String {
    let digits = String(value, radix: 16)
    return "u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
