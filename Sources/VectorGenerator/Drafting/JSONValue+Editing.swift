import JSONText
import Vectors

/// How a value is reached from the one around it.
enum Step: Hashable {
  case member(String)
  case element(Int)
}

extension JSONValue {
  static func members(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { Member(name: $0.0, value: $0.1) })
  }

  /// The compact text, characters beyond ASCII as themselves.
  var text: String {
    var writer = JSONWriter()
    writer.value(self)
    return writer.text
  }

  /// The values inside a container.
  var children: [JSONValue] {
    switch self {
    case .object(let members): members.map(\.value)
    case .array(let elements): elements
    default: []
    }
  }

  /// The value at a path; nil if there is none.
  subscript(path: ArraySlice<Step>) -> JSONValue? {
    switch (path.first, self) {
    case (nil, _): self
    case (.member(let name), .object): self[name].flatMap { $0[path.dropFirst()] }
    case (.element(let index), .array(let elements)):
      elements.indices.contains(index) ? elements[index][path.dropFirst()] : nil
    default: nil
    }
  }

  /// The value with another one at a path, added last if there is none; nil removes it.
  func setting(_ path: ArraySlice<Step>, _ value: JSONValue?) -> JSONValue {
    guard let step = path.last else { return value ?? .null }
    return changing(path.dropLast()) { container in
      switch (step, container) {
      case (.member(let name), .object(var members)):
        let index = members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
        if let value {
          let member = Member(name: name, value: value)
          if let index { members[index] = member } else { members.append(member) }
        } else if let index {
          members.remove(at: index)
        }
        container = .object(members)
      case (.element(let index), .array(var elements)):
        if let value {
          if elements.indices.contains(index) {
            elements[index] = value
          } else {
            elements.append(value)
          }
        } else if elements.indices.contains(index) {
          elements.remove(at: index)
        }
        container = .array(elements)
      default: break
      }
    }
  }

  /// The value with a change of the one at a path.
  func changing(_ path: ArraySlice<Step>, _ change: (inout JSONValue) -> Void) -> JSONValue {
    var value = self
    switch (path.first, value) {
    case (nil, _): change(&value)
    case (.member(let name), .object(var members)):
      if let index = members.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        members[index] = Member(
          name: name, value: members[index].value.changing(path.dropFirst(), change))
        value = .object(members)
      }
    case (.element(let index), .array(var elements)) where elements.indices.contains(index):
      elements[index] = elements[index].changing(path.dropFirst(), change)
      value = .array(elements)
    default: break
    }
    return value
  }

  /// The object at a path with one more member, even if there is one of its name.
  func adding(
    _ name: String, _ value: JSONValue, to path: ArraySlice<Step>, atStart: Bool = false
  ) -> JSONValue {
    changing(path) { object in
      guard case .object(var members) = object else { return }
      members.insert(Member(name: name, value: value), at: atStart ? 0 : members.count)
      object = .object(members)
    }
  }

  // MARK: What a reader decides

  /// The value without the members of duplicate names that do not count.
  func resolvingDuplicates(lastWins: Bool) -> JSONValue {
    switch self {
    case .array(let elements):
      return .array(elements.map { $0.resolvingDuplicates(lastWins: lastWins) })
    case .object(let members):
      var kept: [Member] = []
      for member in members {
        let resolved = Member(
          name: member.name, value: member.value.resolvingDuplicates(lastWins: lastWins))
        if let index = kept.firstIndex(where: { $0.name.utf8.elementsEqual(member.name.utf8) }) {
          if lastWins { kept[index] = resolved }
        } else {
          kept.append(resolved)
        }
      }
      return .object(kept)
    default: return self
    }
  }

  var hasDuplicates: Bool {
    if case .object(let members) = self,
      Set(members.map { Array($0.name.utf8) }).count < members.count
    {
      return true
    }
    return children.contains(where: \.hasDuplicates)
  }

  /// How many containers are nested.
  var depth: Int {
    switch self {
    case .object, .array: 1 + (children.map(\.depth).max() ?? 0)
    default: 0
    }
  }

  /// Whether there is a number that no double can hold.
  var hasHugeNumber: Bool {
    if case .number(let text) = self { return Double(text)?.isInfinite ?? false }
    return children.contains(where: \.hasHugeNumber)
  }
}

extension [Step] {
  /// The JSON Pointer.
  var pointer: String {
    reduce(JSONPointer.root) { pointer, step in
      switch step {
      case .member(let name): pointer.appending(name)
      case .element(let index): pointer.appending(String(index))
      }
    }.description
  }
}
