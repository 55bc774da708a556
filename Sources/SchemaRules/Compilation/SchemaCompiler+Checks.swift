import ECMARegex
import JSONText
import StringFormats

extension SchemaCompiler {
  /// The checks of a value itself, apart from its members or elements.
  struct Checks {
    /// Checks that reject every value of the kind.
    var refusals: [Check] = []
    var others: [Check] = []
    /// Whether further checks are not reported.
    var isFinal = false

    var isEmpty: Bool { refusals.isEmpty && others.isEmpty }
  }

  /// Collects the checks of a closure for values of a kind, in the order of the keywords.
  mutating func checks(
    of closure: Closure, for kind: JSONKind, isSecret: Bool
  ) throws(SchemaError) -> Checks {
    var refusals: [(keyword: Keyword, check: Check)] = []
    var others: [(keyword: Keyword, check: Check)] = []
    for member in closure.members {
      let keywords = graph.nodes[member.node].keywords
      for index in keywords.indices {
        let use = keywords[index]
        guard !use.keyword.description.appliesTo.isDisjoint(with: KindSet(kind)) else { continue }
        // Most keywords check nothing themselves and need no rule.
        guard let template = try check(use, for: kind, of: member) else { continue }
        var check = template
        check.rule = rule(member, index, isSecret: isSecret)
        if check.operation == .refuse {
          if use.keyword == .type && graph.stopsAtType {
            return Checks(refusals: [check], isFinal: true)
          }
          refusals.append((use.keyword, check))
        } else {
          others.append((use.keyword, check))
        }
      }
    }
    for (member, use) in closure.refused {
      let check = Check(operation: .refuse, rule: rule(member, use, isSecret: isSecret))
      refusals.append((graph.nodes[member.node].keywords[use].keyword, check))
    }
    return Checks(refusals: sorted(refusals), others: sorted(others))
  }

  private func sorted(_ checks: [(keyword: Keyword, check: Check)]) -> [Check] {
    guard checks.count > 1 else { return checks.map(\.check) }
    // Checks of the same keyword keep the order of the schema.
    return checks.enumerated().sorted {
      ($0.element.keyword.rank, $0.offset) < ($1.element.keyword.rank, $1.offset)
    }.map(\.element.check)
  }

  /// The check of a keyword for values of a kind, without its rule. Returns nil if the keyword checks nothing.
  private mutating func check(
    _ use: KeywordUse, for kind: JSONKind, of member: Member
  ) throws(SchemaError) -> Check? {
    func check(_ operation: Check.Operation, bound: Int = 0, _ index: Int = 0, _ count: Int = 0)
      -> Check
    {
      Check(
        operation: operation, rule: -1, bound: bound, index: Int32(index), count: Int32(count))
    }
    switch (use.keyword, use.parameter) {
    case (.falseSchema, _): return check(.refuse)
    case (.type, .types(let types)): return typeCheck(types, kind, graph.dialect(of: member.node))
    case (.minLength, .count(let bound)), (.minItems, .count(let bound)),
      (.minProperties, .count(let bound)):
      return bound > 0 || graph.stopsAtType ? check(.atLeast, bound: bound) : nil
    case (.maxLength, .count(let bound)), (.maxItems, .count(let bound)),
      (.maxProperties, .count(let bound)):
      return check(.atMost, bound: bound)
    case (.pattern, .pattern(let source)):
      return check(.pattern, Int(try pattern(source, at: member.node, .pattern)))
    case (_, .format):
      return graph.assertedFormat(of: use, at: member.node)
        .map { check(.format, bound: Int($0.rawValue)) }
    case (.minimum, .number(let text)): return check(.minimum, number(text))
    case (.maximum, .number(let text)): return check(.maximum, number(text))
    case (.exclusiveMinimum, .number(let text)): return check(.exclusiveMinimum, number(text))
    case (.exclusiveMaximum, .number(let text)): return check(.exclusiveMaximum, number(text))
    case (.multipleOf, .number(let text)): return check(.multipleOf, number(text))
    case (.enum, .values(let values)), (.const, .values(let values)):
      return enumeration(values, kind)
    case (.uniqueItems, .flag(true)): return check(.unique)
    default: return nil
    }
  }

  private func typeCheck(_ types: [ValueType], _ kind: JSONKind, _ dialect: Dialect) -> Check? {
    let kinds = KindSet(types)
    if kinds.isSuperset(of: KindSet(kind)) { return nil }
    if kind == .number, kinds.contains(.integer) {
      // In draft 4, 1.0 is not an integer; the spelling decides.
      return Check(operation: .whole, rule: -1, bound: dialect == .draft4 ? 1 : 0)
    }
    return Check(operation: .refuse, rule: -1)
  }

  /// The check for the values of an enumeration that are of a kind.
  private mutating func enumeration(_ values: [JSONValue], _ kind: JSONKind) -> Check {
    let values = values.filter { $0.kind == kind }
    guard !values.isEmpty else { return Check(operation: .refuse, rule: -1) }
    switch kind {
    case .string:
      let texts = values.compactMap(\.stringValue).map { append($0) }
      let index = parts.textTables.count
      parts.textTables.append(TextTable(for: texts, in: &parts))
      return Check(operation: .texts, rule: -1, index: Int32(index))
    case .boolean, .null:
      let mask = values.reduce(0) { mask, value in
        switch value {
        case .boolean(false): mask | 1
        case .boolean(true): mask | 2
        default: mask | 4
        }
      }
      return Check(operation: .literals, rule: -1, bound: mask)
    case .number, .array, .object:
      let compiled = values.map { value in
        var writer = JSONWriter()
        writer.value(value)
        let start = parts.text.count
        // The space separates numbers.
        parts.text += writer.bytes + [0x20]
        return CompiledValue(writer.bytes, at: start)
      }
      let first = parts.values.count
      parts.values += compiled.sorted { $0.hash < $1.hash }
      return Check(
        operation: .values, rule: -1, index: Int32(first), count: Int32(compiled.count))
    }
  }

  /// The index of a number in the tables.
  private mutating func number(_ text: String) -> Int {
    let start = parts.text.count
    parts.text.append(contentsOf: text.utf8)
    let number = unsafe parts.text.withUnsafeBytes { bytes in
      JSONNumber(from: start, to: bytes.count, in: unsafe JSONCursor(unsafeBytes: bytes))
    }
    parts.numbers.append(number)
    return parts.numbers.count - 1
  }
}

extension Keyword {
  /// The position in the order of all keywords.
  var rank: Int { Self.ranks[self] ?? 0 }

  private static let ranks = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

/// A value that a schema lists: its hash and the offset of its bytes in the text of the schema.
struct CompiledValue: BitwiseCopyable {
  var hash: UInt64
  var start: Int
  var end: Int

  /// Reads a value and its hash. A value that nests too deeply gets a hash that no other value has.
  init(_ bytes: [UInt8], at start: Int) {
    var scratch = JSONScratch()
    hash = unsafe bytes.withUnsafeBytes { bytes in
      var cursor = unsafe JSONCursor(unsafeBytes: bytes)
      return cursor.readValueHash(&scratch, depth: SchemaLimits.comparedDepth) ?? 0
    }
    self.start = start
    end = start + bytes.count
  }
}
