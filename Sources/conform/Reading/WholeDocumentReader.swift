/// Reads files that hold one document each, into memory that is used again for the next.
struct WholeDocumentReader {
  /// From this size on, a regular file is mapped: its pages need not be copied, and the system can
  /// take them back.
  private static let leastMappedSize = 1 << 20

  private var buffer: [UInt8] = []

  /// Reads a file to its end, or to one byte beyond the limit, and passes the bytes on.
  mutating func read(
    _ file: inout InputFile, limit: Int, _ body: (RawSpan) -> Void
  ) throws(ReadError) {
    let most = limit < Int.max ? limit + 1 : limit
    let size = file.regularFileSize
    if let size, size >= Self.leastMappedSize,
      let mapped = MappedFile(file, count: min(size, most))
    {
      mapped.withBytes(body)
      return
    }
    let count = try file.readAll(into: &buffer, limit: limit)
    unsafe body(buffer.span.bytes.extracting(0..<count))
  }
}

extension InputFile {
  /// Reads a file to its end, or to one byte beyond the limit, into the start of an array.
  ///
  /// Returns the number of bytes.
  mutating func readAll(into memory: inout [UInt8], limit: Int) throws(ReadError) -> Int {
    let most = limit < Int.max ? limit + 1 : limit
    // One byte more than the size, so that the end shows without growing the array.
    if let size = regularFileSize { memory.grow(to: min(size + 1, most)) }
    var count = 0
    while count < most {
      if count == memory.count { memory.grow(to: min(max(1 << 16, count * 2), most)) }
      let read = try read(into: &memory, count..<min(memory.count, most))
      if read == 0 { break }
      count += read
    }
    return count
  }
}
