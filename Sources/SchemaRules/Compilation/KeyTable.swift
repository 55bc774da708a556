import JSONText

/// The positions of texts in a hash table with linear probing.
///
/// Texts of documents are looked up, never added. The first and last bytes distinguish most texts. If they do not,
/// which the author of a schema may intend, all bytes are hashed under random keys.
struct KeyTable: BitwiseCopyable {
  /// The maximum number of probes for a text before all bytes are hashed.
  private static let longestProbe = 8

  /// The index of the first slot in the tables of the schema.
  var start = 0
  /// The number of slots minus one. The number is a power of two, and one slot stays free.
  var mask = 0
  /// The number of low bits of the hash to drop.
  var shift: UInt64 = 63
  /// Whether all bytes are hashed.
  var hashesAllBytes = false

  init() {}

  /// Appends a table, at most half full, with the texts whose indices start at `base`.
  init(
    for texts: [CompiledText], from base: Int, in bytes: [UInt8], after places: inout [Int32]
  ) {
    var bits = 1
    while 1 << bits < texts.count * 2 { bits += 1 }
    start = places.count
    mask = 1 << bits - 1
    shift = UInt64(64 - bits)
    var table = placed(texts, base, bytes)
    if table.longestProbe > Self.longestProbe {
      hashesAllBytes = true
      table = placed(texts, base, bytes)
    }
    places += table.places
  }

  private func placed(
    _ texts: [CompiledText], _ base: Int, _ bytes: [UInt8]
  ) -> (places: [Int32], longestProbe: Int) {
    var places = [Int32](repeating: -1, count: mask + 1)
    var longestProbe = 0
    for (index, text) in texts.enumerated() {
      let hash = unsafe bytes.withUnsafeBytes {
        unsafe self.hash(
          text.words,
          UnsafeRawBufferPointer(rebasing: $0[text.start..<(text.start + text.words.count)]))
      }
      var place = Int(hash >> shift)
      var probe = 0
      while places[place] >= 0 {
        place = (place + 1) & mask
        probe += 1
      }
      longestProbe = max(longestProbe, probe)
      places[place] = Int32(base + index)
    }
    return (places, longestProbe)
  }

  /// The hash of a text, given its words and its bytes.
  @inline(__always)
  func hash(_ words: WordPair, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
    unsafe hashesAllBytes ? KeyedHash.process.quickHash(bytes) : words.hash
  }
}
