package import JSONSchema

extension Suggestion {
  /// The candidate that has the name as one of its parts between dots, or else the one with the
  /// fewest edits between them.
  ///
  /// Returns nil if none is close.
  package static func closest(to name: String, among candidates: [String]) -> String? {
    let name = name.lowercased()
    guard name.utf8.count <= 200 else { return nil }
    let parts = candidates.filter { $0.split(separator: ".").contains(Substring(name)) }
    if parts.count == 1 { return parts.first }
    let distances = candidates.map {
      (candidate: $0, distance: distance(Array(name.utf8), Array($0.lowercased().utf8)))
    }
    guard let best = distances.min(by: { $0.distance < $1.distance }),
      best.distance <= max(2, name.utf8.count / 3)
    else { return nil }
    return best.candidate
  }
}
