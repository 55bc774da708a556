import JSONText
import SchemaRules

/// The text of a single value that breaks a rule, to show below the error.
///
/// Never the line that it stands on, on which a secret may stand as well.
struct Excerpt {
  /// The value as the document spells it, made harmless and cut to a reasonable length.
  let text: String
  /// Whether something stands before the value on its line.
  let isInsideLine: Bool

  /// How many columns the text takes.
  var width: Int { TerminalText.width(text) }

  private static let mostCodePoints = 72

  /// Returns nil where there is nothing to show, or nothing that may be shown: for secrets; for
  /// fields that are missing; for containers; and for anything in place of a container, which may
  /// be a document with secrets, written as a string.
  init?(_ error: FieldError, _ bytes: RawSpan) {
    guard !error.rule.isSecret, error.showsScalar, !error.byteRange.isEmpty,
      error.byteRange.upperBound <= bytes.byteCount
    else { return nil }
    let range = error.byteRange
    // Enough bytes for the code points to show and one more, which may be cut in the middle.
    let mostBytes = (Self.mostCodePoints + 1) * 4
    let clipped = range.lowerBound..<min(range.upperBound, range.lowerBound + mostBytes)
    let value = unsafe bytes.extracting(clipped).withUnsafeBytes {
      unsafe String(decoding: $0, as: UTF8.self)
    }
    let shown = value.unicodeScalars.prefix(Self.mostCodePoints)
    let isComplete = shown.endIndex == value.unicodeScalars.endIndex && clipped == range
    text = TerminalText.escaped(String(shown)) + (isComplete ? "" : "…")
    isInsideLine = Self.hasText(before: range.lowerBound, in: bytes)
  }

  /// Whether something other than white space stands between an offset and the start of its line.
  private static func hasText(before offset: Int, in bytes: RawSpan) -> Bool {
    for index in (0..<offset).reversed() {
      switch unsafe bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self) {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return false
      default: return true
      }
    }
    return false
  }
}

extension FieldError {
  /// Whether the error is about a scalar that stands where a scalar belongs, or about a name.
  fileprivate var showsScalar: Bool {
    if keyword == .required { return false }
    switch (rule.parameter, actual) {
    case (.types(let types), _) where types.contains(.object) || types.contains(.array):
      return false
    case (_, .kind(.object)), (_, .kind(.array)):
      return false
    default:
      return true
    }
  }
}
