/// The style in which a client writes its documents, the same at every depth.
struct DocumentLayout {
  /// A member's name and its value, both as JSON text.
  typealias Member = (name: String, value: String)

  let isSpaced: Bool
  let isShuffled: Bool

  init(_ random: inout SeededRandom) {
    isSpaced = random.chance(40)
    isShuffled = random.chance(30)
  }

  func object(_ members: [Member], _ random: inout SeededRandom) -> String {
    var members = members
    if isShuffled { members.shuffle(using: &random) }
    let colon = isSpaced ? ": " : ":"
    return "{" + list(members.map { "\"\($0.name)\"\(colon)\($0.value)" }) + "}"
  }

  func array(_ values: [String]) -> String { "[" + list(values) + "]" }

  private func list(_ parts: [String]) -> String {
    parts.joined(separator: isSpaced ? ", " : ",")
  }
}
