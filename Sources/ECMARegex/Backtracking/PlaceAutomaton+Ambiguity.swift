extension PlaceAutomaton {
  /// Whether some text leads from a place back to it on two paths; false if `budget` runs out first.
  ///
  /// The places belong to one loop, so each can be reached from each. It is enough to follow two paths at once from a
  /// common place, over characters that both accept, until they meet again.
  func isAmbiguous(budget: inout Int) -> Bool {
    guard !isTooLarge else { return false }
    if next.contains(where: { $0.values.contains { $0 > 1 } }) { return true }
    var seen: Set<Pair> = []
    var waiting: [Pair] = classes.indices.map { Pair($0, $0) }
    while let pair = waiting.popLast() {
      for left in next[pair.left].keys {
        for right in next[pair.right].keys {
          budget -= 1
          guard budget > 0 else { return false }
          if left == right {
            if pair.left != pair.right { return true }
            continue
          }
          guard classes[left].intersects(classes[right]) else { continue }
          let reached = Pair(min(left, right), max(left, right))
          if seen.insert(reached).inserted { waiting.append(reached) }
        }
      }
    }
    return false
  }

  /// The places of two paths at the same time.
  private struct Pair: Hashable {
    let left: Int
    let right: Int

    init(_ left: Int, _ right: Int) {
      self.left = left
      self.right = right
    }
  }
}
