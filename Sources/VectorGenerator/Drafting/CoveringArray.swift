/// Rows of states that together contain every combination of the states of any `strength` factors.
///
/// The algorithm is greedy: each row is the best of some random ones that contain a combination not yet covered. The seed is
/// fixed, so the rows are the same each time.
struct CoveringArray {
  /// The state of each factor, row by row.
  private(set) var rows: [[Int]] = []

  private let stateCounts: [Int]
  private let subsets: [[Int]]
  /// For each subset of factors, the combinations of their states that no row contains yet.
  private var uncovered: [[Bool]]
  private var random: SplitMix64

  init(stateCounts: [Int], strength: Int, seed: UInt64) {
    self.stateCounts = stateCounts
    subsets = Self.subsets(of: stateCounts.count, size: strength)
    uncovered = subsets.map { subset in
      [Bool](repeating: true, count: subset.reduce(1) { $0 * stateCounts[$1] })
    }
    random = SplitMix64(state: seed)
    // The first row is the one without faults.
    cover([Int](repeating: 0, count: stateCounts.count))
    while let (subset, index) = firstUncovered() {
      var best: [Int] = []
      var bestGain = -1
      for _ in 0..<12 {
        let row = candidate(fixing: subset, to: index)
        let gain = gain(of: row)
        if gain > bestGain { (best, bestGain) = (row, gain) }
      }
      cover(best)
    }
  }

  private static func subsets(of count: Int, size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return (0..<count).flatMap { last in
      subsets(of: last, size: size - 1).map { $0 + [last] }
    }
  }

  private func firstUncovered() -> (Int, Int)? {
    for subset in subsets.indices {
      if let index = uncovered[subset].firstIndex(of: true) { return (subset, index) }
    }
    return nil
  }

  private mutating func candidate(fixing subset: Int, to index: Int) -> [Int] {
    var row = stateCounts.map { Int(random.next() % UInt64($0)) }
    var rest = index
    for factor in subsets[subset].reversed() {
      row[factor] = rest % stateCounts[factor]
      rest /= stateCounts[factor]
    }
    return row
  }

  private func index(of row: [Int], in subset: [Int]) -> Int {
    subset.reduce(0) { $0 * stateCounts[$1] + row[$1] }
  }

  private func gain(of row: [Int]) -> Int {
    var gain = 0
    for subset in subsets.indices where uncovered[subset][index(of: row, in: subsets[subset])] {
      gain += 1
    }
    return gain
  }

  private mutating func cover(_ row: [Int]) {
    rows.append(row)
    for subset in subsets.indices {
      uncovered[subset][index(of: row, in: subsets[subset])] = false
    }
  }
}

/// A small generator of random numbers whose sequence never changes.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
