import JSONText

/// A reader that takes one thing more than RFC 8259, and says what it has read in strict JSON.
///
/// A mutant hands that text to the right implementation. What the reader cannot make sense of, it
/// leaves alone, so that it stays malformed.
struct LenientReader {
  let leniency: Leniency
  let bytes: [UInt8]
  var position = 0
  private var depth = 0

  /// No vector that a leniency is about is nested more deeply.
  private static let depthLimit = 64

  private static let endsOfWords = Set(",:;=[]{}\"'`/()# \t\r\n".utf8)

  struct Failure: Error {}

  init(_ bytes: [UInt8], _ leniency: Leniency) {
    self.bytes = bytes
    self.leniency = leniency
  }

  /// The document in strict JSON; as it is if that cannot be had.
  static func rewriting(_ bytes: [UInt8], _ leniency: Leniency) -> [UInt8] {
    var reader = LenientReader(bytes, leniency)
    return (try? reader.document()) ?? bytes
  }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  func has(_ text: String) -> Bool { has(Array(text.utf8)) }

  func has(_ prefix: [UInt8]) -> Bool {
    !prefix.isEmpty && bytes[position...].starts(with: prefix)
  }

  mutating func take(_ text: String) -> Bool {
    guard has(text) else { return false }
    position += text.utf8.count
    return true
  }

  // MARK: The document

  private mutating func document() throws(Failure) -> [UInt8] {
    switch leniency {
    case .leading(let prefix) where has(prefix): position += prefix.count
    case .emptyAs(let text) where bytes.isEmpty: return Array(text.utf8)
    case .callback:
      while let byte = next, byte != 0x28, byte != 0x3D, byte != 0x7B { position += 1 }
      if next != 0x7B { position += 1 }
    default: break
    }
    skipSpace()
    if case .blankAs(let text) = leniency, next == nil, !bytes.isEmpty { return Array(text.utf8) }
    let result =
      leniency == .membersWithoutBraces && next == 0x22
      ? try members(closing: nil) : try value()
    skipSpace()
    switch leniency {
    case .trailingGarbage: return result
    case .trailing(let suffix) where has(suffix): position += suffix.count
    case .trailingBrackets:
      while next == 0x5D || next == 0x7D { position += 1 }
    case .trailingDocuments:
      while next != nil {
        _ = try value()
        skipSpace()
      }
    case .callback:
      while next == 0x29 || next == 0x3B { position += 1 }
    default: break
    }
    skipSpace()
    guard next == nil else { throw Failure() }
    return result
  }

