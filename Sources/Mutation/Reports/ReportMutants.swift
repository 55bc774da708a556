import JSONText
import SchemaRules
import Vectors

/// Implementations that judge right and report it wrong, give up early, or count in other units.
enum ReportMutants {
  /// What is said in place of the right answer.
  enum Change: Sendable {
    /// Other findings of an invalid document, none for a valid one. If it changes some findings, it changes some
    /// of so many.
    case findings(size: Int, @Sendable ([Finding]) -> [Finding])
    /// Another answer.
    case answer(@Sendable (Answer, Subject) -> Answer)

    func callAsFunction(_ answer: Answer, _ subject: Subject) -> Answer {
      switch self {
      case .answer(let change): return change(answer, subject)
      case .findings(_, let change):
        guard answer.outcome == .invalid else { return answer }
        let findings = change(answer.findings)
        return findings.isEmpty ? Answer(.valid) : Answer(.invalid, findings)
      }
    }
  }
  /// A name and a change.
  typealias Row = (name: String, change: Change)

  static func all(of bodies: [CorpusBody]) -> [Mutant] {
    let possible = Dictionary(
      bodies.map { ($0.name, PossibleFindings($0.schema.graph)) },
      uniquingKeysWith: { one, _ in one })
    func mutant(_ name: String, _ body: String? = nil, _ change: Change) -> Mutant {
      let id = ["report", body, name].compactMap(\.self).joined(separator: "/")
      let own = bodies.filter { body == nil || body == $0.name }.map { possible[$0.name] ?? nil }
      return Mutant(
        id: id, family: "report", summary: name, body: body,
        equivalence: { Equivalence.argument(for: change, to: own) }
      ) { { change($0.answer, $0) } }
    }
    let keywords = Self.keywords(of: bodies)
    var general: [Row] = caps + selections + additions(keywords)
    general += pointers(keywords) + confusions(keywords)
    let hasType = bodies.contains { body in
      let graph = body.schema.graph
      return graph.inPlaceNodes(of: graph.root).contains { graph.nodes[$0][.type] != nil }
    }
    general += outcomes(hasType: hasType) + refusals
    return general.map { mutant($0.name, nil, $0.change) }
      + bodies.flatMap { body in
        let graph = body.schema.graph
        let own = groups(body.schema) + LengthUnits.all(of: graph) + lostRules(graph)
        return own.map { mutant($0.name, body.name, $0.change) }
      }
  }

  /// Keywords whose schemas report nothing: only whether a value satisfies them counts.
  static let silent: Set<Keyword> = [.not, .if, .contains]
  /// The same, with those whose schemas may report whatever they like.
  static let open = silent.union([.anyOf, .oneOf])

  /// The keywords that documents of some bodies can break, in the order of the engine.
  private static func keywords(of bodies: [CorpusBody]) -> [String] {
    let used = bodies.reduce(into: Set<Keyword>()) { used, body in
      let graph = body.schema.graph
      for node in graph.reachableNodes(without: open) {
        used.formUnion(graph.nodes[node].keywords.filter(\.canBeBroken).map(\.keyword))
      }
    }
    return Keyword.allCases.filter { used.contains($0) && $0 != .additionalProperties }
      .map(\.rawValue)
  }

  // MARK: Building changes

  /// A change of all findings, which shows in two of them if it shows at all.
  private static func findings(_ change: @escaping @Sendable ([Finding]) -> [Finding]) -> Change {
    .findings(size: 2, change)
  }

  /// A change of each finding, which nil takes away.
  private static func each(_ change: @escaping @Sendable (Finding) -> Finding?) -> Change {
    .findings(size: 1) { $0.compactMap(change) }
  }

  private static func first(_ list: [Finding], by key: (Finding) -> String) -> [Finding] {
    var seen: Set<[UInt8]> = []
    return list.filter { seen.insert(Array(key($0).utf8)).inserted }
  }

