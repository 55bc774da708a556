import ECMARegex
import JSONText
import SchemaRules

/// Mistakes in one keyword of a schema, by the kind of its parameter.
struct KeywordVariants {
  /// A name and the wrong keyword; nil if it is missing.
  typealias Variant = (label: String, use: KeywordUse?)

  let use: KeywordUse
  let graph: SchemaGraph

  /// The most entries of a list that are removed, each in a variant of its own.
  private static let listLimit = 48
  /// The most values of an enumeration that are misspelled.
  private static let misspeltLimit = 4

  /// Every variant; none for a keyword that no value can violate and that applies no schema.
  var all: [Variant] {
    let dropped: Variant = ("dropped", nil)
    switch use.parameter {
    case .types(let types): return Self.types(types).map { with($0, .types($1)) } + [dropped]
    case .count(let bound): return counts(bound) + [dropped]
    case .number(let text): return numbers(text) + [dropped]
    case .flag: return use.canBeBroken ? [dropped] : []
    case .pattern(let source):
      return PatternVariants(source).all.map { with($0, .pattern($1)) } + [dropped]
    case .format(let name, let asserts):
      let others = Self.formats.filter { $0 != name }
      return asserts
        ? others.map { with($0, .format($0, asserts: true)) } + [dropped]
        : [with("asserted", .format(name, asserts: true))]
    case .values(let values): return Self.values(values).map { with($0, .values($1)) } + [dropped]
    case .names(let names):
      let fewer = without(names) { .names($0) }
      return names.count > 1 ? fewer + [dropped] : [dropped]
    case .namesByName(let dependencies):
      return without(dependencies) { .namesByName($0) }
    case .dependencies(let dependencies): return without(dependencies) { .dependencies($0) }
    case .schema(let node):
      let spares = SchemaChange.SpareNodes(graph)
      let isAnything = graph.nodes[node].keywords.isEmpty
      return (isAnything ? [] : [with("true", .schema(spares.anything))])
        + (graph.nodes[node].isFalse ? [] : [with("false", .schema(spares.nothing))])
    case .schemas(let nodes):
      // Of one schema, they all mean the same.
      let swapped = [Keyword.allOf, .anyOf, .oneOf].filter { $0 != use.keyword && nodes.count > 1 }
        .map { ("as \($0.rawValue)", KeywordUse($0, use.parameter)) as Variant }
      return (nodes.count > 1 ? without(nodes) { .schemas($0) } : [])
        + (use.keyword == .items || use.keyword == .prefixItems ? [] : swapped) + [dropped]
    case .schemasByName(let named): return properties(named)
    case .dynamicReference: return [dropped]
    case .unknownFields(let policy):
      return [with("other", .unknownFields(policy == .reject ? .allow : .reject))]
    }
  }

  private func with(_ label: String, _ parameter: Parameter) -> Variant {
    (label, KeywordUse(use.keyword, parameter, provenance: use.provenance))
  }

  private func without<Element>(
    _ list: [Element], _ parameter: ([Element]) -> Parameter
  ) -> [Variant] {
    list.indices.prefix(Self.listLimit).map { index in
      var rest = list
      rest.remove(at: index)
      return with("without \(Self.label(list[index], index))", parameter(rest))
    }
  }

  private static func label(_ element: some Any, _ index: Int) -> String {
    switch element {
    case let name as String: name
    case let named as Named<[String]>: named.name
    case let named as Named<Dependency>: named.name
    case let named as Named<NodeID>: named.name
    default: String(index)
    }
  }

  // MARK: Kinds of parameters

  private static func types(_ types: [ValueType]) -> [(String, [ValueType])] {
    // An integer is a number.
    let others = ValueType.allCases.filter { !KindSet(types).isSuperset(of: KindSet([$0])) }
    let fewer = types.count > 1 ? types.map { type in types.filter { $0 != type } } : []
    return others.map { ($0.rawValue, [$0]) } + others.map { ("or \($0.rawValue)", types + [$0]) }
      + fewer.map { ($0.map(\.rawValue).joined(separator: " or "), $0) }
  }

