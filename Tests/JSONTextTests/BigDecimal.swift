/// A decimal number with all of its digits, for comparison with the library's numbers: slow, obvious, and only for
/// small exponents.
struct BigDecimal {
  private var isNegative: Bool
  /// The digits of the number times 10⁹⁰, the highest first, without leading zeros.
  private var digits: [Int]

  private static let scale = 90

  init(_ text: String) {
    isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split { $0 == "e" || $0 == "E" }
    let exponent = parts.count > 1 ? Int(parts[1].drop { $0 == "+" }) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 ? mantissa[1].count : 0
    digits = mantissa.joined().compactMap(\.wholeNumberValue)
    digits += [Int](repeating: 0, count: Self.scale + exponent - fraction)
    digits = Array(digits.drop { $0 == 0 })
  }

  private static func compare(_ one: [Int], _ two: [Int]) -> Int {
    if one.count != two.count { return one.count < two.count ? -1 : 1 }
    for (digit, other) in zip(one, two) where digit != other { return digit < other ? -1 : 1 }
    return 0
  }

  static func compare(_ one: BigDecimal, _ two: BigDecimal) -> Int {
    let signs = [one, two].map { $0.digits.isEmpty ? 0 : $0.isNegative ? -1 : 1 }
    if signs[0] != signs[1] { return signs[0] < signs[1] ? -1 : 1 }
    return compare(one.digits, two.digits) * signs[0]
  }

  /// Long division as on paper.
  func isMultiple(of divisor: BigDecimal) -> Bool {
    if divisor.digits.isEmpty { return false }
    var rest: [Int] = []
    for digit in digits {
      if !rest.isEmpty || digit != 0 { rest.append(digit) }
      while Self.compare(rest, divisor.digits) >= 0 { rest = Self.difference(rest, divisor.digits) }
    }
    return rest.isEmpty
  }

  private static func difference(_ one: [Int], _ two: [Int]) -> [Int] {
    var result = one
    var borrow = 0
    for place in 0..<one.count {
      let index = one.count - 1 - place
      let subtrahend = (place < two.count ? two[two.count - 1 - place] : 0) + borrow
      borrow = one[index] < subtrahend ? 1 : 0
      result[index] = one[index] + borrow * 10 - subtrahend
    }
    return Array(result.drop { $0 == 0 })
  }
}
