import JSONText
import SchemaRules
import Vectors

/// Implementations that validate correctly but report incorrectly, stop early, or count in other units.
enum ReportMutants {
  /// The answer in place of the right one.
  enum Change: Sendable {
    /// Other findings for an invalid document; none makes it valid. A change that shows at all shows in some list of
    /// `size` findings.
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

  /// The keywords that documents of some bodies can break, in the order of the engine.
  private static func keywords(of bodies: [CorpusBody]) -> [String] {
    let used = bodies.reduce(into: Set<Keyword>()) { used, body in
      let graph = body.schema.graph
      for node in graph.reachableNodes(without: .open) {
        used.formUnion(graph.nodes[node].keywords.filter(\.canBeBroken).map(\.keyword))
      }
    }
    return Keyword.allCases.filter { used.contains($0) && $0 != .additionalProperties }
      .map(\.rawValue)
  }

  // MARK: Building rows

  /// A change of the list of findings that shows, if at all, in some list of `size` findings.
  private static func findings(
    _ name: String, size: Int = 2, _ change: @escaping @Sendable ([Finding]) -> [Finding]
  ) -> Row { (name, .findings(size: size, change)) }

  /// A change of each finding; nil removes it.
  private static func each(
    _ name: String, _ change: @escaping @Sendable (Finding) -> Finding?
  ) -> Row { findings(name, size: 1) { $0.compactMap(change) } }

  /// A change of the answer.
  static func answer(
    _ name: String, _ change: @escaping @Sendable (Answer, Subject) -> Answer
  ) -> Row { (name, .answer(change)) }

  private static func first(_ list: [Finding], by key: (Finding) -> String) -> [Finding] {
    var seen: Set<[UInt8]> = []
    return list.filter { seen.insert(Array(key($0).utf8)).inserted }
  }

  // MARK: Some of the findings

  private static let caps = (1...11).map { cap in
    findings("at most \(cap) errors", size: cap + 1) { Array($0.prefix(cap)) }
  }

  private static let selections: [Row] = [
    findings("the last error only") { Array($0.suffix(1)) },
    findings("the first error of each object") { first($0, by: \.parent) },
    findings("the last error of each object") { first($0.reversed(), by: \.parent) },
    findings("the first error of each field") { first($0, by: \.pointer) },
    findings("the last error of each field") { first($0.reversed(), by: \.pointer) },
    findings("the first error of each keyword") { first($0, by: \.keyword) },
    findings("errors of an object hide those inside it") { list in
      list.filter { one in !list.contains { one.parent.hasPrefix($0.parent + "/") } }
    },
    findings("errors inside an object hide its own") { list in
      list.filter { one in !list.contains { $0.parent.hasPrefix(one.parent + "/") } }
    },
    findings("one missing member of each object") { list in
      list.filter { $0.keyword != "required" }
        + first(list.filter { $0.keyword == "required" }, by: \.parent)
    },
    findings("every error twice") { $0 + $0 },
  ]

  /// Mistakes with one keyword, and one keyword taken for another.
  private static func confusions(_ keywords: [String]) -> [Row] {
    keywords.flatMap { keyword in
      [
        each("\(keyword) is never reported") { $0.keyword == keyword ? nil : $0 },
        findings("\(keyword) hides other errors") { list in
          let some = list.filter { $0.keyword == keyword }
          return some.isEmpty ? list : some
        },
        findings("other errors hide \(keyword)") { list in
          let some = list.filter { $0.keyword != keyword }
          return some.isEmpty ? list : some
        },
      ]
        + keywords.prefix(12).filter { $0 != keyword }.map { other in
          each("\(other) is said for \(keyword)") {
            $0.keyword == keyword ? Finding($0.pointer, other) : $0
          }
        }
    }
  }

  /// Errors inside, or outside, one of the objects of a body.
  private static func groups(_ schema: Schema) -> [Row] {
    BodyProperties(schema).objects.filter(\.isReported).prefix(20).flatMap { object in
      let (name, part, inner) = (object.name, "/\(object.name)/", object.inner)
      return [
        each("errors inside \(name) are not reported") { $0.pointer.contains(part) ? nil : $0 },
        each("errors outside \(name) are not reported") {
          "\($0.pointer)/".contains(part) ? $0 : nil
        },
        each("errors inside \(name) are one error") {
          $0.pointer.contains(part) ? Finding($0.parent, "required") : $0
        },
        each("\(name) is left out of pointers") { finding in
          let pointer = "\(finding.pointer)/".replacing(part, with: "/", maxReplacements: 1)
          return Finding(String(pointer.dropLast()), finding.keyword)
        },
        findings("a missing or wrong \(name) lacks its members too") { list in
          let wrong = list.filter { $0.name == name && ["type", "required"].contains($0.keyword) }
          return list
            + wrong.flatMap { one in inner.map { Finding("\(one.pointer)/\($0)", "required") } }
        },
      ]
    }
  }

  /// Each rule of a body, one at a time, never reported.
  private static func lostRules(_ graph: SchemaGraph) -> [Row] {
    let reporting = Set(graph.reachableNodes(without: .open))
    return graph.places.filter { reporting.contains($0.node) }.prefix(200).flatMap { place in
      let tokens = place.pointer.tokens
      let uses = graph.nodes[place.node].keywords.filter {
        $0.canBeBroken && $0.keyword != .additionalProperties && $0.keyword != .falseSchema
      }
      return uses.flatMap { use in
        let keyword = use.keyword.rawValue
        var lost: [[String]] = [tokens]
        if case .names(let names) = use.parameter { lost = names.map { tokens + [$0] } }
        return lost.map { tokens in
          each("lost\(tokens.map { "/\($0)" }.joined())/\(keyword)") {
            $0.keyword == keyword && $0.isAt(tokens) ? nil : $0
          }
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
    texts.map { name, text in each("pointers \(name)") { Finding(text($0), $0.keyword) } }
      + keywords.flatMap { keyword in
        [
          each("pointers of \(keyword) are of the parent") {
            $0.keyword == keyword ? Finding($0.parent, keyword) : $0
          },
          each("pointers of \(keyword) are of the root") {
            $0.keyword == keyword ? Finding("", keyword) : $0
          },
        ]
      }
  }

  // MARK: Errors too many

  /// An error for each finding of a keyword, in addition to it.
  private static func additions(_ keywords: [String]) -> [Row] {
    let pairs = ["pattern", "minLength", "maxLength", "enum", "required"].map { keyword in
      ("a wrong type breaks \(keyword) too", keyword, "type")
    }
    let others = [
      ("a missing member is of the wrong type too", "type", "required"),
      ("too short breaks the pattern too", "pattern", "minLength"),
      ("too long breaks the pattern too", "pattern", "maxLength"),
    ]
    return (pairs + others).filter { keywords.contains($2) }.map { name, other, keyword in
      findings(name) { list in
        let more = list.filter { $0.keyword == keyword && !$0.pointer.isEmpty }
        return list + more.map { Finding($0.pointer, other) }.filter { !list.contains($0) }
      }
    } + [findings("an object with errors has one too") { $0 + [Finding("", "type")] }]
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
