import JSONText

/// A document's value and all values inside it, each with an index. A container comes before its children, which are
/// consecutive.
struct Instance {
  /// The step from a container to a value inside it.
  enum Step: Hashable {
    case root
    case member(String)
    case element(Int)
    /// The value is the name of a member, for `propertyNames`.
    case name
  }

  struct Entry {
    let value: JSONValue
    /// The index of the container; the root contains itself.
    let parent: Int
    let step: Step
    var children = 0..<0
    /// Whether an applied schema marks the value as secret.
    var isSecret = false
    /// Whether a schema names the member, so its name reveals nothing about the document.
    var isDeclared = false
  }

  private struct MemberKey: Hashable {
    let object: Int
    let name: [UInt8]
  }

  private(set) var entries: [Entry]
  private var members: [MemberKey: Int] = [:]

  init(_ value: JSONValue) {
    entries = [Entry(value: value, parent: 0, step: .root)]
    // The list grows while it is read, so no recursion is needed.
    var index = 0
    while index < entries.count {
      let first = entries.count
      switch entries[index].value {
      case .object(let members):
        for member in members {
          let key = MemberKey(object: index, name: Array(member.name.utf8))
          self.members[key] = entries.count
          entries.append(Entry(value: member.value, parent: index, step: .member(member.name)))
        }
      case .array(let elements):
        for (ordinal, element) in elements.enumerated() {
          entries.append(Entry(value: element, parent: index, step: .element(ordinal)))
        }
      case .string, .number, .boolean, .null: break
      }
      entries[index].children = first..<entries.count
      index += 1
    }
  }

  func value(at index: Int) -> JSONValue { entries[index].value }

  /// The indices of the members' values, or of the elements.
  func children(of index: Int) -> Range<Int> { entries[index].children }

  /// The index of a member's value; nil if the object does not have the member.
  func member(_ name: String, of object: Int) -> Int? {
    members[MemberKey(object: object, name: Array(name.utf8))]
  }

  /// The names and values of an object's members in document order; empty for any other value.
  func members(of object: Int) -> [(name: String, value: Int)] {
    entries[object].children.compactMap { child in
      if case .member(let name) = entries[child].step { (name, child) } else { nil }
    }
  }

  /// Adds the name of a member as a separate value and returns its index.
  mutating func add(name: String, of object: Int) -> Int {
    entries.append(Entry(value: .string(name), parent: object, step: .name))
    return entries.count - 1
  }

  mutating func noteSecret(_ index: Int) { entries[index].isSecret = true }
  mutating func noteDeclared(_ index: Int) { entries[index].isDeclared = true }
}

/// The locations of an instance's values that can be shown, depending on which values are secret.
struct InstanceLocations {
  private let entries: [Instance.Entry]
  /// Whether a value or one that contains it is secret.
  private var isSecret: [Bool] = []
  /// The value whose location is shown: the value itself, or the secret object that contains an undeclared name.
  private var shown: [Int] = []
  private var pointers: [JSONPointer?]

  init(_ instance: Instance) {
    entries = instance.entries
    pointers = Array(repeating: nil, count: entries.count)
    for (index, entry) in entries.enumerated() {
      guard index > 0 else {
        isSecret.append(entry.isSecret)
        shown.append(0)
        continue
      }
      // A container comes before its children.
      isSecret.append(entry.isSecret || isSecret[entry.parent])
      let isOutside = shown[entry.parent] == entry.parent
      switch entry.step {
      case .name: shown.append(shown[entry.parent])
      case .member where isSecret[entry.parent] && !entry.isDeclared:
        shown.append(shown[entry.parent])
      case .member, .element, .root: shown.append(isOutside ? index : shown[entry.parent])
      }
    }
  }

  /// The place to show for a value.
  mutating func pointer(to index: Int) -> JSONPointer {
    var way: [Int] = []
    var next = shown[index]
    while next > 0, pointers[next] == nil {
      way.append(next)
      next = entries[next].parent
    }
    var pointer = pointers[next] ?? .root
    for index in way.reversed() {
      switch entries[index].step {
      case .member(let name): pointer = pointer.appending(name)
      case .element(let ordinal): pointer = pointer.appending(String(ordinal))
      case .name, .root: break
      }
      pointers[index] = pointer
    }
    return pointer
  }

  /// Whether the names of an object's members may be secret.
  func withholdsMembers(of index: Int) -> Bool { isSecret[index] }

  /// Whether the location of an enclosing object is shown instead of that of the value.
  func withholdsPlace(of index: Int) -> Bool { shown[index] != index && !isName(index) }

  /// Whether a value is the name of a member.
  func isName(_ index: Int) -> Bool { entries[index].step == .name }
}
