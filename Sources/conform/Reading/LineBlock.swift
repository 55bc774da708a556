/// A run of whole lines of a source, and where it starts there.
///
/// A block needs nothing but itself to be checked and reported, so that blocks can be worked on in
/// any order and their output put together in that of the source.
struct LineBlock {
  /// Memory, of which the first `count` bytes are the lines; kept from one block to the next.
  var memory: [UInt8] = []
  var count = 0
  /// The byte offset of the first line in the source.
  var offset = 0
  /// The number of the first line in the source, from 1.
  var firstLine = 1

  /// Calls `body` with each line, until it returns false: the line's number, its offset in the
  /// source and its bytes without the line end, LF or CRLF.
  func forEachLine(_ body: (_ line: Int, _ offset: Int, _ bytes: RawSpan) -> Bool) {
    let bytes = unsafe memory.span.bytes
    var line = firstLine
    var start = 0
    while start < count {
      let lineEnd = endOfLine(from: start)
      var end = lineEnd
      if end > start, memory[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      guard body(line, offset + start, bytes.extracting(start..<end)) else { return }
      line += 1
      start = lineEnd + 1
    }
  }

  /// Calls `body` with each line that is not blank, that holds more than JSON's white space, until
  /// it returns false.
  func forEachDocument(_ body: (_ line: Int, _ offset: Int, _ bytes: RawSpan) -> Bool) {
    forEachLine { line, offset, bytes in
      let start = offset - self.offset
      return isBlank(start..<(start + bytes.byteCount)) || body(line, offset, bytes)
    }
  }

  /// The offset of the next LF, or the end of the block.
  private func endOfLine(from start: Int) -> Int {
    memory.firstLineFeed(in: start..<count) ?? count
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    for offset in range {
      switch memory[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
      default: return false
      }
    }
    return true
  }
}
