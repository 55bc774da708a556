import JSONText

/// Where an object's predictions are: which property a name is, probably, by its first bytes alone.
///
/// A prediction counts only if the property's name stands there in full. So any table gives the same
/// results; this one is right for as many names as it can.
struct NamePredictions: BitwiseCopyable {
  /// The index of the first prediction in the tables of the schema.
  var start = 0
  /// Covers the bytes behind the opening quote that count: they are in every name, the closing quote and
  /// the colon included.
  var mask: UInt64 = 0
  /// The same for the bytes from the ninth on, the quote counted.
  var secondMask: UInt64 = 0
  /// Spreads the names' first bytes over the table.
  var factor: UInt64 = 0
  /// The number of low bits of the product to drop.
  var shift: UInt64 = 63
  /// False for an object in which predictions would mostly be wrong, or without properties that could be
  /// guessed at.
  var isUseful = false

  init() {}

  /// Places predictions at the names of an object's properties in a table at most a quarter full, behind what
  /// is there: by the factor, among some, that sends the fewest of them to the same place.
  init(for properties: ArraySlice<CompiledProperty>, after predictions: inout [NamePrediction]) {
    let guessable = zip(properties.indices, properties).filter { $0.1.spelling.count > 0 }
    guard let first = guessable.first,
      let shortest = guessable.map(\.1.spelling.count).min()
    else { return }
    var bits = 2
    while 1 << bits < guessable.count * 4 { bits += 1 }
    start = predictions.count
    // The opening quote is in front of the bytes that count.
    mask = .max >> UInt64(64 - 8 * min(shortest - 1, 8))
    secondMask = shortest > 8 ? .max >> UInt64(64 - 8 * min(shortest - 8, 8)) : 0
    shift = UInt64(64 - bits)

    var best: [Int: NamePrediction] = [:]
    var bestFactor: UInt64 = 0
    factor = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<16 where best.count < guessable.count {
      factor = factor &* 0xD6E8_FEB8_6659_FD93
      var placed: [Int: NamePrediction] = [:]
      for (index, property) in guessable {
        placed[place(of: property.spelling.words) - start] = NamePrediction(index, property)
      }
      if placed.count > best.count { (best, bestFactor) = (placed, factor) }
    }
    factor = bestFactor
    // Names with the same first bytes are at the same place, whatever the factor.
    isUseful = best.count * 2 > guessable.count
    // Any prediction will do for a name that is none of these.
    let any = NamePrediction(first.0, first.1)
    predictions += (0..<(1 << bits)).map { best[$0] ?? any }
  }

  /// The index of the prediction for a name in the tables of the schema.
  @inline(__always)
  func place(of ahead: WordsAhead) -> Int {
    let word = (ahead.wordBehindQuote & mask) ^ (ahead.secondWord & secondMask) &* Self.spread
    return start &+ Int(truncatingIfNeeded: (word &* factor) >> shift)
  }

  /// Keeps the bytes of the second word from undoing those of the first.
  private static var spread: UInt64 { 0x9E37_79B9_7F4A_7C15 }
}

/// The property that a name is, probably.
struct NamePrediction: BitwiseCopyable {
  /// An index into `properties`.
  var property: Int32
  /// The length of the name's canonical token, so that the walk need not wait for the property.
  var byteCount: Int32

  init(_ index: Int, _ property: CompiledProperty) {
    self.property = Int32(index)
    byteCount = Int32(property.spelling.count)
  }
}
