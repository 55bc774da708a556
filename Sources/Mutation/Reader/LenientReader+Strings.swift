/// Strings of a lenient reader.
extension LenientReader {
  /// Reads a string up to its closing quote; returns it in double quotes and strict escapes.
  mutating func string(closing quote: UInt8) throws(Failure) -> [UInt8] {
    position += 1
    var result: [UInt8] = [0x22]
    while let byte = next {
      position += 1
      switch byte {
      case quote:
        return result + [0x22]
      case 0x22:
        // A double quote inside other quotes.
        result += [0x5C, 0x22]
      case 0x5C:
        result += try escape()
      case ..<0x20:
        guard leniency == .rawControls || leniency == .rawControl(byte) else { throw Failure() }
        result += Self.escape(of: UInt32(byte))
      default:
        result.append(byte)
      }
    }
    guard leniency == .stringClosedByEnd else { throw Failure() }
    return result + [0x22]
  }

  static func escape(of unit: UInt32) -> [UInt8] {
    let digits = String(unit & 0xFFFF, radix: 16)
    return Array("\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(Failure) -> [UInt8] {
    guard let byte = next else {
      guard leniency == .stringClosedByEnd else { throw Failure() }
      return []
    }
    if leniency == .rawStrings { return [0x5C, 0x5C] }
    if case .escape(let name, let meaning) = leniency, has(name) {
      position += name.utf8.count
      return Array(meaning.utf8)
    }
    position += 1
    switch byte {
    case 0x75: return try unicodeEscape()
    case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
      UInt8(ascii: "t"), 0x22, 0x5C, 0x2F:
      return [0x5C, byte]
    default: break
    }
    switch leniency {
    case .unknownEscapes:
      return byte < 0x20 ? Self.escape(of: UInt32(byte)) : [byte]
    case .unknownEscapesDropped: return []
    case .hexEscape where byte == UInt8(ascii: "x"):
      return Self.escape(of: try digits(2...2, radix: 16))
    case .capitalU where byte == UInt8(ascii: "U"):
      return Self.escape(of: try digits(4...4, radix: 16))
    case .longEscape where byte == UInt8(ascii: "U"):
      return Self.escape(of: try digits(8...8, radix: 16))
    case .octalEscape where 0x30...0x37 ~= byte:
      position -= 1
      return Self.escape(of: try digits(1...3, radix: 8))
    case .continuedLines where byte == 0x0A: return []
    case .continuedLines where byte == 0x0D:
      if next == 0x0A { position += 1 }
      return []
    default: throw Failure()
    }
  }

  private mutating func digits(
    _ count: ClosedRange<Int>, radix: Int, inLowHalf: Bool = false
  ) throws(Failure) -> UInt32 {
    var value = 0
    var found = 0
    while found < count.upperBound, let byte = next,
      let digit = digit(byte, at: found, radix: radix, inLowHalf: inLowHalf)
    {
      value = value * radix + digit
      position += 1
      found += 1
    }
    guard count.contains(found) else { throw Failure() }
    return UInt32(truncatingIfNeeded: value)
  }

  private func digit(_ byte: UInt8, at index: Int, radix: Int, inLowHalf: Bool) -> Int? {
    switch leniency {
    case .digitBesides(let neighbour, let only)
    where neighbour.rawValue == byte && (only == nil || only == index):
      return neighbour.digit
    case .digitBesidesInLowHalf(let neighbour) where neighbour.rawValue == byte && inLowHalf:
      return neighbour.digit
    default:
      let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      return digit.flatMap { $0 < radix ? $0 : nil }
    }
  }

  /// Reads what follows `\u`.
  private mutating func unicodeEscape() throws(Failure) -> [UInt8] {
    if leniency == .braceEscape, next == 0x7B {
      position += 1
      let value = try digits(1...6, radix: 16)
      guard next == 0x7D else { throw Failure() }
      position += 1
      return Self.escape(of: value)
    }
    let count = leniency == .shortUnicodeEscapes ? 0...4 : 4...4
    // A neighbour of the digits can lead beyond 16 bits, and beyond zero.
    let unit = try digits(count, radix: 16) & 0xFFFF
    guard 0xD800...0xDFFF ~= unit else { return Self.escape(of: unit) }
    if unit < 0xDC00, has("\\u") {
      let start = position
      position += 2
      if let low = try? digits(4...4, radix: 16, inLowHalf: true), 0xDC00...0xDFFF ~= low {
        return Self.escape(of: unit) + Self.escape(of: low)
      }
      position = start
    }
    if leniency == .swappedSurrogates, unit >= 0xDC00, has("\\u") {
      position += 2
      let high = try digits(4...4, radix: 16)
      guard 0xD800...0xDBFF ~= high else { throw Failure() }
      return Self.escape(of: high) + Self.escape(of: unit)
    }
    switch leniency {
    case .loneSurrogates: return Self.escape(of: 0xFFFD)
    case .droppedSurrogates: return []
    case .loneHighSurrogates where unit < 0xDC00: return Self.escape(of: 0xFFFD)
    case .loneLowSurrogates where unit >= 0xDC00: return Self.escape(of: 0xFFFD)
    default: throw Failure()
    }
  }
}