  mutating func skipSpace() {
    while let byte = next {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        position += 1
        continue
      }
      switch leniency {
      case .space(let space) where has(space): position += space.count
      case .comment(let open, let close) where has(open):
        position += open.utf8.count
        while next != nil, !has(close) { position += 1 }
        guard next != nil || close == "\n" else { return }
        position += next == nil ? 0 : close.utf8.count
      case .openComment where has("/*"): position = bytes.count
      default: return
      }
    }
  }

  // MARK: Values

  mutating func value() throws(Failure) -> [UInt8] {
    skipSpace()
    switch next {
    case 0x7B: return try object()
    case 0x5B: return try array()
    case 0x22: return try strings()
    case 0x27 where leniency == .singleQuotes: return try string(closing: 0x27)
    case 0x60 where leniency == .backQuotes: return try string(closing: 0x60)
    case 0x2C, 0x5D, 0x7D, nil:
      guard leniency == .missingValue else { throw Failure() }
      return Array("null".utf8)
    default: return try word()
    }
  }

  private mutating func strings() throws(Failure) -> [UInt8] {
    var result = try string(closing: 0x22)
    guard leniency == .adjacentStrings else { return result }
    skipSpace()
    while next == 0x22 {
      result = result.dropLast() + (try string(closing: 0x22)).dropFirst()
      skipSpace()
    }
    return result
  }

  private mutating func enter() throws(Failure) {
    depth += 1
    guard depth < Self.depthLimit else { throw Failure() }
    position += 1
  }

  private mutating func array() throws(Failure) -> [UInt8] {
    try enter()
    var elements: [[UInt8]] = []
    if leniency == .leadingComma { skipComma() }
    skipSpace()
    while !isAtClosing(0x5D) {
      elements.append(try value())
      try separate(before: 0x5D, mayTrail: leniency == .trailingCommaInArray)
    }
    try close(0x5D)
    return [0x5B] + Array(elements.joined(separator: [0x2C])) + [0x5D]
  }

  private mutating func object() throws(Failure) -> [UInt8] {
    try enter()
    return try members(closing: 0x7D)
  }

  private mutating func members(closing: UInt8?) throws(Failure) -> [UInt8] {
    var members: [LenientMember] = []
    if leniency == .leadingComma { skipComma() }
    skipSpace()
    while closing.map({ !isAtClosing($0) }) ?? (next != nil) {
      let name = try name()
      try skipColon()
      let value: [UInt8]
      if leniency == .nameWithoutValue, next == 0x2C || next == 0x7D || next == nil {
        value = Array("null".utf8)
      } else {
        value = try self.value()
      }
      members.append(LenientMember(name: name, value: value))
      try separate(before: closing ?? 0, mayTrail: leniency == .trailingCommaInObject)
    }
    if let closing { try close(closing) }
    let texts = LenientMember.resolving(members, leniency, depth: depth).map(\.text)
    return [0x7B] + Array(texts.joined(separator: [0x2C])) + [0x7D]
  }

  private func isAtClosing(_ bracket: UInt8) -> Bool {
    next == bracket || next == nil && (leniency == .closedByEnd || leniency == .openComment)
      || leniency == .eitherBracket && (next == 0x5D || next == 0x7D)
  }

  private mutating func close(_ bracket: UInt8) throws(Failure) {
    guard isAtClosing(bracket) else { throw Failure() }
    if next != nil { position += 1 }
    depth -= 1
  }

  private mutating func skipComma() {
    skipSpace()
    if next == 0x2C { position += 1 }
  }

  private mutating func separate(before closing: UInt8, mayTrail: Bool) throws(Failure) {
    skipSpace()
    if isAtClosing(closing) || closing == 0 && next == nil { return }
    if next == 0x2C || leniency == .semicolonForComma && next == 0x3B {
      position += 1
      skipSpace()
      if leniency == .doubledComma {
        while next == 0x2C {
          position += 1
          skipSpace()
        }
      }
      if isAtClosing(closing) || closing == 0 && next == nil {
        guard mayTrail || leniency == .trailingCommas || leniency == .missingValue else {
          throw Failure()
        }
      }
      return
    }
    guard leniency == .missingComma else { throw Failure() }
  }

  private mutating func skipColon() throws(Failure) {
    skipSpace()
    if next == 0x3A {
      position += 1
      skipSpace()
      if leniency == .doubledColon, next == 0x3A { position += 1 }
    } else if leniency == .equalsForColon, next == 0x3D {
      position += 1
    } else if leniency == .arrowForColon, has("=>") {
      position += 2
    } else {
      guard leniency == .missingColon || leniency == .nameWithoutValue else { throw Failure() }
    }
    skipSpace()
  }

  private mutating func name() throws(Failure) -> [UInt8] {
    skipSpace()
    switch next {
    case 0x22: return try string(closing: 0x22)
    case 0x27 where leniency == .singleQuotes: return try string(closing: 0x27)
    case 0x60 where leniency == .backQuotes: return try string(closing: 0x60)
    default:
      let word = takeWord()
      let isNumber = word.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2E }
      let isLiteral = ["null", "true", "false"].contains(String(decoding: word, as: UTF8.self))
      guard !word.isEmpty,
        leniency == .bareNames && !isNumber || leniency == .numbersAsNames && isNumber
          || leniency == .literalsAsNames && isLiteral
      else { throw Failure() }
      return [0x22] + word + [0x22]
    }
  }

  mutating func takeWord() -> [UInt8] {
    let start = position
    while let byte = next, !Self.endsOfWords.contains(byte) { position += 1 }
    return Array(bytes[start..<position])
  }
}