  private static let opposites: [Keyword: Keyword] = {
    let pairs: [(Keyword, Keyword)] = [
      (.minLength, .maxLength), (.minItems, .maxItems), (.minProperties, .maxProperties),
      (.minContains, .maxContains), (.minimum, .maximum), (.exclusiveMinimum, .exclusiveMaximum),
    ]
    return Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($1, $0) })
  }()

  private static let exclusives: [Keyword: Keyword] = [
    .minimum: .exclusiveMinimum, .exclusiveMinimum: .minimum, .maximum: .exclusiveMaximum,
    .exclusiveMaximum: .maximum,
  ]

  private var opposite: [Variant] {
    Self.opposites[use.keyword].map { [("as \($0.rawValue)", KeywordUse($0, use.parameter))] } ?? []
  }

  private func counts(_ bound: Int) -> [Variant] {
    let usual = [.maxLength].contains(use.keyword) ? Self.usualMaxima : []
    let (doubled, overflow) = bound.multipliedReportingOverflow(by: 2)
    guard !overflow else { return opposite }
    let others = [bound - 2, bound - 1, bound + 1, bound + 2, bound / 2, doubled] + usual
    return Set(others).subtracting([bound]).filter { $0 >= 0 }.sorted()
      .map { with(String($0), .count($0)) } + opposite
  }

  /// Bounds on lengths that programs often have.
  static let usualMaxima = [32, 64, 128, 255, 256, 1000, 1024, 4096]

  /// Bounds that differ by a unit in the last place, and other mistakes.
  private func numbers(_ text: String) -> [Variant] {
    let digits = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let places = digits.count > 1 ? digits[1].utf8.count : 0
    var variants = opposite
    if let other = Self.exclusives[use.keyword] {
      variants.append(("as \(other.rawValue)", KeywordUse(other, use.parameter)))
    }
    // Another spelling, such as one with an exponent, stays.
    guard let units = Int(digits.joined()), units.magnitude < 1 << 60 else { return variants }
    var others = [units - 1, units + 1]
    if use.keyword == .multipleOf {
      others = [units + 1, units * 2, units * 10].filter { $0 > 0 }
    } else if units != 0 {
      others += [0, -units, units - 2, units + 2]
    }
    return Set(others).sorted().map {
      let number = Self.decimal($0, places)
      return with(number, .number(number))
    } + variants
  }

  /// A decimal number as JSON: `units` divided by 10 to the power of `places`.
  private static func decimal(_ units: Int, _ places: Int) -> String {
    guard places > 0 else { return String(units) }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    return "\(units < 0 ? "-" : "")\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  private static let formats = ["date-time", "date", "uri", "uri-reference", "email", "hostname"]

  private static func values(_ values: [JSONValue]) -> [(String, [JSONValue])] {
    var variants: [(String, [JSONValue])] = []
    if values.count > 1 {
      variants += values.indices.prefix(listLimit).map { index in
        (
          "without \(values[index].compactText)",
          values.enumerated().filter { $0.0 != index }.map(\.1)
        )
      }
    }
    for value in values.prefix(misspeltLimit) {
      for near in nearMisses(of: value) where !values.contains(near) {
        variants.append(("with \(near.compactText)", values + [near]))
      }
    }
    if let first = values.first, values.count == 1 {
      variants += nearMisses(of: first).prefix(3).map { ("only \($0.compactText)", [$0]) }
    }
    return variants
  }

  /// Values that are easily confused with a value.
  static func nearMisses(of value: JSONValue) -> [JSONValue] {
    switch value {
    case .string(let text):
      var seen: Set<[UInt8]> = [Array(text.utf8)]
      return (nearMisses(of: text)).filter { seen.insert(Array($0.utf8)).inserted }
        .map { .string($0) }
    case .number(let text): return [.string(text), .number("1\(text.filter(\.isNumber))")]
    case .boolean(let flag): return [.boolean(!flag), .string(String(flag))]
    case .null: return [.string("null"), .string("")]
    case .array, .object: return []
    }
  }

  private static func nearMisses(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars.prefix(8))
    let shorter = scalars.indices.map { index in
      String(scalars: scalars.enumerated().filter { $0.0 != index }.map(\.1))
    }
    return [
      text.uppercased(), text.lowercased(), text.prefix(1).uppercased() + text.dropFirst(),
      text + " ", " " + text, text + "\n", text + "s", text + "\u{0}", "", "null", text + text,
      "_" + text, text + "-", text + "1", "\"\(text)\"",
    ] + shorter
  }

  private func properties(_ named: [Named<NodeID>]) -> [Variant] {
    var variants = without(named) { .schemasByName($0) }
    let names = Set(named.map(\.name))
    for (index, property) in named.enumerated().prefix(Self.listLimit) {
      let others =
        use.keyword == .patternProperties
        ? PatternVariants(property.name).anchors
        : Self.spellings(of: property.name).map { ($0, $0) }
      for (label, name) in others where !names.contains(name) {
        guard use.keyword != .dependentSchemas else { continue }
        var changed = named
        changed[index].name = name
        variants.append(with("\(property.name) as \(label)", .schemasByName(changed)))
      }
    }
    return variants
  }

  /// Names that are easily confused with a name: other conventions, a plural, a prefix.
  static func spellings(of name: String) -> [String] {
    let snake = name.unicodeScalars.map { scalar in
      scalar.properties.isUppercase ? "_\(scalar.properties.lowercaseMapping)" : String(scalar)
    }.joined()
    let camel = name.split(separator: "_").enumerated().map { index, part in
      index == 0 ? String(part) : part.prefix(1).uppercased() + part.dropFirst()
    }.joined()
    return Set([
      name.lowercased(), name.uppercased(), snake, snake.replacing("_", with: "-"), camel,
      name + "s",
      String(name.dropLast()), name.prefix(1).uppercased() + name.dropFirst(), "_" + name,
      name + " ",
    ]).subtracting([name]).sorted()
  }
}
