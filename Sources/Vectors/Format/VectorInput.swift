public import JSONText

/// The document of a vector, in one of three forms.
public enum VectorInput: Hashable, Sendable {
  /// A JSON value: the document is its compact text, non-ASCII characters escaped.
  case json(JSONValue)
  /// Any bytes.
  case base64([UInt8])
  /// Parts to concatenate, for bytes that no JSON value can express and for huge documents.
  case recipe([RecipePart])

  /// The maximum number of bytes that a recipe can make, so that a small file cannot make a huge document.
  public static let byteLimit = 4 << 20

  /// The document.
  public var bytes: [UInt8] {
    switch self {
    case .json(let value): ASCIIText.encoding(value)
    case .base64(let bytes): bytes
    case .recipe(let parts): parts.reduce(into: []) { $0 += $1.bytes }
    }
  }
}

/// A piece of a document.
public enum RecipePart: Hashable, Sendable {
  /// The UTF-8 of a text.
  case text(String)
  /// Bytes in hexadecimal digits.
  case hex([UInt8])
  /// A repeated text.
  case repeated(String, times: Int)
  /// A repeated opening text, a text in the middle, and the closing text repeated as often.
  case nested(open: String, middle: String, close: String, times: Int)

  /// The number of bytes.
  var byteCount: Int {
    switch self {
    case .text(let text): text.utf8.count
    case .hex(let bytes): bytes.count
    case .repeated(let text, let times): text.utf8.count * times
    case .nested(let open, let middle, let close, let times):
      (open.utf8.count + close.utf8.count) * times + middle.utf8.count
    }
  }

  /// The bytes.
  public var bytes: [UInt8] {
    switch self {
    case .text(let text): Array(text.utf8)
    case .hex(let bytes): bytes
    case .repeated(let text, let times):
      Self.repeating(text, times)
    case .nested(let open, let middle, let close, let times):
      Self.repeating(open, times) + Array(middle.utf8) + Self.repeating(close, times)
    }
  }

  private static func repeating(_ text: String, _ times: Int) -> [UInt8] {
    let unit = Array(text.utf8)
    if unit.count == 1 { return [UInt8](repeating: unit[0], count: times) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(unit.count * times)
    for _ in 0..<times { bytes += unit }
    return bytes
  }
}
