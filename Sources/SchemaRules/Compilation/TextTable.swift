import JSONText

/// The place of the texts of an enumeration: side by side, with a hash table if there are many.
struct TextTable: BitwiseCopyable {
  /// Up to this number of texts, comparing them one by one is faster than hashing.
  private static let largestSearchedCount = 6

  /// A range of `texts`.
  var first: Int32
  var count: Int32
  /// The slots of the texts; empty if there are few.
  var places = KeyTable()
  var isHashed = false
  /// The canonical token of the first text, an index into `spellings`, and the predictions of these tokens.
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

  /// The index of a table with the texts that all given tables contain.
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
