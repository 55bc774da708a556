/// Decoders that let through what is not UTF-8, or take other encodings.
enum Decoding {
  static var all: [(String, @Sendable ([UInt8]) -> [UInt8])] {
    let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
    return sequences.map { name, isWrong in
      (
        "\(name) as U+FFFD",
        { @Sendable bytes in rewriting(bytes) { isWrong($0) ? replacement : nil } }
      )
    }
      + [
        ("wrong bytes as U+FFFD", { @Sendable bytes in rewriting(bytes) { _ in replacement } }),
        ("wrong bytes left out", { @Sendable bytes in rewriting(bytes) { _ in [] } }),
        ("wrong bytes as question marks", { @Sendable bytes in rewriting(bytes) { _ in [0x3F] } }),
        (
          "wrong bytes as Latin-1",
          { @Sendable bytes in
            rewriting(bytes) { $0.flatMap { [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] } }
          }
        ),
        ("overlong forms decoded", { @Sendable bytes in rewriting(bytes) { overlong($0) } }),
        (
          "pairs of surrogates in bytes",
          { @Sendable bytes in rewriting(bytes) { surrogatePair($0) } }
        ),
        ("UTF-16, big-endian", { @Sendable bytes in utf16(bytes, isBig: true, mark: false) }),
        ("UTF-16, little-endian", { @Sendable bytes in utf16(bytes, isBig: false, mark: false) }),
        (
          "UTF-16, big-endian, with mark",
          { @Sendable bytes in utf16(bytes, isBig: true, mark: true) }
        ),
        (
          "UTF-16, little-endian, with mark",
          { @Sendable bytes in utf16(bytes, isBig: false, mark: true) }
        ),
        ("UTF-32, big-endian", { @Sendable bytes in utf32(bytes, isBig: true) }),
        ("UTF-32, little-endian", { @Sendable bytes in utf32(bytes, isBig: false) }),
        (
          "a mark of UTF-16 skipped",
          { @Sendable bytes in
            bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
              ? Array(bytes.dropFirst(2)) : bytes
          }
        ),
      ]
  }

  private static var sequences: [(String, @Sendable ([UInt8]) -> Bool)] {
    [
      ("overlong forms of two bytes", { $0.count == 2 && ($0[0] == 0xC0 || $0[0] == 0xC1) }),
      ("overlong forms of three bytes", { $0.count == 3 && $0[0] == 0xE0 }),
      ("overlong forms of four bytes", { $0.count == 4 && $0[0] == 0xF0 }),
      ("surrogates", { $0.count == 3 && $0[0] == 0xED && $0[1] >= 0xA0 }),
      ("high surrogates", { $0.count == 3 && $0[0] == 0xED && 0xA0...0xAF ~= $0[1] }),
      ("low surrogates", { $0.count == 3 && $0[0] == 0xED && $0[1] >= 0xB0 }),
      ("above U+10FFFF from 0xF4", { $0.count == 4 && $0[0] == 0xF4 }),
      ("above U+10FFFF from 0xF5", { $0.count == 4 && $0[0] >= 0xF5 }),
      ("sequences of five", { $0.count == 5 }), ("sequences of six", { $0.count == 6 }),
      ("0xFE", { $0 == [0xFE] }), ("0xFF", { $0 == [0xFF] }),
      ("continuation bytes alone", { $0.count == 1 && 0x80...0xBF ~= $0[0] }),
      ("lead bytes of two alone", { $0.count == 1 && 0xC2...0xDF ~= $0[0] }),
      ("cut sequences of three", { $0.count < 3 && 0xE0...0xEF ~= $0[0] }),
      ("cut sequences of four", { $0.count < 4 && 0xF0...0xF4 ~= $0[0] }),
      ("0xC0 and 0xC1 alone", { $0 == [0xC0] || $0 == [0xC1] }),
    ]
  }

  /// The bytes with each wrong sequence replaced; nil leaves it.
  private static func rewriting(_ bytes: [UInt8], _ replace: ([UInt8]) -> [UInt8]?) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let length = max(1, formalLength(bytes[position...]))
      let sequence = Array(bytes[position..<(position + length)])
      result += isRight(sequence) ? sequence : replace(sequence) ?? sequence
      position += length
    }
    return result
  }

  /// The lead byte and the continuation bytes that belong to it, as many as there are.
  private static func formalLength(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let lead = bytes.first else { return 0 }
    let wanted =
      switch lead {
      case 0xC0...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF7: 4
      case 0xF8...0xFB: 5
      case 0xFC...0xFD: 6
      default: 1
      }
    // Overlong surrogates come in pairs in some encodings; they are looked at together.
    if wanted == 3, lead == 0xED, bytes.count >= 6 {
      let pair = Array(bytes.prefix(6))
      if surrogatePair(pair) != nil { return 6 }
    }
    return 1 + bytes.dropFirst().prefix(wanted - 1).prefix { $0 & 0xC0 == 0x80 }.count
  }

  private static func isRight(_ sequence: [UInt8]) -> Bool {
    String(validating: sequence, as: UTF8.self) != nil
  }

  private static func overlong(_ sequence: [UInt8]) -> [UInt8]? {
    guard let lead = sequence.first, lead >= 0xC0, sequence.count >= 2 else { return nil }
    let bits = UInt32(lead) & (0x7F >> UInt32(sequence.count))
    let value = sequence.dropFirst().reduce(bits) { $0 << 6 | UInt32($1 & 0x3F) }
    guard let scalar = Unicode.Scalar(value), value >= 0x20, value != 0x22, value != 0x5C else {
      return nil
    }
    return Array(String(scalar).utf8)
  }

  private static func surrogatePair(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count == 6, bytes[0] == 0xED, bytes[3] == 0xED, 0xA0...0xAF ~= bytes[1],
      bytes[4] >= 0xB0
    else { return nil }
    func unit(_ start: Int) -> UInt32 {
      let (high, low) = (UInt32(bytes[start + 1] & 0x3F), UInt32(bytes[start + 2] & 0x3F))
      return high << 6 | low
    }
    let high = (unit(0) & 0x3FF) << 10
    let value: UInt32 = 0x10000 + high + (unit(3) & 0x3FF)
    return Unicode.Scalar(value).map { Array(String($0).utf8) }
  }

  private static func utf16(_ bytes: [UInt8], isBig: Bool, mark: Bool) -> [UInt8] {
    let rest = bytes.starts(with: isBig ? [0xFE, 0xFF] : [0xFF, 0xFE])
    guard bytes.count % 2 == 0, rest == mark, bytes.count >= (mark ? 2 : 8),
      mark || bytes[isBig ? 0 : 1] == 0 && bytes[isBig ? 2 : 3] == 0
    else { return bytes }
    let units = stride(from: mark ? 2 : 0, to: bytes.count, by: 2).map { (index: Int) -> UInt16 in
      let (one, other) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBig ? one << 8 | other : other << 8 | one
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func utf32(_ bytes: [UInt8], isBig: Bool) -> [UInt8] {
    guard bytes.count % 4 == 0, bytes.count >= 8 else { return bytes }
    var result = ""
    for index in stride(from: 0, to: bytes.count, by: 4) {
      let group = bytes[index..<(index + 4)]
      let value = (isBig ? Array(group) : group.reversed()).reduce(UInt32(0)) {
        $0 << 8 | UInt32($1)
      }
      guard let scalar = Unicode.Scalar(value) else { return bytes }
      if index > 0 || value != 0xFEFF { result.unicodeScalars.append(scalar) }
    }
    return Array(result.utf8)
  }
}
