/// A list of numbered ids in few words.
enum IdentifierRanges {
  /// The ids with consecutive ones drawn together, such as `v0001–v0003, v0007`.
  ///
  /// Ids that do not end in digits stand for themselves.
  static func text(_ ids: [String]) -> String {
    var runs: [(first: String, last: String)] = []
    for id in ids.sorted() {
      if let last = runs.last?.last, follows(id, last) {
        runs[runs.count - 1].last = id
      } else if runs.last?.last != id {
        runs.append((id, id))
      }
    }
    return runs.map { $0.first == $0.last ? $0.first : "\($0.first)–\($0.last)" }
      .joined(separator: ", ")
  }

  private static func follows(_ id: String, _ previous: String) -> Bool {
    let parts = (split(id), split(previous))
    guard let number = Int(parts.0.digits), let before = Int(parts.1.digits) else { return false }
    return parts.0.name == parts.1.name && before < .max && number == before + 1
  }

  private static func split(_ id: String) -> (name: Substring, digits: Substring) {
    let digits = id.reversed().prefix { "0"..."9" ~= $0 }.count
    return (id.dropLast(digits), id.suffix(digits))
  }
}
