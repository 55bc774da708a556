/// A run of whole lines of a source, and where it starts there.
///
/// A block needs nothing but itself to be checked and reported, so that blocks can be worked on in
/// any order and their output put together in that of the source.
package struct LineBlock: ~Copyable {
  /// Where bytes are that are still to be read.
  struct Place {
    let file: RegularFile
    let position: Int
    let size: Int
  }

  /// The lines; its memory is kept from one block to the next.
  var buffer = ByteBuffer()
  /// The byte offset of the first line in the source.
  var offset = 0
  /// Where the bytes are to be read by `load`. Nil if they are in the buffer already.
  var place: Place?
  /// What numbers the lines, and the block's index there. Nil if nobody asks for numbers.
  var numbering: (numbers: LineNumbers, index: Int)?
  /// Whether the rest of the last line, its end included, was left out.
  var isCutOff = false
  /// Whether what was left out, if anything was, is white space.
  var isRestBlank = true
  /// The number of the first line in the source, from 1.
  private(set) var firstLine = 1

  package init() {}

  /// Reads the bytes that are not there yet, and learns the number of the first line.
  package mutating func load() throws(ReadError) {
    // A block that cannot be read has no lines, and those behind it must not wait for it.
    defer { numberLines() }
    guard let place else { return }
    self.place = nil
    buffer.truncate(to: 0)
    _ = try place.file.read(into: &buffer, place.size, at: place.position)
  }

  private mutating func numberLines() {
    guard let numbering else { return }
    let lineCount = buffer.withBytes { $0.lineFeedCount }
    firstLine = numbering.numbers.firstLine(
      ofBlock: numbering.index, lineCount: lineCount + (isCutOff ? 1 : 0))
    self.numbering = nil
  }

  /// Calls `body` with each line, until it returns false: the line's number, its offset in the source, its
  /// bytes without the line end, LF or CRLF, and with it.
  @inline(__always)
  package func forEachLine(
    _ body: (_ line: Int, _ offset: Int, _ bytes: RawSpan, _ whole: RawSpan) -> Bool
  ) {
    buffer.withBytes { bytes in
      let count = bytes.byteCount
      var line = firstLine
      var start = 0
      while start < count {
        let lineEnd = bytes.firstLineFeed(from: start) ?? count
        var end = lineEnd
        if end > start, bytes.byte(at: end - 1) == UInt8(ascii: "\r") { end -= 1 }
        let whole = bytes.extracting(start..<min(lineEnd + 1, count))
        guard body(line, offset + start, bytes.extracting(start..<end), whole) else { return }
        line += 1
        start = lineEnd + 1
      }
    }
  }
}
