package import JSONText

/// Values and places inside others. A path is the tokens of a JSON Pointer: names of members and indices of elements.
extension JSONValue {
  package static func members(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { Member(name: $0.0, value: $0.1) })
  }

  /// The values inside a container.
  package var children: [JSONValue] { arrayValue ?? objectValue?.map(\.value) ?? [] }

  /// The number of containers that are inside one another.
  package var depth: Int {
    switch self {
    case .object, .array: 1 + (children.map(\.depth).max() ?? 0)
    default: 0
    }
  }

  /// The value at a path; nil if there is none.
  package func value(at path: some Collection<String>) -> JSONValue? {
    path.reduce(Optional(self)) { value, token in
      if case .array(let elements)? = value {
        return Int(token).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      }
      return value?[token]
    }
  }

  /// The value with another one at a path, last in its container if it is new there; nil removes it. Where a
  /// container on the way is missing, nothing changes.
  package func setting(_ value: JSONValue?, at path: some BidirectionalCollection<String>)
    -> JSONValue
  {
    guard let token = path.last else { return value ?? .null }
    return changing(at: path.dropLast()) { container in
      switch container {
      case .object(var members):
        let index = members.firstIndex { $0.name.utf8.elementsEqual(token.utf8) }
        let new = value.map { [Member(name: token, value: $0)] } ?? []
        let end = members.endIndex
        members.replaceSubrange(index.map { $0..<($0 + 1) } ?? end..<end, with: new)
        container = .object(members)
      case .array(var elements):
        guard let index = Int(token), index >= 0 else { return }
        let place = min(index, elements.endIndex)
        let end = min(place + 1, elements.endIndex)
        elements.replaceSubrange(place..<end, with: value.map { [$0] } ?? [])
        container = .array(elements)
      default: break
      }
    }
  }

  /// Returns the value with a change at a path, if there is a value at the path.
  package func changing(
    at path: some Collection<String>, _ change: (inout JSONValue) -> Void
  ) -> JSONValue {
    var value = self
    guard let token = path.first else {
      change(&value)
      return value
    }
    switch self {
    case .object(var members):
      guard let index = members.firstIndex(where: { $0.name.utf8.elementsEqual(token.utf8) }) else {
        return self
      }
      members[index] = Member(
        name: token, value: members[index].value.changing(at: Array(path.dropFirst()), change))
      return .object(members)
    case .array(var elements):
      guard let index = Int(token), elements.indices.contains(index) else { return self }
      elements[index] = elements[index].changing(at: Array(path.dropFirst()), change)
      return .array(elements)
    default: return self
    }
  }

  /// The object at a path with one more member, even if it has one of that name.
  package func adding(
    _ name: String, _ value: JSONValue, to path: some Collection<String>, atStart: Bool = false
  ) -> JSONValue {
    changing(at: path) { object in
      guard case .object(var members) = object else { return }
      members.insert(Member(name: name, value: value), at: atStart ? 0 : members.count)
      object = .object(members)
    }
  }
}
