import JSONText

/// What the reader of a document decides before any rule is asked.
extension PageModel {
  static func children(of value: JSONValue) -> [JSONValue] {
    switch value {
    case .object(let members): members.map(\.value)
    case .array(let elements): elements
    default: []
    }
  }

  static func depth(of value: JSONValue) -> Int {
    switch value {
    case .object, .array: 1 + (children(of: value).map(depth).max() ?? 0)
    default: 0
    }
  }

  static func hasHugeNumber(_ value: JSONValue) -> Bool {
    if case .number(let text) = value { return Double(text)?.isInfinite ?? false }
    return children(of: value).contains(where: hasHugeNumber)
  }

  static func hasDuplicates(_ value: JSONValue) -> Bool {
    if case .object(let members) = value {
      // As bytes, where Strings leave it open: canonically equivalent ones are different names.
      guard
        Set(members.map(\.name)).count == members.count
          || Set(members.map { Array($0.name.utf8) }).count == members.count
      else { return true }
    }
    return children(of: value).contains(where: hasDuplicates)
  }

  /// The value without those of equally named members that do not count.
  static func resolving(_ value: JSONValue, lastWins: Bool) -> JSONValue {
    switch value {
    case .array(let elements):
      return .array(elements.map { resolving($0, lastWins: lastWins) })
    case .object(let members):
      var kept: [JSONValue.Member] = []
      for member in members {
        let resolved = JSONValue.Member(
          name: member.name, value: resolving(member.value, lastWins: lastWins))
        if let index = kept.firstIndex(where: { $0.name.utf8.elementsEqual(member.name.utf8) }) {
          if lastWins { kept[index] = resolved }
        } else {
          kept.append(resolved)
        }
      }
      return .object(kept)
    default: return value
    }
  }
}
