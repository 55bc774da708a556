package import JSONText

extension TextOutline {
  /// The members or elements of a value, by their indices.
  package struct Children: Sequence, IteratorProtocol {
    fileprivate let outline: TextOutline
    fileprivate var index: Int
    fileprivate let end: Int

    package mutating func next() -> Int? {
      guard index < end else { return nil }
      defer { index = Int(outline.values[index].next) }
      return index
    }
  }

  /// The members or elements of a value; empty for a scalar.
  package func children(of value: Int) -> Children {
    Children(outline: self, index: value + 1, end: Int(values[value].next))
  }

  /// The member of an object with the given name. Takes time proportional to the number of members.
  package func member(_ name: StaticString, of object: Int) -> Int? {
    guard values[object].kind == .object else { return nil }
    let name = Array(name.description.utf8)
    return children(of: object).first { hasName($0, name) }
  }

  /// Whether a member has the given name.
  package func hasName(_ member: Int, _ name: [UInt8]) -> Bool {
    let value = values[member]
    guard value.nameStart >= 0 else { return false }
    let raw = bytes[Int(value.nameStart)..<Int(value.nameEnd)]
    if raw.contains(UInt8(ascii: "\\")) { return self.name(of: member) == name }
    return raw.elementsEqual(name)
  }

  /// The name of a member in UTF-8; the index of an element in digits.
  package func name(of value: Int) -> [UInt8] {
    let value = values[value]
    guard value.nameStart >= 0 else { return Array(String(value.nameEnd).utf8) }
    let raw = bytes[Int(value.nameStart)..<Int(value.nameEnd)]
    guard raw.contains(UInt8(ascii: "\\")) else { return Array(raw) }
    return Array(decoded(from: value.nameStart, to: value.nameEnd).utf8)
  }

  /// The name of a member; the index of an element in digits.
  package func nameText(of value: Int) -> String {
    let value = values[value]
    guard value.nameStart >= 0 else { return String(value.nameEnd) }
    return decoded(from: value.nameStart, to: value.nameEnd)
  }

  /// The text of a string. Returns nil for any other value.
  package func string(_ value: Int) -> String? {
    let value = values[value]
    guard value.kind == .string else { return nil }
    return decoded(from: value.start + 1, to: value.end - 1)
  }

  /// The value of `true` or `false`. Returns nil for any other value.
  package func boolean(_ value: Int) -> Bool? {
    let value = values[value]
    guard value.kind == .boolean else { return nil }
    return bytes[Int(value.start)] == UInt8(ascii: "t")
  }

  /// A number in its original spelling. Returns nil for any other value.
  package func number(_ value: Int) -> String? {
    guard values[value].kind == .number else { return nil }
    return spelling(of: value)
  }

  /// The value of a whole number in any spelling, from 0 to `Int.max`. Returns nil for any other value.
  package func count(_ value: Int) -> Int? {
    guard let text = number(value) else { return nil }
    if let count = Int(text) { return count >= 0 ? count : nil }
    // A number such as 2.0 or 1e3, or one that exceeds any length.
    var digits: [UInt8] = []
    var fractionCount = 0
    var exponent = 0
    var isNegativeExponent = false
    var part = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."): part = 1
      case UInt8(ascii: "e"), UInt8(ascii: "E"): part = 2
      case UInt8(ascii: "-") where part == 2: isNegativeExponent = true
      case UInt8(ascii: "-"): return nil
      case UInt8(ascii: "+"): break
      default:
        let digit = byte &- UInt8(ascii: "0")
        if part == 2 {
          exponent = min(exponent * 10 + Int(digit), 1 << 40)
        } else {
          digits.append(digit)
          if part == 1 { fractionCount += 1 }
        }
      }
    }
    // The number of digits before the point after applying the exponent.
    let whole = digits.count - fractionCount + (isNegativeExponent ? -exponent : exponent)
    guard digits.dropFirst(max(whole, 0)).allSatisfy({ $0 == 0 }) else { return nil }
    guard digits.contains(where: { $0 != 0 }) else { return 0 }
    var count = 0
    for index in 0..<max(whole, 0) {
      let (product, overflow) = count.multipliedReportingOverflow(by: 10)
      let digit = index < digits.count ? Int(digits[index]) : 0
      let (sum, more) = product.addingReportingOverflow(digit)
      if overflow || more { return .max }
      count = sum
    }
    return count
  }

  /// A value as a tree.
  package func tree(_ value: Int) -> JSONValue {
    switch values[value].kind {
    case .string: return .string(string(value) ?? "")
    case .number: return .number(spelling(of: value))
    case .boolean: return .boolean(boolean(value) ?? false)
    case .null: return .null
    case .object, .array:
      // Part of a text that was read is well-formed and within the same limits.
      let range = Int(values[value].start)..<Int(values[value].end)
      return (try? JSONValue(parsing: Array(bytes[range]))) ?? .null
    }
  }

  private func spelling(of value: Int) -> String {
    String(decoding: bytes[Int(values[value].start)..<Int(values[value].end)], as: UTF8.self)
  }

  private func decoded(from start: Int32, to end: Int32) -> String {
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe JSONCursor(unsafeBytes: bytes).string(from: Int(start), to: Int(end))
    }
  }
}
