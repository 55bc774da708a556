/// Numbers, literals and other words of a lenient reader.
extension LenientReader {
  /// Reads a word; returns it in strict JSON.
  mutating func word() throws(Failure) -> [UInt8] {
    if case .literal(let name, let meaning) = leniency, take(name) { return Array(meaning.utf8) }
    if leniency == .spacesInNumbers { return try spacedNumber() }
    let word = takeWord()
    let text = String(decoding: word, as: UTF8.self)
    if ["true", "false", "null"].contains(text) || Self.isNumber(word) { return word }
    switch leniency {
    case .literalsInAnyCase where ["true", "false", "null"].contains(text.lowercased()):
      return Array(text.lowercased().utf8)
    case .literalPrefixes:
      for literal in ["true", "false", "null"] {
        if literal.hasPrefix(text) || text.hasPrefix(literal) { return Array(literal.utf8) }
      }
    case .bareWords: return [0x22] + word.filter { $0 != 0x5C && $0 >= 0x20 } + [0x22]
    case .plusSign where text.hasPrefix("+"): return try strict(word.dropFirst())
    case .doubledSign where text.hasPrefix("--") || text.hasPrefix("-+"):
      return try strict([0x2D] + word.dropFirst(2))
    case .loneMinus where text == "-": return [0x30]
    case .leadingZeros: return try strict(Self.withoutLeadingZeros(word))
    case .barePoint:
      return try strict(text.hasPrefix("-.") ? Array("-0".utf8) + word.dropFirst() : [0x30] + word)
    case .trailingPoint:
      var parts = text.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
      guard parts.count == 2, parts[1].isEmpty || parts[1].lowercased().hasPrefix("e") else {
        break
      }
      parts[1] = "0" + parts[1]
      return try strict(Array(parts.joined(separator: ".").utf8))
    case .emptyExponent:
      var end = word[...]
      while let last = end.last, Array("eE+-".utf8).contains(last) { end.removeLast() }
      return try strict(end)
    case .hexNumber where text.lowercased().hasPrefix("0x"),
      .octalNumber where text.lowercased().hasPrefix("0o"),
      .binaryNumber where text.lowercased().hasPrefix("0b"):
      return [0x30]
    case .underscores: return try strict(word.filter { $0 != 0x5F })
    case .numberSuffix where Array("nfdlLFD".utf8).contains(word.last ?? 0):
      return try strict(word.dropLast())
    case .manyPoints:
      guard let point = word.firstIndex(of: 0x2E),
        let second = word[(point + 1)...].firstIndex(of: 0x2E)
      else { break }
      return try strict(word[..<second])
    default: break
    }
    throw Failure()
  }

  private mutating func spacedNumber() throws(Failure) -> [UInt8] {
    var word: [UInt8] = takeWord()
    while next == 0x20 {
      position += 1
      word += takeWord()
    }
    let text = String(decoding: word, as: UTF8.self)
    if ["true", "false", "null"].contains(text) { return word }
    return try strict(word)
  }

  private func strict(_ word: some Sequence<UInt8>) throws(Failure) -> [UInt8] {
    let word = Array(word)
    guard Self.isNumber(word) else { throw Failure() }
    return word
  }

  private static func withoutLeadingZeros(_ word: [UInt8]) -> [UInt8] {
    let sign = word.prefix { $0 == 0x2D }
    var rest = word[sign.count...]
    while rest.count > 1, rest.first == 0x30, let second = rest.dropFirst().first,
      0x30...0x39 ~= second
    {
      rest.removeFirst()
    }
    return Array(sign) + Array(rest)
  }

  /// Whether a word is a number of RFC 8259.
  static func isNumber(_ word: [UInt8]) -> Bool {
    var rest = word[...]
    func digits() -> Int {
      let count = rest.prefix { 0x30...0x39 ~= $0 }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == 0x2D { rest.removeFirst() }
    let isZero = rest.first == 0x30
    let whole = digits()
    guard whole > 0, whole == 1 || !isZero else { return false }
    if rest.first == 0x2E {
      rest.removeFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == 0x65 || rest.first == 0x45 {
      rest.removeFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest.removeFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
