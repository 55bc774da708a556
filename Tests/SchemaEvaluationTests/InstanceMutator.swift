import JSONText

/// Changes instances at random, with values and names from a pool, because most invented changes would violate the
/// same few rules.
struct InstanceMutator {
  var random: SeededRandom
  /// The names to give members.
  private var names: [String] = ["", "foo", "a\u{301}", "\u{E1}"]
  /// The values for replacements.
  private var values: [JSONValue] = [
    .null, .boolean(true), .boolean(false), .string(""), .string("\u{1F600}"), .object([]),
    .array([]),
    .number("0"), .number("-0.0"), .number("1"), .number("1.0"), .number("10e-1"), .number("0.5"),
    .number("1e400"), .number("9007199254740993"), .array([.number("1"), .number("1.0")]),
  ]

  /// Creates a mutator with the names and values of a schema and its instances.
  init(seed: UInt64, pool: [JSONValue]) {
    random = SeededRandom(seed: seed)
    for value in pool { add(value) }
  }

  private mutating func add(_ value: JSONValue) {
    values.append(value)
    switch value {
    case .object(let members):
      for member in members {
        names.append(member.name)
        add(member.value)
      }
    case .array(let elements): for element in elements { add(element) }
    case .string(let text): names.append(text)
    default: break
    }
  }

  /// An instance with up to three changes.
  mutating func mutated(_ instance: JSONValue) -> JSONValue {
    var instance = instance
    for _ in 0...random.below(3) { instance = changed(instance) }
    return instance
  }

  private mutating func changed(_ value: JSONValue) -> JSONValue {
    if random.oneIn(4) { return random.pick(values) }
    switch value {
    case .object(var members):
      switch random.below(members.isEmpty ? 1 : 4) {
      case 0:
        let name = random.pick(names)
        // In strict JSON, names are unique.
        members.removeAll { $0.name.utf8.elementsEqual(name.utf8) }
        members.append(.init(name: name, value: random.pick(values)))
      case 1: members.remove(at: random.below(members.count))
      default:
        let index = random.below(members.count)
        members[index] = .init(name: members[index].name, value: changed(members[index].value))
      }
      return .object(members)
    case .array(var elements):
      switch random.below(elements.isEmpty ? 1 : 4) {
      case 0: elements.insert(random.pick(values), at: random.below(elements.count + 1))
      case 1: elements.remove(at: random.below(elements.count))
      case 2: elements.append(random.pick(elements))
      default:
        let index = random.below(elements.count)
        elements[index] = changed(elements[index])
      }
      return .array(elements)
    default:
      return random.pick(values)
    }
  }
}
