import JSONText
import SchemaRules
import Vectors

/// Implementations that judge right and report it wrong, give up early, or count in other units.
enum ReportMutants {
  /// What is said in place of the right answer.
  typealias Change = @Sendable (Answer, Subject) -> Answer
  /// A name and a change.
  typealias Row = (name: String, change: Change)

  static func all(of bodies: [CorpusBody]) -> [Mutant] {
    func mutant(_ name: String, _ body: String? = nil, _ change: @escaping Change) -> Mutant {
      let id = ["report", body, name].compactMap(\.self).joined(separator: "/")
      return Mutant(id: id, family: "report", summary: name, body: body) { { change($0.answer, $0) } }
    }
    let keywords = Self.keywords(of: bodies)
    let general = selections + pointers(keywords) + additions + confusions(keywords) + outcomes + refusals
    return general.map { mutant($0.name, nil, $0.change) }
      + bodies.flatMap { body in
        let graph = body.schema.graph
        let own = groups(graph) + LengthUnits.all(of: graph) + lostRules(graph)
        return own.map { mutant($0.name, body.name, $0.change) }
      }
  }

  /// The keywords that documents of some bodies can break, in the order of the engine.
  private static func keywords(of bodies: [CorpusBody]) -> [String] {
    let used = Set(
      bodies.flatMap { body in
        let graph = body.schema.graph
        return graph.reachableNodes.flatMap { graph.nodes[$0].keywords }.filter(\.canBeBroken).map(\.keyword)
      })
    return Keyword.allCases.filter { used.contains($0) && $0 != .additionalProperties }.map(\.rawValue)
  }

  // MARK: Building changes

  /// A change of the findings of an invalid document; none left means valid.
  private static func findings(_ change: @escaping @Sendable ([Finding]) -> [Finding]) -> Change {
    { answer, _ in
      guard answer.outcome == .invalid else { return answer }
      let findings = change(answer.findings)
      return findings.isEmpty ? Answer(.valid) : Answer(.invalid, findings)
    }
  }

