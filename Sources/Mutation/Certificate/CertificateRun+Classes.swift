import Vectors

/// How many vectors the kills need.
extension CertificateRun {
  /// The vectors of a class, and how many of them are needed.
  struct ClassCount: Hashable {
    let name: String
    var vectors = 0
    var needed = 0
  }

  /// The classes in the order of their folders.
  var classes: [ClassCount] {
    let needed = Set(needed)
    return corpus.files.reduce(into: []) { classes, file in
      if classes.last?.name != file.className { classes.append(ClassCount(name: file.className)) }
      classes[classes.count - 1].vectors += file.vectors.count
      classes[classes.count - 1].needed += file.vectors.count { needed.contains($0.id) }
    }
  }

  /// The ids of a small set of vectors that kills every mutant that the corpus kills, with two vectors where the corpus has two.
  ///
  /// A greedy cover: each is the vector that the most mutants still need; vectors of found documents are taken only where
  /// no others suffice.
  public var needed: [String] {
    var missing = entries.map { min(2, $0.killers.count) }
    var kills: [Int32: [Int]] = [:]
    for (mutant, entry) in entries.enumerated() {
      for killer in entry.killers { kills[killer, default: []].append(mutant) }
    }
    let found = Set(corpus.files.filter(\.isFound).flatMap { $0.vectors.map(\.id) })
    var cover: Set<Int32> = []
    for mayBeFound in [false, true] {
      var gains = kills.filter {
        found.contains(vectors[Int($0.key)].id) == mayBeFound && !cover.contains($0.key)
      }.mapValues { $0.count { missing[$0] > 0 } }
      while let best = gains.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value > 0 {
        cover.insert(best.key)
        gains[best.key] = nil
        for mutant in kills[best.key] ?? [] where missing[mutant] > 0 {
          missing[mutant] -= 1
          guard missing[mutant] == 0 else { continue }
          for killer in entries[mutant].killers { gains[killer]? -= 1 }
        }
      }
    }
    return cover.sorted().map { vectors[Int($0)].id }
  }
}
