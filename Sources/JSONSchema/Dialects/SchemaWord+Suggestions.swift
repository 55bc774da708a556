import SchemaRules

extension SchemaWord {
  /// The drafts that know the word, in a sentence.
  var drafts: String {
    dialects.lowerBound == dialects.upperBound
      ? "draft \(dialects.lowerBound.rawValue)"
      : "drafts \(dialects.lowerBound.rawValue) to \(dialects.upperBound.rawValue)"
  }

  /// The word of a dialect that a name may be a misspelling of. Returns nil if none is close.
  static func closest(to name: [UInt8], in active: ActiveDialect) -> SchemaWord? {
    guard name.count <= 32 else { return nil }
    let name = name.map(lowercased)
    let allowed = name.count < 5 ? 1 : 2
    var best: (word: SchemaWord, distance: Int)?
    for word in all where active.knows(word) && abs(word.name.count - name.count) <= allowed {
      let distance = distance(name, word.name.map(lowercased))
      if distance <= min(allowed, (best?.distance ?? .max) - 1) { best = (word, distance) }
    }
    return best?.word
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }

  /// How many letters must be added, removed, replaced or swapped with their neighbours.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var current = [row + 1]
      for (column, otherLetter) in other.enumerated() {
        var cost = min(
          previous[column + 1] + 1, current[column] + 1,
          previous[column] + (letter == otherLetter ? 0 : 1))
        if row > 0, column > 0, letter == other[column - 1], otherLetter == one[row - 1] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[other.count]
  }
}
