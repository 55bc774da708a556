import Vectors

/// How many vectors of each class the kills need.
extension CertificateRun {
  /// The vectors of a class, and how many of them a smallest set has that kills what all of them kill.
  struct ClassCount: Hashable {
    let name: String
    var vectors = 0
    var needed = 0
  }

  /// The classes in the order of their folders.
  var classes: [ClassCount] {
    let needed = cover
    var classes: [ClassCount] = []
    var index: Int32 = 0
    for file in corpus.files {
      if classes.last?.name != file.className { classes.append(ClassCount(name: file.className)) }
      for _ in file.vectors {
        classes[classes.count - 1].vectors += 1
        if needed.contains(index) { classes[classes.count - 1].needed += 1 }
        index += 1
      }
    }
    return classes
  }

  /// Vectors that kill every mutant which some vector kills, by two vectors where two kill it.
  ///
  /// A greedy cover: each is the one that the most mutants still need.
  private var cover: Set<Int32> {
    var missing = entries.map { min(2, $0.killers.count) }
    var kills: [Int32: [Int]] = [:]
    for (mutant, entry) in entries.enumerated() {
      for killer in entry.killers { kills[killer, default: []].append(mutant) }
    }
    var gains = kills.mapValues(\.count)
    var cover: Set<Int32> = []
    while let best = gains.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }), best.value > 0 {
      cover.insert(best.key)
      gains[best.key] = nil
      for mutant in kills[best.key] ?? [] where missing[mutant] > 0 {
        missing[mutant] -= 1
        guard missing[mutant] == 0 else { continue }
        for killer in entries[mutant].killers { gains[killer]? -= 1 }
      }
    }
    return cover
  }
}
