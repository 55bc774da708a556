import JSONText

/// A position in a source.
struct SourcePosition: Hashable, Comparable {
  /// From 1.
  let line: Int
  /// In code points, from 1.
  let column: Int
  /// In bytes, from 0.
  let offset: Int

  static func < (one: Self, other: Self) -> Bool { one.offset < other.offset }
}

/// Converts byte offsets in one document to positions in its source.
struct DocumentPositions {
  private enum Lines {
    /// The document is the whole source. The index is created when a position after its start is needed.
    case all(SourceIndex?)
    /// The document is one line of the source; a bare CR in it, which JSON allows as white space,
    /// does not end that line.
    case one(number: Int, ColumnCounter)
  }

  private let offset: Int
  private var lines: Lines

  init(_ document: CheckedDocument) {
    offset = document.offset
    lines = document.line.map { .one(number: $0, ColumnCounter()) } ?? .all(nil)
  }

  mutating func position(of offset: Int, in bytes: RawSpan) -> SourcePosition {
    let location: SourceLocation
    switch lines {
    case .all where offset == 0:
      location = SourceLocation(line: 1, column: 1)
    case .all(let known):
      let index = unsafe known ?? bytes.withUnsafeBytes { unsafe SourceIndex($0) }
      location = unsafe bytes.withUnsafeBytes { unsafe index.location(of: offset, in: $0) }
      lines = .all(index)
    case .one(let number, var counter):
      location = SourceLocation(line: number, column: counter.column(of: offset, in: bytes))
      lines = .one(number: number, counter)
    }
    return SourcePosition(
      line: location.line, column: location.column, offset: self.offset + offset)
  }
}

/// Counts the columns of a line from the last requested place.
///
/// Errors come in document order, except that missing members refer to the opening brace of their object. All errors of
/// a document therefore cost at most its bytes times its depth.
private struct ColumnCounter {
  private var offset = 0
  private var column = 1

  mutating func column(of target: Int, in bytes: RawSpan) -> Int {
    let target = min(max(target, 0), bytes.byteCount)
    while offset < target {
      if !isContinuation(at: offset, bytes) { column += 1 }
      offset += 1
    }
    while offset > target {
      offset -= 1
      if !isContinuation(at: offset, bytes) { column -= 1 }
    }
    return column
  }

  /// Whether a byte of the line belongs to the code point before.
  private func isContinuation(at offset: Int, _ bytes: RawSpan) -> Bool {
    unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self) & 0xC0 == 0x80
  }
}
