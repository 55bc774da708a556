/// The positions of the values of a JSON text in the text that it was translated from, such as YAML.
///
/// Worked example: `b: [1]` becomes `{"b":[1]}`. The entries are the object (offset 0 in both), the name
/// (1 and 0), the array (5 and 3) and the number (6 and 4).
public struct SourceMap: Hashable, Sendable {
  /// A name, a scalar or the start of a container.
  package struct Entry: Hashable, Sendable {
    /// The byte offset in the JSON text, at or just before a separating comma.
    package var offset: Int
    /// The bytes in the source.
    package var range: Range<Int>

    package init(offset: Int, range: Range<Int>) {
      self.offset = offset
      self.range = range
    }
  }

  /// The text that the JSON text was translated from.
  public let source: [UInt8]
  /// The entries in the order of their offsets.
  private let entries: [Entry]

  package init(_ source: [UInt8], _ entries: [Entry]) {
    self.source = source
    self.entries = entries
  }

  /// The range of the source that corresponds to a range of the JSON text.
  public func range(of range: Range<Int>) -> Range<Int> {
    // The first entry after the start of the range.
    var low = 0
    var high = entries.count
    while low < high {
      let middle = low + (high - low) / 2
      if entries[middle].offset <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0..<0 }
    let found = entries[low - 1].range
    return range.isEmpty ? found.lowerBound..<found.lowerBound : found
  }
}
