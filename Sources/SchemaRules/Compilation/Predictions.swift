import JSONText

/// Predicts from the next bytes which token, the name of a property or an enumerated text, comes next.
///
/// A prediction counts only if the complete token follows, so any table gives the same results. This one predicts as
/// many tokens correctly as possible.
struct Predictions: BitwiseCopyable {
  /// The index of the first prediction in the tables of the schema.
  var start = 0
  /// The bytes after the opening quote that count, as a mask. Every token has them, including the closing quote and a
  /// colon.
  var mask: UInt64 = 0
  /// The same mask for the bytes from the ninth on, the quote included.
  var secondMask: UInt64 = 0
  /// Spreads the tokens' first bytes over the table.
  var factor: UInt64 = 0
  /// The number of low bits of the product to drop.
  var shift: UInt64 = 63
  /// False if most predictions would be wrong, or if no token can be predicted.
  var isUseful = false

  init() {}

  /// Adds predictions of tokens to the table, in a part that is at most a quarter full. Of several factors, uses the
  /// one with the fewest collisions. The predictions are indices that start at `base`.
  init(of tokens: [CanonicalToken], from base: Int, after predictions: inout [Prediction]) {
    let guessable = zip(base..., tokens).filter { $0.1.count > 0 }
    guard let first = guessable.first, let shortest = guessable.map(\.1.count).min() else { return }
    var bits = 2
    while 1 << bits < guessable.count * 4 { bits += 1 }
    start = predictions.count
    // The opening quote comes before the bytes that count.
    mask = .max >> UInt64(64 - 8 * min(shortest - 1, 8))
    secondMask = shortest > 8 ? .max >> UInt64(64 - 8 * min(shortest - 8, 8)) : 0
    shift = UInt64(64 - bits)

    var best: [Int: Prediction] = [:]
    var bestFactor: UInt64 = 0
    factor = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<16 where best.count < guessable.count {
      factor = factor &* 0xD6E8_FEB8_6659_FD93
      var placed: [Int: Prediction] = [:]
      for (index, token) in guessable {
        placed[place(of: token.words) - start] = Prediction(index, token)
      }
      if placed.count > best.count { (best, bestFactor) = (placed, factor) }
    }
    factor = bestFactor
    // Tokens with the same first bytes share a slot, whatever the factor.
    isUseful = best.count * 2 > guessable.count
    // For any other token, it does not matter what is predicted.
    let any = Prediction(first.0, first.1)
    predictions += (0..<(1 << bits)).map { best[$0] ?? any }
  }

  /// The index of the prediction for a token in the tables of the schema.
  @inline(__always)
  func place(of ahead: WordsAhead) -> Int {
    let word = (ahead.wordAfterQuote & mask) ^ (ahead.secondWord & secondMask) &* Self.spread
    return start &+ Int(truncatingIfNeeded: (word &* factor) >> shift)
  }

  /// A factor that keeps the bytes of the second word from cancelling those of the first.
  private static var spread: UInt64 { 0x9E37_79B9_7F4A_7C15 }
}

/// The token that probably comes next.
struct Prediction: BitwiseCopyable {
  /// The index of the property or the spelling.
  var index: Int32
  /// The token's length, available without loading the token.
  var byteCount: Int32

  init(_ index: Int, _ token: CanonicalToken) {
    self.index = Int32(index)
    byteCount = Int32(token.count)
  }
}
