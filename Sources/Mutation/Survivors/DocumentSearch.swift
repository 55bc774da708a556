import ECMARegex
import JSONText
import SchemaRules
import Vectors

/// Looks for a document that tells a changed schema from the right one.
struct DocumentSearch {
  private let change: SchemaChange
  private let right: Validator
  private let wrong: Validator
  private let workspace = ValidationWorkspace()
  /// How many documents are tried.
  private static let limit = 4_000

  /// The documents that are known already.
  private let known: Set<[UInt8]>

  /// - Parameter known: Documents that are not looked for.
  init?(_ change: SchemaChange, without known: Set<[UInt8]> = []) {
    guard let right = try? Validator(change.schema), let wrong = try? Validator(change.changed)
    else {
      return nil
    }
    self.change = change
    self.known = known
    self.right = right
    self.wrong = wrong
  }

  /// Documents of which the two say different things: some documents with another value at a place of the changed
  /// node.
  func documents(_ count: Int, from bases: [JSONValue]) -> [JSONValue] {
    var found: [JSONValue] = []
    let graph = change.schema.graph
    let places = graph.places.filter { $0.node == change.node }.prefix(12)
    let values = candidates
    var tried = 0
    for place in places {
      let tokens = place.pointer.tokens
      // The smallest documents first; of those without the place, some with its container.
      var used = 0
      for base in bases where used < 6 {
        let spots = base.spots(of: tokens[...])
        guard !spots.isEmpty else { continue }
        used += 1
        for spot in spots.prefix(3) {
          let present = base.value(at: spot)
          for value in values + (present.map(variants) ?? []) {
            tried += 1
            guard tried < Self.limit else { break }
            let document = base.setting(value, at: spot)
            if differs(document), !found.contains(document) { found.append(document) }
            if found.count == count { return found }
          }
        }
      }
    }
    return found
  }

  private func differs(_ document: JSONValue) -> Bool {
    let bytes = Array(document.compactText.utf8)
    let (one, other) = (Answer(right, bytes, workspace), Answer(wrong, bytes, workspace))
    let differs = one.outcome != other.outcome || Set(one.findings) != Set(other.findings)
    return differs && !known.contains(bytes)
  }

  // MARK: Values

  /// Values around what the node says, before and after the change.
  private var candidates: [JSONValue] {
    var values: [JSONValue] = [
      .string("a"), .string(""), .number("0"), .number("1"), .number("-1"), .number("1.5"),
      .boolean(true), .boolean(false), .null, .array([]), .object([]), .array([.null]),
      .string("abc"), .string("a b"), .string("A"), .string("1"), .string("/"), .string("é"),
      .string("\n"),
      .string("2020-02-30T25:00:00Z"), .string("a:b"),
    ]
    let old = change.schema.graph.nodes[change.node].keywords
    var uses = change.keywords.filter { !old.contains($0) }
    uses += old.filter { !change.keywords.contains($0) }
    if case let (old, new)? = change.changedUse, case .pattern(let right) = old.parameter,
      case .pattern(let wrong) = new.parameter,
      case .different(let texts) = PatternLanguages.compare(right, wrong)
    {
      values = texts.map { .string($0) } + values
    }
    for use in uses + old { values += around(use) }
    return values
  }

  private func around(_ use: KeywordUse) -> [JSONValue] {
    switch use.parameter {
    case .count(let bound) where use.keyword.description.appliesTo == .string && bound < 10_000:
      return [bound - 1, bound, bound + 1, bound + 2].filter { $0 >= 0 }
        .map { .string(String(repeating: "a", count: $0)) }
    case .number(let text):
      let near = KeywordVariants(use: use, spares: .init(change.schema.graph)).all
        .compactMap { if case .number(let other)? = $0.use?.parameter { other } else { nil } }
      return ([text, text + (text.contains(".") ? "01" : ".01")] + near).map { .number($0) }
    case .values(let values):
      return values.prefix(60) + values.prefix(4).flatMap { KeywordVariants.nearMisses(of: $0) }
    default: return []
    }
  }

  /// Values like one that is there: with fewer or more members and elements, with a length at a bound.
  private func variants(of value: JSONValue) -> [JSONValue] {
    let uses = change.schema.graph.nodes[change.node].keywords + change.keywords
    let counts = Set(
      uses.flatMap { use -> [Int] in
        guard case .count(let bound) = use.parameter, bound < 10_000 else { return [] }
        return [bound - 1, bound, bound + 1].filter { $0 >= 0 }
      }
    ).sorted()
    switch value {
    case .string(let text):
      guard let last = text.unicodeScalars.last else { return [] }
      return counts.map { count in
        let scalars = Array(text.unicodeScalars.prefix(count))
        return .string(
          String(scalars: scalars + Array(repeating: last, count: count - scalars.count)))
      } + [
        .string(text + " "), .string(text + "\n"), .string(text + text), .string(text.uppercased()),
      ]
    case .array(let elements):
      let filler = elements.last ?? .null
      return (counts + [0, 1, 2, elements.count + 1]).map { count in
        .array(Array((elements + Array(repeating: filler, count: count)).prefix(count)))
      } + [
        .array(elements + [.null]), .array(elements + [.object([])]),
        .array([.number("1"), .number("2")]),
      ]
    case .object(let members): return variants(of: members, counts)
    default: return []
    }
  }

  private func variants(of members: [JSONValue.Member], _ counts: [Int]) -> [JSONValue] {
    var names: [String] = ["x", "foo"]
    for use in change.schema.graph.nodes[change.node].keywords + change.keywords {
      switch use.parameter {
      case .schemasByName(let named): names += named.map(\.name)
      case .names(let required): names += required
      case .namesByName(let named): names += named.flatMap { [$0.name] + $0.value }
      case .dependencies(let named): names += named.map(\.name)
      default: break
      }
    }
    var variants = members.indices.prefix(80).map { index -> JSONValue in
      .object(members.enumerated().filter { $0.0 != index }.map(\.1))
    }
    for name in names.prefix(400) {
      let others = members.filter { !$0.name.utf8.elementsEqual(name.utf8) }
      for value in [
        JSONValue.null, .string("x"), .number("1"), .boolean(true), .object([]), .array([]),
      ] {
        variants.append(.object(others + [JSONValue.Member(name: name, value: value)]))
      }
    }
    for count in counts + [0, 1, members.count + 1, members.count + 10] {
      let more = (0..<count).map { JSONValue.Member(name: "x\($0)", value: .null) }
      variants.append(.object(Array((members + more).prefix(count))))
    }
    return variants
  }
}

extension JSONValue {
  /// The places in the value that tokens lead to, `*` to any element or member; the last one need not be there if
  /// its container is.
  func spots(of tokens: ArraySlice<String>) -> [[String]] {
    guard let token = tokens.first else { return [[]] }
    let rest = tokens.dropFirst()
    switch self {
    case .object(let members):
      let named = members.filter { token == "*" || $0.name.utf8.elementsEqual(token.utf8) }
      if named.isEmpty, rest.isEmpty { return [[token == "*" ? "x" : token]] }
      return named.prefix(4).flatMap { member in
        member.value.spots(of: rest).map { [member.name] + $0 }
      }
    case .array(let elements):
      if elements.isEmpty, rest.isEmpty { return [["0"]] }
      return elements.enumerated().filter { token == "*" || String($0.0) == token }.prefix(4)
        .flatMap { index, element in element.spots(of: rest).map { [String(index)] + $0 } }
    default: return []
    }
  }
}
