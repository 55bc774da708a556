/// Suggestions for unknown names.
package enum Suggestion {
  /// The name that is closest to another one, ignoring case. Returns nil if no name is close.
  package static func closest(to name: [UInt8], among names: some Sequence<[UInt8]>) -> String? {
    guard name.count <= 64 else { return nil }
    let name = name.map(lowercased)
    let allowed = name.count < 5 ? 1 : 2
    var best: (name: [UInt8], distance: Int)?
    for other in names where abs(other.count - name.count) <= allowed {
      let distance = distance(name, other.map(lowercased))
      if distance <= min(allowed, (best?.distance ?? .max) - 1) { best = (other, distance) }
    }
    return best.map { String(decoding: $0.name, as: UTF8.self) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }

  /// The number of letters to add, remove, replace or swap with a neighbor.
  package static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
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
