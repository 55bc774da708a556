import ECMARegex
import JSONText
import SchemaRules
import Vectors

/// Documents that few families of vectors derive: one thing changed in every way that careless programs do not
/// see, and several errors at once.
struct SpareDocuments {
  private let graph: SchemaGraph
  private let right: Validator
  private let values: NodeValues
  private let spots: NodeSpots

  /// How long a document may become, and how many documents of a kind there are; of more, some are left out evenly.
  private static let (byteLimit, limit) = (4_000, 3_000)
  /// How many places of a document are changed, and how many nodes for texts have documents.
  private static let (placeLimit, nodeLimit) = (40, 24)

  init(_ graph: SchemaGraph, _ right: Validator, _ values: NodeValues, _ spots: NodeSpots) {
    self.graph = graph
    self.right = right
    self.values = values
    self.spots = spots
  }

  /// The documents, none of them twice.
  func all(changing documents: [JSONValue]) -> [[UInt8]] {
    let documents = documents.withoutRepetitions(8)
    let kinds = [singles(documents), textual, documents.flatMap(faults), pairs]
    var all = Self.texts
    all += documents.map { document in
      Self.spacing.reduce(Array(document.compactText.utf8)) { $1.apply($0) }
    }
    for kind in kinds {
      let step = max(1, kind.count / Self.limit)
      all += stride(from: 0, to: kind.count, by: step).map { Array(kind[$0].compactText.utf8) }
    }
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

  /// Each place of some documents changed in one of them.
  private func singles(_ documents: [JSONValue]) -> [JSONValue] {
    var seen: Set<[String]> = []
    return documents.flatMap { document in
      document.allPlaces.prefix(Self.placeLimit).flatMap { place -> [JSONValue] in
        guard let value = document.value(at: place) else { return [] }
        let names = value.objectValue?.map(\.name) ?? ["\(KindSet(value.kind).rawValue)"]
        guard seen.insert(place.map { Int($0) == nil ? $0 : "*" } + [""] + names).inserted else {
          return []
        }
        let changes = ValueChanges(values: values)
          .changes(of: value, named: place.last ?? "value", about: [])
        return changes.map { document.setting($0, at: place) }
          + renamed(document, place)
      }
    }
  }

  /// What programs take for nothing, or for one character.
  private static let unseen = [
    "  ", " ", "\t", "\n", "\r\n", "//", "\"", "<", "\\", "e\u{301}", "\u{200B}", "\u{FEFF}",
    "\u{AD}", "\u{FFFD}", "\u{0}", "\u{1F600}", "\u{A0}", "\u{2013}", "\u{212A}", "\u{17F}",
    "\u{FFFF}", "\u{E000}", "\u{FF21}", "\u{FF11}", "\u{661}", "\u{E9}", "\u{430}", "\u{2019}",
  ]

  /// What programs take for characters of ASCII.
  private static let lookAlikes = [
    ("k", "\u{212A}"), ("s", "\u{17F}"), ("e", "\u{E9}"), ("a", "\u{430}"), ("a", "\u{FF41}"),
    ("1", "\u{FF11}"), ("1", "\u{661}"), ("-", "\u{2013}"), (" ", "\u{A0}"), ("/", "\\"),
  ]

  /// Documents with texts for each node that has rules about them.
  private var textual: [JSONValue] {
    let ruled = spots.all.filter { node, spot in
      !spot.isName
        && graph.nodes[node].keywords.contains { use in
          use.canBeBroken
            && (use.keyword.description.appliesTo == .string
              || [.enum, .const].contains(use.keyword))
        }
    }
    return ruled.prefix(Self.nodeLimit).flatMap { node, spot -> [JSONValue] in
      let document = spots.documents[spot.document]
      let lengths = graph.inPlaceNodes(of: node).flatMap { graph.nodes[$0].keywords }.flatMap {
        use in
        guard case .count(let count) = use.parameter, count < 2_000 else { return [Int]() }
        return use.keyword == .maxLength
          ? [count, count + 1] : use.keyword == .minLength ? [count, count - 1] : []
      }
      let texts = ([document.value(at: spot.tokens)] + values.examples(of: node)).compactMap {
        $0?.stringValue
      }
      return texts.prefix(1).flatMap { self.texts($0, Set(lengths)) }
        .map { document.setting($0, at: spot.tokens) }
    }
  }

  /// A text with what is not seen in it, as it is and at bounds of its length.
  private func texts(_ text: String, _ lengths: Set<Int>) -> [JSONValue] {
    let scalars = Array(text.unicodeScalars)
    let filler = scalars.last ?? "a"
    func halves(_ scalars: [Unicode.Scalar]) -> (String, String) {
      let half = scalars.count / 2
      return (String(scalars: scalars.prefix(half)), String(scalars: scalars.dropFirst(half)))
    }
    let (start, end) = halves(scalars)
    var texts = Self.unseen.flatMap { [$0, $0 + text, text + $0, start + $0 + end] }
    for length in lengths.sorted() {
      for unseen in Self.unseen {
        let rest = length - unseen.unicodeScalars.count
        guard rest >= 0 else { continue }
        let sized = (scalars + Array(repeating: filler, count: rest)).prefix(rest)
        let (start, end) = halves(Array(sized))
        texts += [start + unseen + end, start + end + unseen]
      }
    }
    texts += Self.lookAlikes.map { text.replacing($0, with: $1) }
    for length in [101, 256, 1_025] {
      let more = String(scalars: Array(repeating: filler, count: length))
      texts += [text + more, more + text]
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
      [outer[name] ?? .null, .null, .number("1.5")].map { value in
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
          nil, .null, .number("-1.5"), .string("\u{0}"), .string(""), .object([]), .array([]),
          .string(String(repeating: "\u{7F}", count: 300)),
        ]
        let changes = wrong.map { current.setting($0, at: place) }
          .map { (document: $0, count: errors($0).count) }
        guard let worst = changes.max(by: { $0.count < $1.count }), worst.count > count else {
          continue
        }
        (current, count) = worst
        documents.append(current)
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
          elements.last.map { .array(elements + Array(repeating: $0, count: ValueChanges.many)) }
        case .object(let members)?:
          members.last.map { last in
            .object(
              (0..<ValueChanges.many).map { .init(name: "x\($0)", value: last.value) } + members)
          }
        default: nil
        }
      guard let wide else { return document }
      let changed = document.setting(wide, at: place)
      return changed.compactText.utf8.count < Self.byteLimit && errors(changed).isEmpty
        ? changed : document
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
    for (node, spot) in spots.all where !spot.isName {
      let document = spots.documents[spot.document]
      for value in values.values(of: node).prefix(80).map(Optional.some) + [nil] {
        let keywords = Set(errors(document.setting(value, at: spot.tokens)).map(\.keyword))
        let known = faults[keywords] ?? []
        guard !keywords.isEmpty, known.count < 4,
          !known.contains(where: { $0.place == spot.tokens })
        else { continue }
        faults[keywords] =
          known + [
            Fault(document: spot.document, place: spot.tokens, value: value, keywords: keywords)
          ]
      }
    }
    let all = faults.sorted {
      $0.key.map(\.rawValue).sorted().lexicographicallyPrecedes($1.key.map(\.rawValue).sorted())
    }
    .flatMap(\.value).prefix(60)
    return all.indices.flatMap { index -> [JSONValue] in
      let one = all[index]
      let document = spots.documents[one.document].setting(one.value, at: one.place)
      return [document]
        + all[(index + 1)...].compactMap { other in
          one.place.starts(with: other.place) || other.place.starts(with: one.place)
            ? nil : document.setting(other.value, at: other.place)
        }
    }
  }
}
