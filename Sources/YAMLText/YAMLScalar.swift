/// The meaning of a YAML scalar in JSON, according to the core schema of YAML 1.2: `no`, `1_000` and dates are strings.
///
/// https://yaml.org/spec/1.2.2/#103-core-schema
enum YAMLScalar: Equatable {
  case null
  case boolean(Bool)
  /// A number in JSON's spelling.
  case number(String)
  case string
  /// Infinity or NaN, which JSON does not have.
  case notFinite
  /// A number in base 8 or 16 with too many digits.
  case tooLong

  init(plain text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .boolean(true)
    case "false", "False", "FALSE": self = .boolean(false)
    case ".nan", ".NaN", ".NAN": self = .notFinite
    default: self = Self(number: Array(text.utf8)[...])
    }
  }

  private init(number text: ArraySlice<UInt8>) {
    self = .string
    if text.starts(with: "0o".utf8) || text.starts(with: "0x".utf8) {
      let radix = text.starts(with: "0o".utf8) ? 8 : 16
      let digits = text.dropFirst(2).map { Character(Unicode.Scalar($0)).hexDigitValue ?? 16 }
      guard !digits.isEmpty, digits.allSatisfy({ $0 < radix }) else { return }
      self = digits.count > 1000 ? .tooLong : .number(Self.decimal(digits, radix))
      return
    }
    var rest = text
    var sign: [UInt8] = []
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      if first == UInt8(ascii: "-") { sign = [first] }
      rest.removeFirst()
    }
    if [".inf", ".Inf", ".INF"].contains(where: { $0.utf8.elementsEqual(rest) }) {
      self = .notFinite
      return
    }
    func takeDigits() -> ArraySlice<UInt8> {
      let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      rest = rest.dropFirst(digits.count)
      return digits
    }
    let whole = takeDigits()
    var number = sign + (whole.drop { $0 == UInt8(ascii: "0") })
    if number.count == sign.count { number.append(UInt8(ascii: "0")) }
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = takeDigits()
      number += [UInt8(ascii: ".")] + (fraction.isEmpty ? [UInt8(ascii: "0")] : fraction)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return }
    if let first = rest.first, first | 0x20 == UInt8(ascii: "e") {
      number.append(first)
      rest.removeFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        number.append(sign)
        rest.removeFirst()
      }
      let exponent = takeDigits()
      guard !exponent.isEmpty else { return }
      number += exponent
    }
    if rest.isEmpty { self = .number(String(decoding: number, as: UTF8.self)) }
  }

  /// The decimal digits of a number with the given digits in another base.
  private static func decimal(_ digits: [Int], _ radix: Int) -> String {
    // The lowest digit comes first.
    var result = [0]
    for digit in digits {
      var carry = digit
      for index in result.indices {
        carry += result[index] * radix
        result[index] = carry % 10
        carry /= 10
      }
      while carry > 0 {
        result.append(carry % 10)
        carry /= 10
      }
    }
    return result.reversed().map(String.init).joined()
  }
}
