/// Where the texts of an enumeration are: side by side, with a hash table where there are many.
struct TextTable: BitwiseCopyable {
  /// Up to this many texts, comparing them one by one is faster than hashing.
  private static let largestSearchedCount = 6

  /// A range of `texts`.
  var first: Int32
  var count: Int32
  /// The places of the texts, none where there are few.
  var places = KeyTable()
  var isHashed = false

  init(for texts: [CompiledText], in parts: inout SchemaCompiler.Parts) {
    first = Int32(parts.texts.count)
    count = Int32(texts.count)
    parts.texts += texts
    guard texts.count > Self.largestSearchedCount else { return }
    isHashed = true
    places = KeyTable(
      for: texts, from: Int(first), in: parts.text, after: &parts.keyPlaces)
  }
}
