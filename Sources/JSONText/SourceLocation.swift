/// A line and column of a text, as editors count them.
public struct SourceLocation: Hashable, Sendable {
  /// The line, starting at 1. LF, CR and CRLF end a line.
  public let line: Int
  /// The column in code points, starting at 1.
  public let column: Int

  /// Creates a location.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Turns byte offsets of one document into lines and columns.
///
/// It is created when the first location is needed. One pass records locations at intervals, and each lookup reads on
/// from the preceding record. The time for any number of lookups is proportional to the length of the document plus
/// the number of lookups.
public struct SourceIndex: Sendable {
  private struct Note {
    var location: SourceLocation
    /// Whether the preceding byte is a CR, so an LF here belongs to the same line end.
    var isAfterCarriageReturn: Bool
  }

  private static let maximumNotes = 1 << 16
  private let interval: Int
  private let count: Int
  private var notes: [Note] = []

  /// Creates the index in one pass. A byte that is not part of valid UTF-8 counts as one code point.
  public init(_ bytes: UnsafeRawBufferPointer) {
    count = bytes.count
    interval = max(1024, bytes.count / Self.maximumNotes)
    var walker = Walker()
    for offset in 0..<bytes.count {
      if offset % interval == 0 {
        notes.append(
          Note(location: walker.location, isAfterCarriageReturn: walker.isAfterCarriageReturn))
      }
      unsafe walker.advance(past: bytes[offset])
    }
    if notes.isEmpty { notes = [Note(location: walker.location, isAfterCarriageReturn: false)] }
  }

  /// The location of a byte offset of the same bytes; for an offset beyond the end, that of the end.
  public func location(of offset: Int, in bytes: UnsafeRawBufferPointer) -> SourceLocation {
    let offset = min(max(offset, 0), min(count, bytes.count))
    let index = min(offset / interval, notes.count - 1)
    let note = notes[index]
    var walker = Walker(
      location: note.location, isAfterCarriageReturn: note.isAfterCarriageReturn)
    for position in (index * interval)..<max(offset, index * interval) {
      unsafe walker.advance(past: bytes[position])
    }
    return walker.location
  }

  private struct Walker {
    var location = SourceLocation(line: 1, column: 1)
    var isAfterCarriageReturn = false

    mutating func advance(past byte: UInt8) {
      switch byte {
      case 0x0A where isAfterCarriageReturn:
        // The CR already ended the line.
        isAfterCarriageReturn = false
        return
      case 0x0A, 0x0D:
        location = SourceLocation(line: location.line + 1, column: 1)
      case 0x80...0xBF:
        // A continuation byte belongs to the preceding code point.
        break
      default:
        location = SourceLocation(line: location.line, column: location.column + 1)
      }
      isAfterCarriageReturn = byte == 0x0D
    }
  }
}
