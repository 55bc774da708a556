import ECMARegex

extension Pattern {
  /// A pattern as schemas have them, in the grammar of Annex B too; nil if it is none.
  static func read(_ source: String) -> Pattern? {
    (try? Pattern(source)) ?? (try? Pattern(source, grammar: .annexB))
  }
}

extension PatternComparison {
  /// Compares two patterns as schemas have them.
  init(source one: String, _ other: String) {
    guard let one = Pattern.read(one), let other = Pattern.read(other) else {
      self = .unknown
      return
    }
    self.init(one, other)
  }
}
