/// Cuts a file of lines into blocks, in memory that depends on the longest line alone.
///
/// Of a regular file, most blocks are only located, which takes a look at their last bytes; whoever
/// checks a block reads it. What comes through a pipe, lines that are longer than a block and the
/// end of a file are read here.
struct LineBlockReader: ~Copyable {
  /// Small enough to stay in the cache that belongs to one processor.
  static let blockSize = 1 << 17
  /// How many bytes to look at for a block's last line end, at first.
  private static let tailSize = 1 << 12

  private var file: InputFile
  /// The same file, if it is a regular one.
  private let regularFile: RegularFile?
  /// A longer line is cut off one byte beyond, where it is known to be too long.
  private let lineLimit: Int
  private let numbers: LineNumbers?
  /// What was read of a pipe beyond the last line end.
  private var rest: [UInt8] = []
  /// Memory for a look at a block's last bytes.
  private var tail: [UInt8] = []
  /// Where the next block starts in the source.
  private var offset = 0
  private var index = 0
  private var isAtEnd = false

  init(_ file: consuming InputFile, lineLimit: Int, numbersLines: Bool) {
    regularFile = file.regularFile()
    self.file = file
    self.lineLimit = lineLimit
    numbers = numbersLines ? LineNumbers() : nil
  }

  deinit {
    // Standard input can be read on by others.
    if let regularFile { regularFile.seek(to: regularFile.start + offset) }
  }

  /// Replaces a block's content by the next lines, at least one; to be followed by its `load`.
  ///
  /// Returns false at the end.
  ///
  /// A block ends with what one call of `read` gave, so that lines which come slowly through a pipe
  /// are not held back.
  mutating func next(into block: inout LineBlock) throws(ReadError) -> Bool {
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
      tail.grow(to: size)
      let count = try file.read(into: &tail, 0..<size, at: end - size)
      if let lineFeed = lastLineFeed(of: tail, in: 0..<count) {
        block.count = end - size + lineFeed + 1 - start
        block.place = LineBlock.Place(file: file, position: start)
        offset += block.count
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
    block.count = rest.count
    block.memory.grow(to: max(Self.blockSize, rest.count))
    block.memory.replaceSubrange(0..<rest.count, with: rest)
    rest.removeAll(keepingCapacity: true)
    // Behind a line that was cut off, whole lines may have been read already.
    if endAtLastLineFeed(in: 0..<block.count, of: &block) { return true }
    while !isAtEnd {
      if block.count == block.memory.count { block.memory.grow(to: largerSize(than: block.count)) }
      let start = block.count
      let read = try read(into: &block.memory, start..<block.memory.count, at: offset + start)
      isAtEnd = read == 0
      block.count += read
      if endAtLastLineFeed(in: start..<block.count, of: &block) { return true }
      if block.count > lineLimit {
        try cutOff(&block)
        return true
      }
    }
    offset += block.count
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
    guard let lineFeed = lastLineFeed(of: block.memory, in: range) else { return false }
    keep(block.memory, (lineFeed + 1)..<block.count)
    block.count = lineFeed + 1
    offset += block.count
    return true
  }

  /// Ends a block inside its only line, and reads over the rest of that line.
  private mutating func cutOff(_ block: inout LineBlock) throws(ReadError) {
    offset += block.count
    let rest = (lineLimit + 1)..<block.count
    var isRestBlank = unsafe block.memory.span.bytes.extracting(rest).isBlank
    defer { block.isRestBlank = isRestBlank }
    block.count = lineLimit + 1
    block.isCutOff = true
    var memory = [UInt8](repeating: 0, count: Self.blockSize)
    while true {
      let read = try read(into: &memory, 0..<memory.count, at: offset)
      guard read > 0 else {
        isAtEnd = true
        return
      }
      let bytes = unsafe memory.span.bytes.extracting(0..<read)
      let lineFeed = bytes.firstLineFeed(from: 0)
      isRestBlank = isRestBlank && bytes.extracting(0..<(lineFeed ?? read)).isBlank
      if let lineFeed {
        offset += lineFeed + 1
        keep(memory, (lineFeed + 1)..<read)
        return
      }
      offset += read
    }
  }

  /// Reads into a part of an array what follows in a pipe, or stands at an offset of the source.
  private mutating func read(
    into memory: inout [UInt8], _ range: Range<Int>, at offset: Int
  ) throws(ReadError) -> Int {
    guard let regularFile else { return try file.read(into: &memory, range) }
    return try regularFile.read(into: &memory, range, at: regularFile.start + offset)
  }

  /// Keeps for the next block what cannot be read again.
  private mutating func keep(_ memory: [UInt8], _ range: Range<Int>) {
    if regularFile == nil { rest.append(contentsOf: memory[range]) }
  }

  private func lastLineFeed(of memory: [UInt8], in range: Range<Int>) -> Int? {
    unsafe memory.span.bytes.extracting(range).lastLineFeed.map { range.lowerBound + $0 }
  }
}
