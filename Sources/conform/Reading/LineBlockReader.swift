/// Cuts a file of lines into blocks, in memory that depends on the longest line alone.
struct LineBlockReader: ~Copyable {
  static let blockSize = 1 << 18

  private var file: InputFile
  /// A longer line is cut off one byte beyond, where it is known to be too long.
  private let lineLimit: Int
  /// What was read beyond the last line end.
  private var rest: [UInt8] = []
  private var offset = 0
  private var line = 1
  private var isAtEnd = false

  init(_ file: consuming InputFile, lineLimit: Int) {
    self.file = file
    self.lineLimit = lineLimit
  }

  /// Replaces a block's content by the next lines, at least one.
  ///
  /// Returns false at the end.
  ///
  /// A block ends with what one call of `read` gave, so that lines which come slowly through a pipe
  /// are not held back.
  mutating func next(into block: inout LineBlock) throws(ReadError) -> Bool {
    block.offset = offset
    block.firstLine = line
    block.count = rest.count
    block.memory.grow(to: max(Self.blockSize, rest.count))
    block.memory.replaceSubrange(0..<rest.count, with: rest)
    rest.removeAll(keepingCapacity: true)
    // Behind a line that was cut off, whole lines may have been read already.
    if endAtLastLineFeed(in: 0..<block.count, of: &block) { return true }
    while !isAtEnd {
      if block.count == block.memory.count { block.memory.grow(to: largerSize(than: block.count)) }
      let start = block.count
      let read = try file.read(into: &block.memory, start..<block.memory.count)
      isAtEnd = read == 0
      block.count += read
      if endAtLastLineFeed(in: start..<block.count, of: &block) { return true }
      if block.count > lineLimit {
        try cutOff(&block)
        return true
      }
    }
    advance(past: block)
    return block.count > 0
  }

  /// Twice the size, but no more than shows that a line is too long.
  private func largerSize(than size: Int) -> Int {
    size > lineLimit / 2 ? max(size + 1, lineLimit + 1) : size * 2
  }

  /// Ends a block behind the last line end in a range.
  ///
  /// Returns false if there is none.
  private mutating func endAtLastLineFeed(in range: Range<Int>, of block: inout LineBlock) -> Bool {
    guard let lineFeed = block.memory.lastLineFeed(in: range) else { return false }
    rest.append(contentsOf: block.memory[(lineFeed + 1)..<block.count])
    block.count = lineFeed + 1
    advance(past: block)
    return true
  }

  private mutating func advance(past block: LineBlock) {
    offset += block.count
    line += block.memory.lineFeedCount(in: 0..<block.count)
  }

  /// Ends a block inside its only line, and reads over the rest of that line.
  private mutating func cutOff(_ block: inout LineBlock) throws(ReadError) {
    offset += block.count
    block.count = lineLimit + 1
    var memory = [UInt8](repeating: 0, count: Self.blockSize)
    while true {
      let read = try file.read(into: &memory, 0..<memory.count)
      guard read > 0 else {
        isAtEnd = true
        return
      }
      if let lineFeed = memory.firstLineFeed(in: 0..<read) {
        offset += lineFeed + 1
        line += 1
        rest.append(contentsOf: memory[(lineFeed + 1)..<read])
        return
      }
      offset += read
    }
  }
}