  /// Those of some findings that satisfy a condition, if there are any; else all.
  private static func preferring(
    _ isPreferred: @escaping @Sendable (Finding) -> Bool
  ) -> @Sendable ([Finding]) -> [Finding] {
    { list in
      let some = list.filter(isPreferred)
      return some.isEmpty ? list : some
    }
  }

  // MARK: Some of the findings

  private static let caps: [Row] = (1...11).map { cap in
    ("at most \(cap) errors", .findings(size: cap + 1) { Array($0.prefix(cap)) })
  }

  private static let selections: [Row] = [
    ("the last error only", findings { Array($0.suffix(1)) }),
    ("the first error of each object", findings { first($0, by: \.parent) }),
    ("the last error of each object", findings { first($0.reversed(), by: \.parent) }),
    ("the first error of each field", findings { first($0, by: \.pointer) }),
    ("the last error of each field", findings { first($0.reversed(), by: \.pointer) }),
    ("the first error of each keyword", findings { first($0, by: \.keyword) }),
    (
      "errors of an object hide those inside it",
      findings { list in
        list.filter { one in !list.contains { one.parent.hasPrefix($0.parent + "/") } }
      }
    ),
    (
      "errors inside an object hide its own",
      findings { list in
        list.filter { one in !list.contains { $0.parent.hasPrefix(one.parent + "/") } }
      }
    ),
    (
      "one missing member of each object",
      findings { list in
        list.filter { $0.keyword != "required" }
          + first(list.filter { $0.keyword == "required" }, by: \.parent)
      }
    ),
    ("every error twice", findings { $0 + $0 }),
  ]

  /// Mistakes with one keyword, and one keyword taken for another.
  private static func confusions(_ keywords: [String]) -> [Row] {
    var rows: [Row] = []
    for keyword in keywords {
      rows.append(("\(keyword) is never reported", each { $0.keyword == keyword ? nil : $0 }))
      rows.append(("\(keyword) hides other errors", findings(preferring { $0.keyword == keyword })))
      rows.append(("other errors hide \(keyword)", findings(preferring { $0.keyword != keyword })))
      for other in keywords.prefix(12) where other != keyword {
        let change = each { $0.keyword == keyword ? Finding($0.pointer, other) : $0 }
        rows.append(("\(other) is said for \(keyword)", change))
      }
    }
    return rows
  }

  /// Errors inside, or outside, one of the objects of a body.
  private static func groups(_ schema: Schema) -> [Row] {
    var rows: [Row] = []
    for object in BodyProperties(schema).objects.prefix(20) {
      let (name, part) = (object.name, "/\(object.name)/")
      rows.append(
        ("errors inside \(name) are not reported", each { $0.pointer.contains(part) ? nil : $0 }))
      rows.append(
        (
          "errors outside \(name) are not reported",
          each { "\($0.pointer)/".contains(part) ? $0 : nil }
        ))
      rows.append(
        (
          "errors inside \(name) are one error",
          each { $0.pointer.contains(part) ? Finding($0.parent, "required") : $0 }
        ))
      rows.append(
        (
          "\(name) is left out of pointers",
          each { finding in
            let pointer = "\(finding.pointer)/".replacing(part, with: "/", maxReplacements: 1)
            return Finding(String(pointer.dropLast()), finding.keyword)
          }
        ))
      let inner = object.inner
      rows.append(
        (
          "a missing or wrong \(name) lacks its members too",
          findings { list in
            let wrong = list.filter {
              $0.name == name && ["type", "required"].contains($0.keyword)
            }
            return list
              + wrong.flatMap { one in inner.map { Finding("\(one.pointer)/\($0)", "required") } }
          }
        ))
    }
    return rows
  }

