import ECMARegex
import JSONText
import SchemaRules

/// Documents that few families of vectors derive: one thing changed in every way that careless programs do not
/// see, and several errors at once.
struct SpareDocuments {
  private let right: Validator
  private let values: NodeValues
  private let spots: NodeSpots
  /// Around the bounds that the schema puts on lengths.
  private let lengths: [Int]

  /// How many places of a document are changed, and how long it may become.
  private static let (placeLimit, byteLimit) = (48, 4_000)
  /// How many elements, members and errors are more than any program reports at once.
  private static let many = 12

  init(_ graph: SchemaGraph, _ right: Validator, _ values: NodeValues, _ spots: NodeSpots) {
    self.right = right
    self.values = values
    self.spots = spots
    let lengths = graph.nodes.flatMap(\.keywords).flatMap { use -> [Int] in
      guard case .count(let count) = use.parameter, count < 2_000 else { return [] }
      return use.keyword == .maxLength
        ? [count, count + 1] : use.keyword == .minLength ? [count, count - 1] : []
    }
    self.lengths = Array(Set(lengths).sorted().prefix(8))
  }

  /// The documents, none of them twice.
  func all(changing documents: [JSONValue]) -> [[UInt8]] {
    var all = Self.texts
    for document in documents.withoutRepetitions(6) {
      let values = singles(document) + faults(document)
      all += values.map { Array($0.compactText.utf8) }
      all.append(Self.spacing.reduce(Array(document.compactText.utf8)) { $1.apply($0) })
    }
    all += pairs.map { Array($0.compactText.utf8) }
    var seen: Set<[UInt8]> = []
    return all.filter { $0.count < Self.byteLimit && seen.insert($0).inserted }
  }

  /// Texts that are not JSON, whatever the schema.
  private static let texts = [
    #"{"a":{"a":1"#, #""a":1,"b":2"#, #"{"a":{"a":1}"#, #"[[1"#,
  ].map { Array($0.utf8) }

