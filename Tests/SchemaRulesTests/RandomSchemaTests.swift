import ECMARegex
import JSONText
import SchemaRules
import Testing

/// Random schemas and documents, validated by the validator and by the simplest reading of the rules.
///
/// The walk has a fast path for names and strings of every kind; the reading here has none.
@Suite("Random schemas")
struct RandomSchemaTests {
  @Test("Each document has the errors that a simple reading finds", arguments: 0..<8)
  func sameErrors(_ seed: Int) throws {
    var maker = RandomMaker(seed: UInt64(seed))
    for _ in 0..<100 {
      let root = maker.field(depth: 3)
      let schema = Schema(id: "random", title: "", root: root)
      let validator = try Validator(schema)
      for _ in 0..<12 {
        let value = maker.value(for: root)
        let text = maker.text(of: value)
        let result = validator.validate(text)
        var expected: Set<String> = []
        try findErrors(of: value, in: root, at: .root, &expected)
        let found = result.errors.map { "\($0.pointer) \($0.keyword.rawValue)" }
        #expect(Set(found) == expected, "\(text)\n\(root)")
        #expect(found.count == expected.count, "\(text)")
        #expect(result.outcome == (expected.isEmpty ? .valid : .invalid), "\(text)")
        #expect(result.errors.map(\.byteRange.lowerBound).allSatisfy { $0 < text.utf8.count })
      }
    }
  }

  /// The patterns of the schemas, matched by the engine alone.
  private static let patterns: [String: Pattern] = {
    var patterns: [String: Pattern] = [:]
    for source in RandomMaker.patterns { patterns[source] = try? Pattern(source) }
    return patterns
  }()

  /// The errors of a value, each as its pointer and keyword.
  private func findErrors(
    of value: RandomValue, in field: FieldSchema, at pointer: JSONPointer,
    _ errors: inout Set<String>
  ) throws {
    func report(_ keyword: Keyword, at pointer: JSONPointer) {
      errors.insert("\(pointer) \(keyword.rawValue)")
    }
    switch (field.shape, value) {
    case (.string, .string(let text)):
      let length = text.unicodeScalars.count
      for constraint in field.constraints {
        let isMet =
          switch (constraint.keyword, constraint.parameter) {
          case (.minLength, .count(let bound)): length >= bound
          case (.maxLength, .count(let bound)): length <= bound
          case (_, .pattern(let source)):
            try #require(Self.patterns[source]).match(text) == .match
          case (_, .values(let values)): values.contains(.string(text))
          default: false
          }
        if !isMet { report(constraint.keyword, at: pointer) }
      }
    case (.object(let object), .object(let members)):
      for (name, value) in members {
        if let property = object.properties.first(where: { $0.name == name }) {
          try findErrors(of: value, in: property.field, at: pointer.appending(name), &errors)
        } else if object.unknownFields == .reject {
          report(.additionalProperties, at: pointer.appending(name))
        }
      }
      for property in object.properties where property.isRequired {
        if !members.contains(where: { $0.name == property.name }) {
          report(.required, at: pointer.appending(property.name))
        }
      }
    case (.array(let items), .array(let elements)):
      for (index, element) in elements.enumerated() {
        try findErrors(of: element, in: items, at: pointer.appending("\(index)"), &errors)
      }
    case (.number, .number), (.boolean, .boolean): break
    case (.integer, .number(let isWhole)): if !isWhole { report(.type, at: pointer) }
    default: report(.type, at: pointer)
    }
  }
}

/// A JSON value without its spelling.
private indirect enum RandomValue {
  case null
  case boolean
  case number(isWhole: Bool)
  case string(String)
  case array([RandomValue])
  case object([(name: String, value: RandomValue)])
}

/// Random schemas, values and spellings, the same in every run.
private struct RandomMaker {
  private var state: UInt64

  /// Names with the same first bytes, of one byte and of many, with characters that must be escaped.
  private static let names = [
    "a", "b", "id", "name", "names", "nameOfIt", "nameOfIt2", "thirteenBytes", "fourteen-bytes",
    "a name of more than sixteen bytes", "é", "quo\"te", "",
  ]
  static let patterns = ["^[a-z]*$", "^[a-z]+(-[a-z]+)*$", "^(a|bc)*$", "b", "^é?a$"]
  private static let texts = [
    "", "a", "ab", "abc", "a-b", "a--b", "-", "é", "éa", "A", "s3", "on", "fourteen-bytes",
    "fifteen-letters", "quo\"te", "line\nfeed", "\u{1F600}",
    "a text of thirty-two bytes, exact", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "abcdefghijklmnopqrstuvwxyzabcdef-ghijkl", "abcdefghijklmnopqrstuvwxyzabcde--fghijkl",
  ]

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private mutating func isOne(in count: Int) -> Bool { below(count) == 0 }

