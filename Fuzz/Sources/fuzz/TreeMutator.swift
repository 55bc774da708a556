import JSONText

/// Changes a document in one place of its tree: values are replaced, moved, repeated and omitted, and members get
/// other names.
struct TreeMutator {
  private var random: SeededRandom

  init(seed: UInt32) { random = SeededRandom(state: UInt64(seed) | 1) }

  /// The document with one change; nil if it is not JSON.
  mutating func mutated(_ bytes: [UInt8]) -> [UInt8]? {
    guard let tree = try? JSONValue(parsing: bytes, limits: JSONLimits(depth: 64)) else {
      return nil
    }
    var all: [JSONValue] = []
    collect(tree, &all)
    let target = Int.random(in: 0..<all.count, using: &random)
    var visited = 0
    return replaced(tree, &visited, target, all).text
  }

  private func collect(_ value: JSONValue, _ all: inout [JSONValue]) {
    all.append(value)
    value.objectValue?.forEach { collect($0.value, &all) }
    value.arrayValue?.forEach { collect($0, &all) }
  }

  /// Changes the value with the number `target` in the order of `collect`.
  private mutating func replaced(
    _ value: JSONValue, _ visited: inout Int, _ target: Int, _ all: [JSONValue]
  ) -> JSONValue {
    let here = visited
    visited += 1
    if here == target { return changed(value, all) }
    switch value {
    case .object(let members):
      var changed: [JSONValue.Member] = []
      for member in members {
        changed.append(
          .init(name: member.name, value: replaced(member.value, &visited, target, all)))
      }
      return .object(changed)
    case .array(let elements):
      var changed: [JSONValue] = []
      for element in elements {
        changed.append(replaced(element, &visited, target, all))
      }
      return .array(changed)
    default: return value
    }
  }

  private mutating func changed(_ value: JSONValue, _ all: [JSONValue]) -> JSONValue {
    switch (value, Int.random(in: 0..<8, using: &random)) {
    case (.object(var members), 0...5) where !members.isEmpty:
      let index = Int.random(in: 0..<members.count, using: &random)
      let member = members[index]
      switch Int.random(in: 0..<5, using: &random) {
      case 0: members.remove(at: index)
      case 1: members.append(.init(name: pickName(all), value: pick(all)))
      case 2: members[index] = .init(name: pickName(all), value: member.value)
      case 3: members.shuffle(using: &random)
      default: members[index] = .init(name: member.name, value: pick(all))
      }
      return .object(members)
    case (.array(var elements), 0...5) where !elements.isEmpty:
      let index = Int.random(in: 0..<elements.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: elements.remove(at: index)
      case 1: elements.append(elements[index])
      case 2: elements.shuffle(using: &random)
      default: elements[index] = pick(all)
      }
      return .array(elements)
    case (.string(let text), 0...3):
      var scalars = Array(text.unicodeScalars)
      scalars.insert(
        pick(Self.scalars), at: Int.random(in: 0...scalars.count, using: &random))
      if scalars.count > 1, Bool.random(using: &random) {
        scalars.remove(at: Int.random(in: 0..<scalars.count, using: &random))
      }
      return .string(String(String.UnicodeScalarView(scalars)))
    case (_, 6): return .array([value])
    case (_, 7): return .object([.init(name: pickName(all), value: value)])
    default: return Bool.random(using: &random) ? pick(all) : pick(Self.values)
    }
  }

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  /// A name from the document or, equally often, from the list.
  private mutating func pickName(_ all: [JSONValue]) -> String {
    if Bool.random(using: &random),
      let member = pick(all).objectValue?.randomElement(using: &random)
    {
      return member.name
    }
    return pick(Self.names)
  }

  private static let scalars: [Unicode.Scalar] = [
    "a", "Z", "0", "-", " ", "/", "\"", "\\", "\n", "é", "\u{301}", "\u{2028}", "\u{FEFF}", "😀",
    "\0",
    "\u{7F}", ".", "@", ":", "%", "~", "#", "$",
  ]

  private static let values: [JSONValue] =
    [.null, .boolean(true), .boolean(false), .object([]), .array([]), .string("")]
    + [
      "0", "-0", "1", "1.0", "1e2", "-1", "0.1", "1e400", "9007199254740993",
      "12345678901234567890",
    ]
    .map { .number($0) }
    + [
      "a", "ab", "object", "array", "string", "integer", "number", "null", "boolean", "#",
      "#/$defs/a",
    ]
    .map { .string($0) }
    + ["^a*$", "(a+)+$", #"\s+$"#, "date-time", "ipv6", "uri", "email", "2020-02-29T23:59:60Z"]
    .map { .string($0) }

  /// Keywords, and the members of the documented request.
  private static let names = [
    "a", "b", "caf\u{E9}", "cafe\u{301}", "", "$ref", "$defs", "$id", "$anchor", "$dynamicRef",
    "$dynamicAnchor", "type", "enum", "const", "properties", "required", "additionalProperties",
    "patternProperties", "propertyNames", "minProperties", "maxProperties", "items", "prefixItems",
    "contains", "minContains", "maxContains", "minItems", "maxItems", "uniqueItems", "minLength",
    "maxLength", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "multipleOf", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentRequired",
    "dependentSchemas", "dependencies", "unevaluatedProperties", "unevaluatedItems", "name",
    "description", "credentials", "prefix", "schema", "instances",
  ]
}

/// SplitMix64: the same change for the same seed.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
