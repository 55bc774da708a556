/// A run of whole lines of a source, and where it starts there.
///
/// A block needs nothing but itself to be checked and reported, so that blocks can be worked on in
/// any order and their output put together in that of the source.
struct LineBlock {
  /// Where bytes are that are still to be read.
  struct Place {
    let file: RegularFile
    let position: Int
  }

  /// Memory, of which the first `count` bytes are the lines; kept from one block to the next.
  var memory: [UInt8] = []
  var count = 0
  /// The byte offset of the first line in the source.
  var offset = 0
  /// Where the bytes are to be read by `load`. Nil if they are in `memory` already.
  var place: Place?
  /// What numbers the lines, and the block's index there. Nil if nobody asks for numbers.
  var numbering: (numbers: LineNumbers, index: Int)?
  /// Whether the rest of the last line, its end included, was left out.
  var isCutOff = false
  /// Whether what was left out, if anything was, is white space.
  var isRestBlank = true
  /// The number of the first line in the source, from 1.
  private(set) var firstLine = 1

  /// Reads the bytes that are not there yet, and learns the number of the first line.
  mutating func load() throws(ReadError) {
    // A block that cannot be read has no lines, and those behind it must not wait for it.
    defer { numberLines() }
    guard let place else { return }
    self.place = nil
    let expected = count
    count = 0
    memory.grow(to: max(LineBlockReader.blockSize, expected))
    count = try place.file.read(into: &memory, 0..<expected, at: place.position)
  }

  private mutating func numberLines() {
    guard let numbering else { return }
    let lineCount = unsafe memory.span.bytes.extracting(0..<count).lineFeedCount
    firstLine = numbering.numbers.firstLine(
      ofBlock: numbering.index, lineCount: lineCount + (isCutOff ? 1 : 0))
    self.numbering = nil
  }

  /// Calls `body` with each line, until it returns false: the line's number, its offset in the
  /// source and its bytes without the line end, LF or CRLF.
  @inline(__always)
  func forEachLine(_ body: (_ line: Int, _ offset: Int, _ bytes: RawSpan) -> Bool) {
    let bytes = unsafe memory.span.bytes.extracting(0..<count)
    var line = firstLine
    var start = 0
    while start < count {
      let lineEnd = bytes.firstLineFeed(from: start) ?? count
      var end = lineEnd
      if end > start, bytes.byte(at: end - 1) == UInt8(ascii: "\r") { end -= 1 }
      guard body(line, offset + start, bytes.extracting(start..<end)) else { return }
      line += 1
      start = lineEnd + 1
    }
  }

  /// Calls `body` with each line that is not blank, that holds more than JSON's white space, until
  /// it returns false.
  @inline(__always)
  func forEachDocument(_ body: (_ line: Int, _ offset: Int, _ bytes: RawSpan) -> Bool) {
    forEachLine { line, offset, bytes in
      (bytes.isBlank && isRestBlank) || body(line, offset, bytes)
    }
  }
}
