import JSONText
import Vectors

/// A member as a lenient reader has read it: strict JSON text of its name and its value.
struct LenientMember {
  var name: [UInt8]
  var value: [UInt8]

  var text: [UInt8] { name + [0x3A] + value }

  /// The name with its escapes resolved.
  private var key: [UInt8] {
    let text = (try? JSONValue(parsing: name))?.stringValue
    return text.map { Array($0.utf8) } ?? name
  }

  /// The members without those that a reader takes for repeated.
  static func resolving(_ members: [LenientMember], _ leniency: Leniency, depth: Int)
    -> [LenientMember]
  {
    let firstWins: Bool
    switch leniency {
    case .firstWins: firstWins = true
    case .lastWins: firstWins = false
    case .rawNamesMayRepeat:
      // Repeated names are found among the spellings; the last of several spellings counts.
      guard Set(members.map(\.name)).count == members.count else { return members }
      firstWins = false
    case .adjacentDuplicatesOnly:
      guard !zip(members, members.dropFirst()).contains(where: { $0.key == $1.key }) else {
        return members
      }
      firstWins = false
    case .duplicateUnknownNames:
      let known = Set(SchemaMutants.fields(of: .response).flatMap { $0 }.map { Array($0.utf8) })
      let repeated = members.map(\.key).filter { known.contains($0) }
      guard Set(repeated).count == repeated.count else { return members }
      firstWins = false
    case .nestedDuplicates:
      // The depth is that around the object, which has been closed.
      guard depth > 0 else { return members }
      firstWins = false
    default: return members
    }
    var kept: [(key: [UInt8], member: LenientMember)] = []
    for member in members {
      let key = member.key
      if let index = kept.firstIndex(where: { $0.key == key }) {
        if !firstWins { kept[index].member = member }
      } else {
        kept.append((key, member))
      }
    }
    return kept.map(\.member)
  }
}