  private mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

  /// The values in another order.
  private mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var rest = values
    var result: [Value] = []
    while !rest.isEmpty { result.append(rest.remove(at: below(rest.count))) }
    return result
  }

  // MARK: Schemas

  mutating func field(depth: Int) -> FieldSchema {
    switch below(depth > 0 ? 10 : 6) {
    case 0: .number("")
    case 1: .integer("")
    case 2: .boolean("")
    case 3...5: FieldSchema(.string, constraints(), summary: "")
    case 6: .array(of: field(depth: depth - 1), "")
    default: object(depth: depth)
    }
  }

  private mutating func object(depth: Int) -> FieldSchema {
    let names = shuffled(Self.names).prefix(below(Self.names.count))
    var properties: [Property] = []
    for name in names {
      let field = field(depth: depth - 1)
      properties.append(isOne(in: 2) ? .required(name, field) : .optional(name, field))
    }
    return .object("", properties, unknownFields: one(of: UnknownFieldPolicy.allCases))
  }

  private mutating func constraints() -> [Constraint] {
    var constraints: [Constraint] = []
    if isOne(in: 3) { constraints.append(.minLength(below(4))) }
    if isOne(in: 3) { constraints.append(.maxLength(3 + below(40))) }
    if isOne(in: 2) { constraints.append(.pattern(one(of: Self.patterns))) }
    if isOne(in: 4) {
      let values = shuffled(Self.texts).prefix(1 + below(3))
      constraints.append(.oneOf(Array(values)))
    }
    return shuffled(constraints)
  }

  // MARK: Values

  /// A value that a field usually accepts.
  mutating func value(for field: FieldSchema) -> RandomValue {
    if isOne(in: 15) { return anything(depth: 2) }
    switch field.shape {
    case .string:
      for case .values(let values) in field.constraints.map(\.parameter) where !isOne(in: 4) {
        return .string(one(of: values.compactMap(\.stringValue)))
      }
      return .string(one(of: Self.texts))
    case .number, .integer: return .number(isWhole: !isOne(in: 3))
    case .boolean: return .boolean
    case .any, .null, .alternatives: return anything(depth: 1)
    case .array(let items):
      return .array((0..<below(4)).map { _ in value(for: items) })
    case .object(let object):
      var members: [(name: String, value: RandomValue)] = []
      for property in object.properties where !isOne(in: 6) {
        members.append((property.name, value(for: property.field)))
      }
      let unknown = Self.names.filter { name in !object.properties.contains { $0.name == name } }
      for name in shuffled(unknown).prefix(isOne(in: 3) ? below(4) : 0) {
        members.append((name, anything(depth: 2)))
      }
      return .object(isOne(in: 2) ? members : shuffled(members))
    }
  }

  private mutating func anything(depth: Int) -> RandomValue {
    switch below(depth > 0 ? 6 : 4) {
    case 0: .null
    case 1: .boolean
    case 2: .number(isWhole: isOne(in: 2))
    case 3: .string(one(of: Self.texts))
    case 4: .array((0..<below(3)).map { _ in anything(depth: depth - 1) })
    default:
      .object(shuffled(Self.names).prefix(below(4)).map { ($0, anything(depth: depth - 1)) })
    }
  }

  // MARK: Spellings

  mutating func text(of value: RandomValue) -> String {
    switch value {
    case .null: return "null"
    case .boolean: return one(of: ["true", "false"])
    case .number(isWhole: true): return one(of: ["0", "-1", "12345", "1e3", "2.0", "-0"])
    case .number(isWhole: false): return one(of: ["0.5", "-1.25", "1e-3"])
    case .string(let text): return quoted(text)
    case .array(let elements):
      let texts = elements.map { text(of: $0) }
      return "[" + space() + texts.joined(separator: space() + "," + space()) + space() + "]"
    case .object(let members):
      var texts: [String] = []
      for (name, value) in members {
        texts.append(quoted(name) + space() + ":" + space() + text(of: value))
      }
      return "{" + space() + texts.joined(separator: space() + "," + space()) + space() + "}"
    }
  }

  private mutating func space() -> String {
    isOne(in: 4) ? one(of: [" ", "  ", "\n", "\t\r\n"]) : ""
  }

  private mutating func quoted(_ text: String) -> String {
    let escapesAll = isOne(in: 12)
    var result = "\""
    for scalar in text.unicodeScalars {
      if escapesAll || scalar.value < 0x20 || scalar == "\"" || scalar == "\\" {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
