import ECMARegex

extension Pattern {
  /// Reads a pattern of a schema, with the grammar of Annex B if necessary; returns nil if it cannot be read.
  static func read(_ source: String) -> Pattern? {
    (try? Pattern(source)) ?? (try? Pattern(source, grammar: .annexB))
  }
}

extension PatternComparison {
  /// Compares two patterns of schemas; unknown if one cannot be read.
  init(source one: String, _ other: String) {
    guard let one = Pattern.read(one), let other = Pattern.read(other) else {
      self = .unknown
      return
    }
    self.init(one, other)
  }
}