  /// Each rule of a body, one at a time, never reported.
  private static func lostRules(_ graph: SchemaGraph) -> [Row] {
    let reporting = Set(graph.reachableNodes(without: open))
    return graph.places.filter { reporting.contains($0.node) }.prefix(200).flatMap {
      place -> [Row] in
      let tokens = place.pointer.tokens
      return graph.nodes[place.node].keywords.filter(\.canBeBroken).flatMap { use -> [Row] in
        let keyword = use.keyword.rawValue
        var lost: [[String]] = [tokens]
        if case .names(let names) = use.parameter { lost = names.map { tokens + [$0] } }
        if use.keyword == .additionalProperties || use.keyword == .falseSchema { return [] }
        return lost.map { tokens in
          let name = tokens.map { "/\($0)" }.joined()
          return (
            "lost\(name)/\(keyword)", each { $0.keyword == keyword && $0.isAt(tokens) ? nil : $0 }
          )
        }
      }
    }
  }

  // MARK: Wrong places

  private static let texts: [(String, @Sendable (Finding) -> String)] = [
    ("without the slash", { String($0.pointer.dropFirst()) }),
    ("with dots", { String($0.pointer.dropFirst()).replacing("/", with: ".") }),
    ("with $ first", { "$" + $0.pointer.replacing("/", with: ".") }),
    ("with # first", { "#" + $0.pointer }), ("of the parent", { $0.parent }),
    ("of the root", { _ in "" }),
    ("with a slash behind", { $0.pointer + "/" }), ("of the last name", { "/" + $0.name }),
    ("in small letters", { $0.pointer.lowercased() }),
    ("without the first name", { String($0.pointer.dropFirst().drop { $0 != "/" }) }),
    ("with properties", { $0.pointer.replacing("/", with: "/properties/") }),
    ("with an index", { $0.pointer + "/0" }),
    ("as a slash for the root", { $0.pointer.isEmpty ? "/" : $0.pointer }),
    ("with data first", { "/data" + $0.pointer }),
    ("with brackets", { $0.pointer.replacing(#//([0-9]+)/#) { "[\($0.output.1)]" } }),
  ]

  private static func pointers(_ keywords: [String]) -> [Row] {
    var rows: [Row] = texts.map { name, text in
      ("pointers \(name)", each { Finding(text($0), $0.keyword) })
    }
    for keyword in keywords {
      let parents = each { $0.keyword == keyword ? Finding($0.parent, keyword) : $0 }
      let roots = each { $0.keyword == keyword ? Finding("", keyword) : $0 }
      rows.append(("pointers of \(keyword) are of the parent", parents))
      rows.append(("pointers of \(keyword) are of the root", roots))
    }
    return rows
  }

  // MARK: Errors too many

  /// An error for each finding of a keyword, in addition to it.
  private static func adding(_ other: String, to keyword: String) -> Change {
    findings { list in
      let more = list.filter { $0.keyword == keyword && !$0.pointer.isEmpty }
      let added = more.map { Finding($0.pointer, other) }
      return list + added.filter { !list.contains($0) }
    }
  }

  private static func additions(_ keywords: [String]) -> [Row] {
    let pairs = ["pattern", "minLength", "maxLength", "enum", "required"].map { keyword in
      ("a wrong type breaks \(keyword) too", keyword, "type")
    }
    let others = [
      ("a missing member is of the wrong type too", "type", "required"),
      ("too short breaks the pattern too", "pattern", "minLength"),
      ("too long breaks the pattern too", "pattern", "maxLength"),
    ]
    return (pairs + others).filter { keywords.contains($2) }
      .map { ($0, adding($1, to: $2)) } + [
        ("an object with errors has one too", findings { $0 + [Finding("", "type")] })
      ]
  }
}

extension Finding {
  /// The pointer of the object around the field.
  var parent: String {
    pointer.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(pointer[..<$0]) } ?? ""
  }

  /// The field's own name, as the pointer has it.
  var name: String {
    pointer.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(pointer[$0...].dropFirst()) } ?? ""
  }

  /// Whether the finding is at a place, of which `*` is any name or index.
  func isAt(_ tokens: [String]) -> Bool {
    guard let own = JSONPointer(pointer)?.tokens, own.count == tokens.count else { return false }
    return zip(own, tokens).allSatisfy { $1 == "*" || $0.utf8.elementsEqual($1.utf8) }
  }
}
