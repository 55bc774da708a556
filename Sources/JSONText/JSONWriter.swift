/// Writes JSON text, with members in the order of the calls.
///
/// The caller is responsible for the grammar: it writes a value after each name, and ends each object and array.
public struct JSONWriter: Sendable {
  /// The text so far, in UTF-8.
  public private(set) var bytes: [UInt8]
  private var needsComma = false
  private var isAfterName = false
  private let isPretty: Bool
  private var depth: Int

  /// Creates a writer of compact text, or of text with one member per line, indented by two spaces.
  ///
  /// The text is appended to `buffer`, whose memory is reused. The indentation starts at `depth` levels.
  public init(appendingTo buffer: consuming [UInt8] = [], pretty: Bool = false, depth: Int = 0) {
    bytes = buffer
    isPretty = pretty
    self.depth = depth
  }

  /// The text so far, as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Begins an object.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Ends the innermost object.
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Begins an array.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Ends the innermost array.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes a member's name.
  public mutating func name(_ name: String) {
    separate()
    append(quoted: name)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
    isAfterName = true
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    beginValue()
    append(quoted: value)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) { number(String(value)) }

  /// Writes a number in the given spelling.
  package mutating func number(_ spelling: String) {
    beginValue()
    bytes.append(contentsOf: spelling.utf8)
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    beginValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes `null`.
  public mutating func null() {
    beginValue()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Writes a value that is already JSON text.
  package mutating func value(copying text: some Collection<UInt8>) {
    beginValue()
    bytes.append(contentsOf: text)
    needsComma = true
  }

  /// Ends the text, or a line of it, with a line feed. The next value starts a new text.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  // MARK: Layout

  private mutating func beginValue() {
    // The value of a member stays on the line of its name.
    if !isAfterName { separate() }
    isAfterName = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    // The first value of the text does not start a new line.
    if depth > 0 { startLine() }
  }

  private mutating func startLine() {
    guard isPretty else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  private mutating func begin(_ bracket: UInt8) {
    beginValue()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    // If the container is empty, the brackets stay together: `{}`.
    if needsComma { startLine() }
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(Self.isPlain) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 { append(escaped: byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte of a string needs no escape.
  ///
  /// DEL needs one, because terminals act on it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case _ where Self.isPlain(byte): bytes.append(byte)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
    case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
    case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: #"\u00"#.utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
