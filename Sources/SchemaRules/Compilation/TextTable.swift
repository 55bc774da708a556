import JSONText

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
  /// The first of the texts as documents usually spell them, an index into `spellings`; and which of them a
  /// string probably is.
  var firstSpelling: Int32
  var predictions = Predictions()

  init(for texts: [CompiledText], in parts: inout SchemaCompiler.Parts) {
    first = Int32(parts.texts.count)
    count = Int32(texts.count)
    parts.texts += texts
    firstSpelling = Int32(parts.spellings.count)
    let spellings = texts.map { text in
      let bytes = parts.text[text.start..<(text.start + text.words.count)]
      return CanonicalToken(ofString: String(decoding: bytes, as: UTF8.self)) ?? .unmatchable
    }
    if texts.count > 1 {
      predictions = Predictions(
        of: spellings, from: parts.spellings.count, after: &parts.predictions)
    }
    parts.spellings += spellings
    guard texts.count > Self.largestSearchedCount else { return }
    isHashed = true
    places = KeyTable(
      for: texts, from: Int(first), in: parts.text, after: &parts.keyPlaces)
  }

  /// The index of a table with the texts that are in all of some tables.
  static func common(to tables: [Int32], in parts: inout SchemaCompiler.Parts) -> Int32 {
    if tables.count == 1 { return tables[0] }
    if let known = parts.commonTexts[tables] { return known }
    func texts(_ index: Int32) -> ArraySlice<CompiledText> {
      let table = parts.textTables[Int(index)]
      return parts.texts[Int(table.first)..<Int(table.first + table.count)]
    }
    func bytes(_ text: CompiledText) -> ArraySlice<UInt8> {
      parts.text[text.start..<(text.start + text.words.count)]
    }
    let others = tables.dropFirst().map { Set(texts($0).map(bytes)) }
    let common = texts(tables[0]).filter { text in others.allSatisfy { $0.contains(bytes(text)) } }
    let index = Int32(parts.textTables.count)
    parts.textTables.append(TextTable(for: Array(common), in: &parts))
    parts.commonTexts[tables] = index
    return index
  }
}
