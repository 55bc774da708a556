import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// Faults of several members together: every two, and every three, are in some vector.
enum Combinations {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    let factors = factors(body)
    let strengths = [(2, "pairs"), (3, "triples")].prefix(body.isFirst ? 2 : 1)
    return strengths.filter { factors.count >= $0.0 }.map { strength, list in
      let factors = factors.map { $0.prefix(strength == 2 ? 8 : 5) }
      return body.file(list, drafts(body, factors, strength))
    }
  }

  /// The states of a member: a name and a value, nil for a missing member.
  private struct Factor {
    let place: Place
    var states: [(name: String, value: JSONValue?)]

    func prefix(_ count: Int) -> Factor {
      Factor(place: place, states: Array(states.prefix(count)))
    }
  }

  /// The most members that are combined.
  private static let mostFactors = 14

  private static func factors(_ body: BodyPlaces) -> [Factor] {
    body.places.filter { $0.isDeclaredMember && body.example.value(at: $0.parent) != nil }
      .prefix(mostFactors).map { place in
        var states: [(String, JSONValue?)] = [("right", place.value), ("missing", nil)]
        if place.isRequired == false { states.swapAt(0, 1) }
        let wrong: [JSONValue] = [.null, .number("1"), .boolean(true), .array([]), .string("x")]
        if let value = wrong.first(where: { !KindSet(of: $0).isSubset(of: place.demand.kinds) }) {
          states.append((value.compactText, value))
        }
        return Factor(place: place, states: states + violations(place))
      }
  }

  /// Values that each violate one rule of the place, or two.
  private static func violations(_ place: Place) -> [(String, JSONValue?)] {
    var states: [(String, JSONValue?)] = []
    if place.allowsStrings {
      let least = place.counts([.minLength]).max() ?? 0
      let most = place.counts([.maxLength]).min() ?? 0
      let isBounded = most > 0 && most < 5_000
      func add(_ name: String, _ text: String) { states.append((name, .string(text))) }
      if place.demand.listedValues != nil { add("not listed", "other") }
      if least > 0 { add("too short", place.text(ofLength: least - 1)) }
      if isBounded { add("too long", place.text(ofLength: most + 1)) }
      if let sampler = place.sampler {
        let foreign = String(sampler.foreign)
        add("invalid in its last character", (place.value.stringValue ?? "").dropLast() + foreign)
        if least > 1 { add("too short, with an invalid character", foreign) }
        if isBounded {
          add("too long, with an invalid character", place.text(ofLength: most) + foreign)
        }
        if least == 0 { add("empty", "") }
      }
    }
    for use in place.keywords {
      guard case .number(let text) = use.parameter, let bound = Double(text) else { continue }
      switch use.keyword {
      case .minimum, .exclusiveMinimum:
        states.append(("too small", .number(.spelling(bound - 1))))
      case .maximum, .exclusiveMaximum:
        states.append(("too large", .number(.spelling(bound + 1))))
      default: break
      }
    }
    return states
  }

  private static func drafts(_ body: BodyPlaces, _ factors: [Factor], _ strength: Int) -> [Draft] {
    let array = CoveringArray(
      stateCounts: factors.map(\.states.count), strength: strength, seed: UInt64(strength))
    return array.rows.map { row in
      var document = body.example
      var names: [String] = []
      for (factor, state) in zip(factors, row) {
        let (name, value) = factor.states[state]
        if name != "right" { names.append("\(factor.place.label) is \(name)") }
        guard document.value(at: factor.place.parent)?.objectValue != nil else { continue }
        // What is inside a member has states of its own.
        let isContainer = value == factor.place.value && value?.objectValue?.isEmpty == false
        if isContainer, document.value(at: factor.place.path) != nil { continue }
        document = document.setting(value, at: factor.place.path)
      }
      return Draft(
        names.isEmpty
          ? "Every member is valid." : "Several faults: \(names.joined(separator: ", ")).",
        document, tags: ["combination"])
    }
  }
}
