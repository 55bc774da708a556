/// Splits a file of lines into blocks. Its memory depends only on the longest line.
///
/// Most blocks of a regular file are only located, by reading their last bytes; the thread that checks a block reads
/// it. Pipes, lines longer than a block and the end of a file are read here.
package struct LineBlockReader: ~Copyable {
  /// Small enough to stay in the cache that belongs to one processor.
  static let blockSize = 1 << 17
  /// The number of bytes to search first for a block's last line end.
  private static let tailSize = 1 << 12

  private var file: InputFile
  /// The same file, if it is a regular one.
  private let regularFile: RegularFile?
  /// The maximum length of a line; a longer line is cut off one byte after it.
  private let lineLimit: Int
  private let numbers: LineNumbers?
  /// The bytes that were read from a pipe after the last line end.
  private var rest = ByteBuffer()
  /// Memory for a look at a block's last bytes.
  private var scratch = ByteBuffer()
  /// The byte offset of the next block in the source.
  private var offset = 0
  private var index = 0
  private var isAtEnd = false

  package init(_ file: consuming InputFile, lineLimit: Int, numbersLines: Bool) {
    regularFile = file.regularFile()
    self.file = file
    self.lineLimit = lineLimit
    numbers = numbersLines ? LineNumbers() : nil
  }

  deinit {
    // Other processes can continue to read standard input.
    if let regularFile { regularFile.seek(to: regularFile.start + offset) }
  }

  /// Replaces a block's content with the next lines, at least one. Call `load` on the block afterwards.
  ///
  /// Returns false at the end.
  ///
  /// A block ends with the bytes of one `read` call, so lines that arrive slowly through a pipe are not delayed.
  package mutating func next(into block: inout LineBlock) throws(ReadError) -> Bool {
    block.offset = offset
    block.place = nil
    block.isCutOff = false
    block.isRestBlank = true
    if regularFile?.hasFailed == true { return false }
    if try !locate(&block) {
      guard try read(&block) else { return false }
    }
    block.numbering = numbers.map { ($0, index) }
    index += 1
    return true
  }

  /// Whether the source may have more bytes, as far as is known without reading.
  var hasMore: Bool {
    !isAtEnd && (regularFile.map { $0.start + offset < $0.size } ?? true)
  }

  // MARK: Blocks that are read by others

  /// Makes a block of the lines that end in the next `blockSize` bytes of a regular file.
  ///
  /// Returns false if there are none, or fewer bytes than that.
  private mutating func locate(_ block: inout LineBlock) throws(ReadError) -> Bool {
    guard let file = regularFile, file.size - file.start - offset > Self.blockSize else {
      return false
    }
    let start = file.start + offset
    var end = start + Self.blockSize
    var size = Self.tailSize
    while end > start {
      size = min(size, end - start)
      scratch.truncate(to: 0)
      _ = try file.read(into: &scratch, size, at: end - size)
      if let lineFeed = scratch.lastLineFeed(from: 0) {
        let count = end - size + lineFeed + 1 - start
        block.place = LineBlock.Place(file: file, position: start, size: count)
        offset += count
        return true
      }
      end -= size
      size *= 2
    }
    return false
  }

  // MARK: Blocks that are read here

  /// Reads a block, up to the end of the source where it has no line end.
  private mutating func read(_ block: inout LineBlock) throws(ReadError) -> Bool {
    block.buffer.truncate(to: 0)
    try block.buffer.reserve(Self.blockSize)
    try block.buffer.append(rest, from: 0)
    rest.truncate(to: 0)
    // Whole lines after a line that was cut off may have been read already.
    if try endAtLastLineFeed(from: 0, of: &block) { return true }
    while !isAtEnd {
      let start = block.buffer.count
      if start == block.buffer.capacity { try block.buffer.reserve(largerSize(than: start)) }
      isAtEnd = try read(into: &block.buffer, at: offset + start) == 0
      if try endAtLastLineFeed(from: start, of: &block) { return true }
      if block.buffer.count > lineLimit {
        try cutOff(&block)
        return true
      }
    }
    offset += block.buffer.count
    return block.buffer.count > 0
  }

  /// Twice the size, but no more than shows that a line is too long.
  private func largerSize(than size: Int) -> Int {
    size > lineLimit / 2 ? max(size, lineLimit) + 1 : size * 2
  }

  /// Ends a block after the last line end that follows an offset.
  ///
  /// Returns false if there is none.
  private mutating func endAtLastLineFeed(
    from start: Int, of block: inout LineBlock
  ) throws(ReadError) -> Bool {
    guard let lineFeed = block.buffer.lastLineFeed(from: start) else { return false }
    try keep(block.buffer, from: lineFeed + 1)
    block.buffer.truncate(to: lineFeed + 1)
    offset += lineFeed + 1
    return true
  }

  /// Ends a block inside its only line, and reads over the rest of that line.
  private mutating func cutOff(_ block: inout LineBlock) throws(ReadError) {
    offset += block.buffer.count
    block.isRestBlank = block.buffer.withBytes(from: lineLimit + 1) { $0.isBlank }
    block.buffer.truncate(to: lineLimit + 1)
    block.isCutOff = true
    var skipped = ByteBuffer()
    try skipped.reserve(Self.blockSize)
    while true {
      skipped.truncate(to: 0)
      let count = try read(into: &skipped, at: offset)
      guard count > 0 else {
        isAtEnd = true
        return
      }
      let (lineFeed, isBlank) = skipped.withBytes { bytes in
        let lineFeed = bytes.firstLineFeed(from: 0)
        return (lineFeed, bytes.extracting(0..<(lineFeed ?? count)).isBlank)
      }
      block.isRestBlank = block.isRestBlank && isBlank
      if let lineFeed {
        offset += lineFeed + 1
        if regularFile == nil { try rest.append(skipped, from: lineFeed + 1) }
        return
      }
      offset += count
    }
  }

  /// Appends the next bytes of a pipe, or the bytes at an offset of the source.
  private mutating func read(
    into buffer: inout ByteBuffer, at offset: Int
  ) throws(ReadError) -> Int {
    guard let regularFile else { return try file.read(into: &buffer) }
    let room = buffer.capacity - buffer.count
    return try regularFile.read(into: &buffer, room, at: regularFile.start + offset)
  }

  /// Keeps bytes that cannot be read again for the next block.
  private mutating func keep(_ buffer: borrowing ByteBuffer, from start: Int) throws(ReadError) {
    if regularFile == nil { try rest.append(buffer, from: start) }
  }
}
