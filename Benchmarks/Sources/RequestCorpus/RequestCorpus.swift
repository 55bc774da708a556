/// Requests to add a backup destination as clients might send them; the same seed gives the same requests.
///
/// Four in ten are spaced, three in ten have their members in another order, a few spell characters as escapes or
/// contain characters beyond ASCII, one in ten has an undeclared member, and one in five violates a rule. All of them
/// are strict JSON without duplicate names, so less strict validators have the same verdicts.
public struct RequestCorpus: Sendable {
  /// All documents, each followed by a line feed.
  public private(set) var bytes: [UInt8] = []
  /// The offset of each document, followed by that of the end of the last line.
  public private(set) var offsets: [Int] = [0]

  /// Generates documents.
  public init(count: Int, seed: UInt64 = 1, percentInvalid: Int = 20) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<count {
      append(GeneratedRequest(percentInvalid: percentInvalid, &random).text)
    }
  }

  /// Reads documents, one per line.
  public init(lines: [UInt8]) {
    bytes = lines
    offsets += lines.indices.filter { lines[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The number of documents.
  public var count: Int { offsets.count - 1 }

  /// The byte offsets of a document, without its line feed.
  public func range(of index: Int) -> Range<Int> {
    offsets[index]..<(offsets[index + 1] - 1)
  }

  private mutating func append(_ document: String) {
    bytes += document.utf8
    bytes.append(0x0A)
    offsets.append(bytes.count)
  }
}
