import JSONText
import Testing

@Suite("Values of numbers")
struct NumberTests {
  /// The library's results for two numbers, each in its own buffer.
  private struct Pair {
    let order: Int
    let isMultiple: Bool
    let areEqual: Bool
    let hashesAreEqual: Bool
  }

  private func pair(_ one: String, _ two: String) throws -> Pair {
    var scratch = JSONScratch()
    var comparer = ValueComparer()
    return try #require(
      unsafe Array("\(one) ".utf8).withUnsafeBytes { bytes in
        unsafe Array("[\(two)]".utf8).withUnsafeBytes { otherBytes -> Pair? in
          let start = unsafe JSONCursor(unsafeBytes: bytes)
          var otherStart = unsafe JSONCursor(unsafeBytes: otherBytes)
          otherStart.position = 1
          var (cursor, other) = (start, otherStart)
          guard let number = try? cursor.readNumber(), let otherNumber = try? other.readNumber(),
            cursor.position == one.utf8.count, other.position == two.utf8.count + 1
          else { return nil }
          var (hashed, otherHashed) = (start, otherStart)
          return Pair(
            order: JSONNumber.compare(number, in: cursor, with: otherNumber, in: other),
            isMultiple: number.isMultiple(of: otherNumber, in: cursor, divisorIn: other),
            areEqual: comparer.compare(start, otherStart, depth: 1, scratch: &scratch) == .equal,
            hashesAreEqual: hashed.readValueHash(&scratch, depth: 1)
              == otherHashed.readValueHash(&scratch, depth: 1))
        }
      })
  }

  private static let nines = String(repeating: "9", count: 40)

  @Test(arguments: [
    ("1", "1.0", 0, "a zero after the point"), ("1", "10e-1", 0, "an exponent"),
    ("-0", "0", 0, "minus zero"), ("0e999999999999999999999", "0.000", 0, "zero with any exponent"),
    ("2", "10", -1, "by value, not by digits"),
    ("-2", "-10", 1, "negative numbers in reverse order"),
    ("-1", "0", -1, "below zero"), ("0", "0.1", -1, "zero and a fraction"),
    ("-0.5", "0", -1, "a negative fraction"), ("0.09", "0.1", -1, "zeros after the point"),
    ("1e999999999999", "1e999999999998", 1, "large exponents"),
    ("1e-999999999999", "0", 1, "small, but not zero"),
    ("1e999999999999999999999999", nines, 1, "an exponent beyond a machine word"),
    ("-1e999999999999999999999999", "-1", -1, "the same, negative"),
    ("1e-999999999999999999999999", "1e-9", -1, "the same, downwards"),
    ("999999999999999999", "1000000000000000000", -1, "18 digits and 19"),
    ("9223372036854775807", "9223372036854775808", -1, "around the largest Int"),
    ("-9223372036854775808", "-9223372036854775809", 1, "around the smallest Int"),
    ("18446744073709551615", "18446744073709551616", -1, "around the largest UInt64"),
    ("9007199254740993", "9007199254740992.0", 1, "numbers that are equal as doubles"),
    ("0.1000000000000000055511151231257827", "0.1", 1, "fractions that are equal as doubles"),
    (nines, nines + ".0", 0, "the same 40 digits"),
    (nines, nines + ".1", -1, "another digit after them"),
    (nines + "8", nines + "9", -1, "a difference at the end"),
    (nines + "000", nines + "e3", 0, "zeros at the end"),
    ("0." + nines, "1", -1, "40 digits after the point"),
    ("1.0000000000000000000", "1", 0, "as many zeros as the head can hold"),
    ("1.00000000000000000000000", "1", 0, "more zeros than that"),
    ("1.00000000000000000000000e23", "100000000000000000000000", 0, "more zeros and an exponent"),
    ("12345678901234567890.5", "12345678901234567890.25", 1, "a point in the tail"),
    ("1234567890123456789.5", "1234567890123456789.5000", 0, "a point before the tail"),
    ("1E+2", "100", 0, "a capital E and a plus"),
    ("1e0000000000000000000002", "1e2", 0, "leading zeros"),
  ])
  func order(_ one: String, _ two: String, _ order: Int, _ reason: Comment) throws {
    let result = try pair(one, two)
    #expect(result.order == order, reason)
    #expect(try pair(two, one).order == -order, reason)
    #expect(result.areEqual == (order == 0), reason)
    #expect(result.hashesAreEqual == (order == 0), reason)
  }

  @Test(arguments: [
    ("6", "3", true, "small"), ("7", "3", false, "small, with a remainder"),
    ("-6", "3", true, "negative"),
    ("0", "3", true, "zero"), ("0.0", "0.7", true, "zero as a fraction"),
    ("1", "0", false, "of zero"),
    ("0.3", "0.1", true, "a multiple that doubles miss"), ("19.99", "0.01", true, "money"),
    ("19.995", "0.01", false, "half a cent"), ("4.5", "1.5", true, "fractions"),
    ("1e308", "0.123456789", false, "a large exponent"),
    ("1e308", "1e-308", true, "a small divisor"),
    ("1e1000000000000", "1024", true, "zeros have factors"),
    ("1e1000000000000", "7", false, "a factor that zeros do not have"),
    ("1e999999999999999999999999999", "5", true, "an exponent beyond a machine word"),
    ("5", "10", false, "less than the divisor"), ("5", "1e1", false, "the same as an exponent"),
    ("1200", "1.2e3", true, "zeros against an exponent"),
    ("1200", "120e2", false, "too few zeros"),
    ("1e19", "9223372036854775808", false, "2⁶³ has more factors of two"),
    ("1e63", "9223372036854775808", true, "enough factors of two"),
    ("1e62", "9223372036854775808", false, "one less is not enough"),
    ("1e27", "7450580596923828125", true, "5²⁷"),
    ("1e26", "7450580596923828125", false, "5²⁷, too few"),
    ("18446744073709551616", "4294967296", true, "2⁶⁴ by 2³²"),
    ("18446744073709551617", "4294967296", false, "2⁶⁴ + 1 by 2³²"),
    (nines, "9999999999999999999", false, "19 digits"),
    (nines, "99999999999999999999", true, "20 digits"),
    (nines, "999999999999999999999", false, "21 digits"), (nines + "e5", nines, true, "40 digits"),
    (nines + "1", nines, false, "40 digits and one more"),
    ("1e200", "1" + String(repeating: "0", count: 30) + "1", false, "31 digits"),
  ])
  func multiples(_ number: String, _ divisor: String, _ isMultiple: Bool, _ reason: Comment) throws
  {
    #expect(try pair(number, divisor).isMultiple == isMultiple, reason)
  }

  @Test(arguments: [
    "", "-", "01", "1.", "1e", "1e+", "-a", ".5", "00", "-01", "0123456789012345678901",
  ])
  func notNumbers(_ text: String) {
    unsafe Array(text.utf8).withUnsafeBytes { bytes in
      var cursor = unsafe JSONCursor(unsafeBytes: bytes)
      #expect((try? cursor.readNumber()) == nil || !cursor.isAtEnd)
    }
  }

  /// Numbers with few different digits and similar exponents, so they are often equal or multiples of one another.
  private func number(_ random: inout SeededRandom) -> String {
    func digits(_ count: Int) -> String {
      let choice = random.pick(["0", "1", "5", "09", "0123456789"])
      return String((0..<count).map { _ in random.pick(Array(choice)) })
    }
    var text = random.oneIn(3) ? "-" : ""
    let lengths = [1, 2, 3, 17, 18, 19, 20, 21, 40]
    text += random.oneIn(4) ? "0" : "\(random.pick([1, 2, 9]))\(digits(random.pick(lengths) - 1))"
    if random.oneIn(2) { text += ".\(digits(random.pick(lengths)))" }
    if random.oneIn(2) { text += "e\(random.pick([-40, -19, -1, 0, 1, 2, 18, 40]))" }
    return text
  }

  @Test(arguments: [UInt64(1), 2, 3]) func agreesWithLongArithmetic(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<400 {
      let (one, two) = (number(&random), number(&random))
      let (big, otherBig) = (BigDecimal(one), BigDecimal(two))
      let result = try pair(one, two)
      let order = BigDecimal.compare(big, otherBig)
      #expect(result.order == order, "\(one) and \(two)")
      #expect(result.areEqual == (order == 0), "\(one) and \(two)")
      #expect(result.hashesAreEqual == (order == 0), "\(one) and \(two)")
      #expect(result.isMultiple == big.isMultiple(of: otherBig), "\(one) by \(two)")
    }
  }

  /// One digit more or less, or another last one: the smallest possible difference.
  @Test func neighbors() throws {
    var random = SeededRandom(seed: 4)
    for length in 1...60 {
      let digits = String((0..<length).map { _ in random.pick(Array("123456789")) })
      for point in 0...length {
        var text = digits
        text.insert(".", at: text.index(text.startIndex, offsetBy: point))
        if point == 0 { text = "0" + text }
        if point == length { text += "0" }
        let shifted = "\(digits)e\(point - length)"
        #expect(try pair(text, shifted).order == 0, "\(text) and \(shifted)")
        #expect(try pair(text + "1", shifted).order == 1, "\(text)1 and \(shifted)")
        #expect(try pair(text, shifted).isMultiple, "\(text) by \(shifted)")
      }
    }
  }

  /// The cost is proportional to the number of digits, so even many digits are cheap.
  @Test func manyDigits() throws {
    let digits = String(repeating: "123456789", count: 11_112)
    #expect(try pair(digits, digits + "e0").order == 0)
    #expect(try pair(digits, digits + ".1").order == -1)
    #expect(try pair(digits, "9").isMultiple)
    #expect(try pair(digits + "." + digits, "1e-100008").isMultiple)
    #expect(
      try pair("0." + String(repeating: "0", count: 100_000) + "1", "1e-100001").order == 0)
  }
}