  /// A change of each finding, which nil takes away.
  private static func each(_ change: @escaping @Sendable (Finding) -> Finding?) -> Change {
    findings { $0.compactMap(change) }
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

  private static let selections: [Row] =
    (1...11).map { cap in ("at most \(cap) errors", findings { Array($0.prefix(cap)) }) } + [
      ("the last error only", findings { Array($0.suffix(1)) }),
      ("the first error of each object", findings { first($0, by: \.parent) }),
      ("the last error of each object", findings { first($0.reversed(), by: \.parent) }),
      ("the first error of each field", findings { first($0, by: \.pointer) }),
      ("the last error of each field", findings { first($0.reversed(), by: \.pointer) }),
      ("the first error of each keyword", findings { first($0, by: \.keyword) }),
      (
        "errors of an object hide those inside it",
        findings { list in list.filter { one in !list.contains { one.parent.hasPrefix($0.parent + "/") } } }
      ),
      (
        "errors inside an object hide its own",
        findings { list in list.filter { one in !list.contains { $0.parent.hasPrefix(one.parent + "/") } } }
      ),
      (
        "one missing member of each object",
        findings { list in
          list.filter { $0.keyword != "required" } + first(list.filter { $0.keyword == "required" }, by: \.parent)
        }
      ),
      ("every error twice", findings { $0 + $0 }),
    ]

  /// Mistakes with one keyword, and one keyword taken for another.
  private static func confusions(_ keywords: [String]) -> [Row] {
    keywords.flatMap { keyword -> [Row] in
      [
        ("\(keyword) is never reported", each { $0.keyword == keyword ? nil : $0 }),
        ("\(keyword) hides other errors", findings(preferring { $0.keyword == keyword })),
        ("other errors hide \(keyword)", findings(preferring { $0.keyword != keyword })),
      ]
        + keywords.prefix(12).filter { $0 != keyword }.map { other in
          ("\(other) is said for \(keyword)", each { $0.keyword == keyword ? Finding($0.pointer, other) : $0 })
        }
    }
  }

  /// Errors inside, or outside, one of the objects of a body.
  private static func groups(_ graph: SchemaGraph) -> [Row] {
    let objects = BodyProperties(Schema(id: "", title: "", graph: graph)).all.filter { !$0.inner.isEmpty }
    return objects.prefix(20).flatMap { object -> [Row] in
      let part = "/\(object.name)/"
      return [
        ("errors inside \(object.name) are not reported", each { $0.pointer.contains(part) ? nil : $0 }),
        ("errors outside \(object.name) are not reported", each { ($0.pointer + "/").contains(part) ? $0 : nil }),
        (
          "errors inside \(object.name) are one error",
          each { $0.pointer.contains(part) ? Finding($0.parent, "required") : $0 }
        ),
        (
          "\(object.name) is left out of pointers",
          each { Finding(($0.pointer + "/").replacing(part, with: "/", maxReplacements: 1).droppingLast, $0.keyword) }
        ),
        (
          "a missing or wrong \(object.name) lacks its members too",
          findings { list in
            list.flatMap { one in
              [one]
                + (one.name == object.name && ["type", "required"].contains(one.keyword)
                  ? object.inner.map { Finding("\(one.pointer)/\($0)", "required") } : [])
            }
          }
        ),
      ]
    }
  }

  /// Each rule of a body, one at a time, never reported.
  private static func lostRules(_ graph: SchemaGraph) -> [Row] {
    let places = graph.places.prefix(200)
    return places.flatMap { place -> [Row] in
      let tokens = place.pointer.tokens
      return graph.nodes[place.node].keywords.filter(\.canBeBroken).flatMap { use -> [Row] in
        let keyword = use.keyword.rawValue
        var lost: [[String]] = [tokens]
        if case .names(let names) = use.parameter { lost = names.map { tokens + [$0] } }
        if use.keyword == .additionalProperties || use.keyword == .falseSchema { return [] }
        return lost.map { tokens in
          let name = tokens.map { "/\($0)" }.joined()
          return ("lost\(name)/\(keyword)", each { $0.keyword == keyword && $0.isAt(tokens) ? nil : $0 })
        }
      }
    }
  }

  // MARK: Wrong places

  private static func pointers(_ keywords: [String]) -> [Row] {
    let texts: [(String, @Sendable (Finding) -> String)] = [
      ("without the slash", { String($0.pointer.dropFirst()) }),
      ("with dots", { $0.pointer.split(separator: "/").joined(separator: ".") }),
      ("with $ first", { "$" + $0.pointer.split(separator: "/").map { ".\($0)" }.joined() }),
      ("with # first", { "#" + $0.pointer }), ("of the parent", \.parent), ("of the root", { _ in "" }),
      ("with a slash behind", { $0.pointer + "/" }), ("of the last name", { "/" + $0.name }),
      ("in small letters", { $0.pointer.lowercased() }),
      ("without the first name", { String($0.pointer.dropFirst().drop { $0 != "/" }) }),
      ("with properties", { $0.pointer.split(separator: "/").map { "/properties/\($0)" }.joined() }),
      ("with an index", { $0.pointer + "/0" }), ("as a slash for the root", { $0.pointer.isEmpty ? "/" : $0.pointer }),
      ("with data first", { "/data" + $0.pointer }),
      ("with indices from 1", { $0.pointer.split(separator: "/").map { "/\(Int($0).map { String($0 + 1) } ?? String($0))" }.joined() }),
    ]
    return texts.map { name, text in ("pointers \(name)", each { Finding(text($0), $0.keyword) }) }
      + keywords.flatMap { keyword -> [Row] in
        [
          ("pointers of \(keyword) are of the parent", each { $0.keyword == keyword ? Finding($0.parent, keyword) : $0 }),
          ("pointers of \(keyword) are of the root", each { $0.keyword == keyword ? Finding("", keyword) : $0 }),
        ]
      }
  }

  // MARK: Errors too many

  private static let additions: [Row] =
    ["pattern", "minLength", "maxLength", "enum", "required"].map { keyword in
      (
        "a wrong type breaks \(keyword) too",
        findings { list in
          list.flatMap { $0.keyword == "type" && !$0.pointer.isEmpty ? [$0, Finding($0.pointer, keyword)] : [$0] }
        }
      )
    } + [
      ("an object with errors has one too", findings { $0 + [Finding("", "type")] }),
      (
        "a missing member is of the wrong type too",
        findings { $0.flatMap { $0.keyword == "required" ? [$0, Finding($0.pointer, "type")] : [$0] } }
      ),
    ]
    + ["minLength", "maxLength"].map { keyword in
      (
        "\(keyword) breaks the pattern too",
        findings { list in
          Array(Set(list + list.filter { $0.keyword == keyword }.map { Finding($0.pointer, "pattern") }))
        }
      )
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

extension String {
  fileprivate var droppingLast: String { String(dropLast()) }
}
