/// A block of whole lines of a source, with its position.
///
/// A block can be checked and reported on its own, so blocks can be processed in any order and their output combined in
/// the order of the source.
package struct LineBlock: ~Copyable {
  /// The location of bytes that have not been read yet.
  struct Place {
    let file: RegularFile
    let position: Int
    let size: Int
  }

  /// The lines; its memory is kept from one block to the next.
  var buffer = ByteBuffer()
  /// The byte offset of the first line in the source.
  var offset = 0
  /// The location of the bytes for `load`; nil if they are in the buffer already.
  var place: Place?
  /// The line counter and the block's index in it; nil if line numbers are not needed.
  var numbering: (numbers: LineNumbers, index: Int)?
  /// Whether the rest of the last line, including its end, was cut off.
  var isCutOff = false
  /// Whether the part that was cut off, if any, is whitespace.
  var isRestBlank = true
  /// The number of the first line in the source, from 1.
  private(set) var firstLine = 1

  package init() {}

  /// Reads the bytes that are missing, and finds the number of the first line.
  package mutating func load() throws(ReadError) {
    // A block that cannot be read has no lines; later blocks must not wait for it.
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
