import JSONText
import SchemaRules

/// The text to show below an error: the line, or as much of it as may be shown.
struct Excerpt {
  /// The text, made harmless and cut to a reasonable length.
  let text: String
  /// The number of columns before the value at fault.
  let indentation: Int
  /// The number of columns of the value at fault.
  let width: Int

  /// The maximum number of columns beside the line number.
  private static let mostColumns = 72
  /// The maximum number of bytes to read for them on either side.
  private static let mostBytes = (mostColumns + 1) * 4

  /// Returns nil where there is nothing to show, or nothing that may be shown.
  ///
  /// - Parameter lines: Which lines may be shown whole. Of another, the text is a scalar that stands where one
  ///   belongs, with its name and punctuation: no other value of the line, no container, and nothing in place
  ///   of a container, which may be a document with secrets, written as a string.
  init?(_ error: FieldError, _ bytes: RawSpan, _ lines: ShowableLines) {
    let range = error.byteRange
    guard !range.isEmpty, range.upperBound <= bytes.byteCount, !error.rule.isSecret else {
      return nil
    }
    let line = Line(around: range, in: bytes)
    if line.isComplete, lines.isEverything || error.showsScalar {
      let start = Self.printable(bytes, line.range.lowerBound..<range.lowerBound)
      let value = Self.printable(bytes, range.clamped(to: line.range))
      let rest = Self.printable(
        bytes, min(range.upperBound, line.range.upperBound)..<line.range.upperBound)
      let text = start + value + rest
      if TerminalText.width(text) <= Self.mostColumns, lines.contain(line.range, of: bytes) {
        self.init(text: text, start: start, value: error.isContainer ? " " : value)
        return
      }
    }
    guard error.showsScalar else { return nil }
    let name = Self.name(of: error, before: range.lowerBound, in: bytes)
    let start = name ?? range.lowerBound
    let isFirst = line.isComplete && Self.isBlank(bytes, line.range.lowerBound..<start)
    let prefix =
      (isFirst ? Self.printable(bytes, line.range.lowerBound..<start) : "… ")
      + Self.printable(bytes, start..<range.lowerBound)
    let clipped = range.clamped(to: 0..<(range.lowerBound + Self.mostBytes))
    let value = Self.printable(bytes, clipped)
    let shown = value.unicodeScalars.prefix(Self.mostColumns)
    let isComplete = shown.endIndex == value.unicodeScalars.endIndex && clipped == range
    let tail = min(range.upperBound, line.range.upperBound)..<line.range.upperBound
    let isLast =
      line.isComplete && isComplete
      && tail.allSatisfy { " \t,]}".utf8.contains(bytes.byte(at: $0)) }
    let end = isComplete ? isLast ? Self.printable(bytes, tail) : "" : "…"
    let text = String(shown) + (isComplete ? "" : "…")
    self.init(text: prefix + String(shown) + end, start: prefix, value: text)
  }

  private init(text: String, start: String, value: String) {
    self.text = text.trimmingEnd
    indentation = TerminalText.width(start)
    width = max(1, TerminalText.width(value))
  }

  /// A run of bytes between two line ends, as far as it is short.
  private struct Line {
    private(set) var range: Range<Int>
    /// Whether it starts and ends with the line.
    private(set) var isComplete = true

    init(around value: Range<Int>, in bytes: RawSpan) {
      func isEnd(_ offset: Int) -> Bool { [0x0A, 0x0D].contains(bytes.byte(at: offset)) }
      var start = value.lowerBound
      while start > 0, !isEnd(start - 1), value.lowerBound - start < Excerpt.mostBytes {
        start -= 1
      }
      // A container may end on a later line.
      var end = value.lowerBound
      while end < bytes.byteCount, !isEnd(end), end - value.lowerBound < 2 * Excerpt.mostBytes {
        end += 1
      }
      range = start..<end
      isComplete = (start == 0 || isEnd(start - 1)) && (end == bytes.byteCount || isEnd(end))
    }
  }

  /// The offset of the name of the member whose value an error is about; nil for other values.
  private static func name(of error: FieldError, before offset: Int, in bytes: RawSpan) -> Int? {
    guard let token = error.pointer.tokens.last else { return nil }
    var end = offset
    func skipBlanks() {
      while end > 0, " \t".utf8.contains(bytes.byte(at: end - 1)) { end -= 1 }
    }
    skipBlanks()
    guard end > 0, bytes.byte(at: end - 1) == UInt8(ascii: ":") else { return nil }
    end -= 1
    skipBlanks()
    var start = end - 1
    // The name is the pointer's last token, which the error shows anyway; nothing else may be shown.
    while start > 0, end - start < mostBytes {
      start -= 1
      guard bytes.byte(at: start) == UInt8(ascii: "\"") else { continue }
      let text = unsafe bytes.extracting(start..<end).withUnsafeBytes { unsafe Array($0) }
      guard let name = (try? JSONValue(parsing: text))?.stringValue else { continue }
      return name.utf8.elementsEqual(token.utf8) ? start : nil
    }
    return nil
  }

  private static func isBlank(_ bytes: RawSpan, _ range: Range<Int>) -> Bool {
    range.allSatisfy { " \t".utf8.contains(bytes.byte(at: $0)) }
  }

  /// A part of a line as text for a terminal; a tab is a blank.
  private static func printable(_ bytes: RawSpan, _ range: Range<Int>) -> String {
    let text = unsafe bytes.extracting(range).withUnsafeBytes { unsafe Array($0) }
      .map { $0 == UInt8(ascii: "\t") ? UInt8(ascii: " ") : $0 }
    return TerminalText.escaped(String(decoding: text, as: UTF8.self))
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension FieldError {
  fileprivate var isContainer: Bool {
    keyword == .required || actual == .kind(.object) || actual == .kind(.array)
      || [.anyOf, .oneOf, .not, .allOf].contains(keyword)
  }

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
