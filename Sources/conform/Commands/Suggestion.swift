/// What someone may have meant by a name that does not exist.
enum Suggestion {
  /// The candidate that has the name as one of its parts between dots, or else the one with the
  /// fewest edits between them.
  ///
  /// Returns nil if none is close.
  static func closest(to name: String, among candidates: [String]) -> String? {
    let name = name.lowercased()
    guard name.utf8.count <= 200 else { return nil }
    let parts = candidates.filter { $0.split(separator: ".").contains(Substring(name)) }
    if parts.count == 1 { return parts.first }
    let distances = candidates.map { (candidate: $0, distance: distance(name, $0)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }),
      best.distance <= max(2, name.utf8.count / 3)
    else { return nil }
    return best.candidate
  }

  /// How many bytes to insert, delete or replace to turn one text into another (Levenshtein).
  static func distance(_ one: String, _ other: String) -> Int {
    let other = Array(other.utf8)
    var row = Array(0...other.count)
    for (index, byte) in one.utf8.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let replaced = diagonal + (byte == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[other.count]
  }
}