  private static let spacing = RewritingRule.table(
    .outsideStrings, #"spaced → [:,] → \x20$0\x20"#)

  // MARK: One thing changed

  private func singles(_ document: JSONValue) -> [JSONValue] {
    document.allPlaces.prefix(Self.placeLimit).flatMap { place -> [JSONValue] in
      guard let value = document.value(at: place) else { return [] }
      return others(than: value, of: place.last ?? "value")
        .compactMap { document.setting($0, at: place[...]) } + renamed(document, place)
    }
  }

  private static func wrong(_ value: JSONValue) -> [JSONValue] { [value, .null, .number("1.5")] }

  private func others(than value: JSONValue, of name: String) -> [JSONValue] {
    let more = (0..<Self.many).map { JSONValue.Member(name: "x\($0)", value: .null) }
    func object(_ name: String, _ value: JSONValue) -> JSONValue {
      .object([.init(name: name, value: value)])
    }
    var others =
      NodeValues.usual + ["null", "undefined", "true", "{}", " "].map { .string($0) }
      + [[value], [value, value], [.null, value], [value, .null]].map { .array($0) }
      + [name, "value", "foo", "__proto__"].map { object($0, value) }
      + [.object(more), .array(Array(repeating: value, count: Self.many))]
    switch value {
    case .string(let text): others += texts(text)
    case .number(let text): others += [.string(text), .number("\(text)e0"), .number("\(text).5")]
    case .object(let members):
      others += [.object(members + more), .object(more + members)]
      for member in members.prefix(8) {
        let rest = members.filter { $0 != member }
        for wrong in Self.wrong(member.value) {
          others += ["__proto__", "foo"].map {
            .object(rest + [.init(name: $0, value: object(member.name, wrong))])
          }
          others.append(.object(more + rest + [.init(name: member.name, value: wrong)]))
        }
      }
    case .array(let elements):
      others += elements.prefix(1)
      others += [elements, Array(repeating: .null, count: Self.many)].map { .array(elements + $0) }
    case .boolean, .null: break
    }
    return others
  }

  /// What programs take for nothing, or for one character.
  private static let unseen = [
    "  ", " ", "\t", "\n", "\r\n", "//", "\"", "<", "\\", "e\u{301}", "\u{200B}", "\u{FEFF}",
    "\u{AD}", "\u{FFFD}", "\u{0}", "\u{1F600}", "\u{A0}", "\u{2013}", "\u{212A}", "\u{17F}",
    "\u{FFFF}", "\u{E000}", "\u{FF21}", "\u{FF11}", "\u{661}", "\u{E9}", "\u{430}", "\u{2019}",
  ]

  /// A text with what is not seen in it, as it is and at bounds of its length.
  private func texts(_ text: String) -> [JSONValue] {
    let scalars = Array(text.unicodeScalars)
    let half = scalars.count / 2
    func parts(_ scalars: [Unicode.Scalar], at index: Int) -> (String, String) {
      (String(scalars: scalars.prefix(index)), String(scalars: scalars.dropFirst(index)))
    }
    let (start, end) = parts(scalars, at: half)
    var texts = Self.unseen.flatMap { [$0, $0 + text, text + $0, start + $0 + end] }
    let filler = scalars.last ?? "a"
    for length in lengths {
      for unseen in Self.unseen {
        let rest = length - unseen.unicodeScalars.count
        guard rest >= 0 else { continue }
        let sized = Array((scalars + Array(repeating: filler, count: rest)).prefix(rest))
        let (start, end) = parts(sized, at: rest / 2)
        texts += [start + unseen + end, start + end + unseen, unseen + start + end]
      }
    }
    for length in [101, 256, 1_025] {
      texts.append(text + String(scalars: Array(repeating: filler, count: length)))
      texts.append(String(scalars: Array(repeating: filler, count: length)) + text)
    }
    return texts.map { .string($0) } + [.array([.string(start), .string(end)])]
  }

  /// The document with another name of a member: one that programs may take for the right one.
  private func renamed(_ document: JSONValue, _ place: [String]) -> [JSONValue] {
    guard let name = place.last, let outer = document.value(at: place.dropLast()),
      case .object(let members) = outer
    else { return [] }
    let names = [
      name.dropLast() + "\u{E9}", name.replacing("e", with: "\u{435}"), name + "\u{0}x", name + "s",
      name.uppercased(), "\u{200B}" + name, name + "\u{301}", name + "\n",
    ]
    return names.filter { $0 != name }.flatMap { other in
      Self.wrong(outer[name] ?? .null).compactMap { value in
        let changed = members.map { $0.name == name ? .init(name: other, value: value) : $0 }
        return document.setting(.object(changed), at: place.dropLast())
      }
    }
  }

  // MARK: Several errors

  private func errors(_ document: JSONValue) -> [FieldError] {
    right.validate(Array(document.compactText.utf8)).errors
  }

  /// A document with one error more each time, until there are no more places for errors.
  private func faults(_ document: JSONValue) -> [JSONValue] {
    let wide = widened(document)
    let places = wide.allPlaces.dropFirst().prefix(120)
    return [Array(places), places.reversed()].flatMap { places in
      var (documents, current, count) = ([JSONValue](), wide, 0)
      for place in places {
        let wrong: [JSONValue?] = [
          nil, .null, .number("-1.5"), .string("\u{0}"), .boolean(true), .object([]), .array([]),
        ]
        for value in wrong {
          guard let changed = current.setting(value, at: place[...]) else { continue }
          let changedCount = errors(changed).count
          guard changedCount > count else { continue }
          (current, count) = (changed, changedCount)
          documents.append(changed)
          break
        }
      }
      return documents
    }
  }

  /// The document with many elements in each of its arrays, and many members that are not declared, where they are
  /// allowed.
  private func widened(_ document: JSONValue) -> JSONValue {
    document.allPlaces.reversed().reduce(document) { document, place in
      let wide: JSONValue? =
        switch document.value(at: place) {
        case .array(let elements)?:
          elements.last.map { .array(elements + Array(repeating: $0, count: Self.many)) }
        case .object(let members)?:
          members.last.map { last in
            .object((0..<Self.many).map { .init(name: "x\($0)", value: last.value) } + members)
          }
        default: nil
        }
      guard let wide, let changed = document.setting(wide, at: place[...]), errors(changed).isEmpty
      else { return document }
      return changed
    }
  }

  /// A change of one of the first documents that violates a rule.
  private struct Fault {
    let document: Int
    let place: [String]
    let value: JSONValue?
    let keywords: Set<Keyword>
  }

  /// Documents with two faults, each keyword beside each other one, and faults that violate several rules at once.
  private var pairs: [JSONValue] {
    var faults: [Set<Keyword>: [Fault]] = [:]
    for (node, spot) in spots.all where spot.document < 8 && !spot.isName {
      let document = spots.documents[spot.document]
      for value in values.values(of: node).prefix(80).map(Optional.some) + [nil] {
        guard let changed = document.setting(value, at: spot.tokens[...]) else { continue }
        let keywords = Set(errors(changed).map(\.keyword))
        let known = faults[keywords] ?? []
        guard !keywords.isEmpty, known.count < 4, !known.contains(where: { $0.place == spot.tokens })
        else { continue }
        faults[keywords] =
          known + [Fault(document: spot.document, place: spot.tokens, value: value, keywords: keywords)]
      }
    }
    let all = faults.sorted { $0.key.map(\.rawValue).sorted().lexicographicallyPrecedes($1.key.map(\.rawValue).sorted()) }
      .flatMap(\.value).prefix(60)
    return all.indices.flatMap { index -> [JSONValue] in
      let one = all[index]
      let document = spots.documents[one.document].setting(one.value, at: one.place[...])
      guard let document else { return [] }
      return [document]
        + all[(index + 1)...].compactMap { other in
          one.place.starts(with: other.place) || other.place.starts(with: one.place)
            ? nil : document.setting(other.value, at: other.place[...])
        }
    }
  }
}
