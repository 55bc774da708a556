import JSONText

/// Compares the reader with an independent one, and with the text that it writes itself.
enum ReaderTarget {
  static func run(_ input: UnsafeRawBufferPointer) {
    let bytes = unsafe Array(input)
    var scratch = JSONScratch()
    let verdict = unsafe JSONText.check(input, limits: JSONLimits(), scratch: &scratch)
    var plain = PlainReader(bytes)
    let isJSON = plain.readDocument()
    switch verdict {
    case .limitExceeded: return
    case .malformed(let fault):
      if isJSON { finding("refused: \(fault)") }
      if fault.offset > bytes.count { finding("a fault behind the end: \(fault)") }
    case .wellFormed:
      if !isJSON { finding("accepted") }
      guard let value = try? JSONValue(parsing: bytes) else { finding("checked, but not read") }
      let written = value.text
      guard let again = try? JSONValue(parsing: written), again == value else {
        finding("written otherwise than read")
      }
    }
  }
}

/// RFC 8259 as a recursive descent over bytes, with the rule that an object has no duplicate names.
struct PlainReader {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func readDocument() -> Bool {
    guard readValue() else { return false }
    skipSpace()
    return index == bytes.count
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func eat(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  private mutating func readValue() -> Bool {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      defer { depth -= 1 }
      // libFuzzer's inputs are too short to overflow the stack.
      return depth < 5000 && (next == UInt8(ascii: "{") ? readObject() : readArray())
    case UInt8(ascii: "\""): return readString() != nil
    case UInt8(ascii: "t"): return readWord("true")
    case UInt8(ascii: "f"): return readWord("false")
    case UInt8(ascii: "n"): return readWord("null")
    default: return readNumber()
    }
  }

  private mutating func readWord(_ word: StaticString) -> Bool {
    "\(word)".utf8.allSatisfy { eat($0) }
  }

  private mutating func readObject() -> Bool {
    index += 1
    skipSpace()
    if eat(UInt8(ascii: "}")) { return true }
    var names: Set<[UInt8]> = []
    repeat {
      skipSpace()
      guard let name = readString(), names.insert(name).inserted else { return false }
      skipSpace()
      guard eat(UInt8(ascii: ":")), readValue() else { return false }
      skipSpace()
    } while eat(UInt8(ascii: ","))
    return eat(UInt8(ascii: "}"))
  }

  private mutating func readArray() -> Bool {
    index += 1
    skipSpace()
    if eat(UInt8(ascii: "]")) { return true }
    repeat {
      guard readValue() else { return false }
      skipSpace()
    } while eat(UInt8(ascii: ","))
    return eat(UInt8(ascii: "]"))
  }

  private mutating func readDigits() -> Bool {
    let start = index
    while let byte = next, byte >= 0x30, byte <= 0x39 { index += 1 }
    return index > start
  }

  private mutating func readNumber() -> Bool {
    _ = eat(UInt8(ascii: "-"))
    if !eat(UInt8(ascii: "0")), !readDigits() { return false }
    if eat(UInt8(ascii: ".")), !readDigits() { return false }
    if eat(UInt8(ascii: "e")) || eat(UInt8(ascii: "E")) {
      _ = eat(UInt8(ascii: "+")) || eat(UInt8(ascii: "-"))
      return readDigits()
    }
    return true
  }

  /// The UTF-8 of a string with its escapes resolved; nil if the next value is not a string.
  private mutating func readString() -> [UInt8]? {
    guard eat(UInt8(ascii: "\"")) else { return nil }
    var text: [UInt8] = []
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        return String(validating: text, as: UTF8.self) == nil ? nil : text
      case 0..<0x20: return nil
      case UInt8(ascii: "\\"):
        guard let scalar = readEscape(), let encoded = UTF8.encode(scalar) else { return nil }
        text += encoded
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func readEscape() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let unit = readHex() else { return nil }
      guard unit & 0xFC00 == 0xD800 else { return Unicode.Scalar(unit) }
      guard eat(UInt8(ascii: "\\")), eat(UInt8(ascii: "u")), let trail = readHex(),
        trail & 0xFC00 == 0xDC00
      else { return nil }
      return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (trail & 0x3FF))
    default: return nil
    }
  }

  private mutating func readHex() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    defer { index += 4 }
    let digits = bytes[index..<index + 4]
    guard digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
