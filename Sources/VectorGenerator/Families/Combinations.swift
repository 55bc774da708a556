import JSONText
import SchemaRules

/// Faults of several members together: every two, and every three, are in some vector.
enum Combinations {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    let factors = factors(body)
    guard factors.count > 1 else { return [] }
    return [(2, "Pairs"), (3, "Triples")].compactMap { strength, name in
      guard factors.count >= strength else { return nil }
      return DraftFile(
        "combinations/\(body.name)-\(name.lowercased()).json",
        "\(name) of faults in the \(body.name)",
        "Each state of each member is beside each state of each other one.",
        drafts(body, factors, strength))
    }
  }

  /// The states of a member: a name and a value, nil for a missing member.
  private struct Factor {
    let place: Place
    var states: [(String, JSONValue?)]
  }

  /// The most members that are combined three at a time, and states of each.
  private static let (mostFactors, mostStates) = (14, 8)

  private static func factors(_ body: BodyPlaces) -> [Factor] {
    body.places.filter { place in
      place.name != nil && place.base[place.path.dropLast()] != nil
        && body.example[place.path.dropLast()] != nil && place.isRequired != nil
    }.prefix(mostFactors).map { place in
      var states: [(String, JSONValue?)] =
        place.isRequired == true
        ? [("right", place.value), ("missing", nil)] : [("missing", nil), ("right", place.value)]
      let wrong: [JSONValue] = [.null, .number("1"), .boolean(true), .array([]), .string("x")]
      if let value = wrong.first(where: {
        $0 != place.value && !KindSet.having($0).isSubset(of: place.kinds)
      }) {
        states.append((value.text, value))
      }
      return Factor(place: place, states: Array((states + violations(place)).prefix(mostStates)))
    }
  }

  /// Values that each violate one rule of the place, or two.
  private static func violations(_ place: Place) -> [(String, JSONValue?)] {
    let least = place.counts(.minLength).max() ?? 0
    let most = place.counts(.maxLength).min() ?? 0
    let samples = place.patternSamples
    func text(_ count: Int) -> String {
      samples?.text(ofLength: count).map { String(String.UnicodeScalarView($0)) }
        ?? String(repeating: "a", count: count)
    }
    var states: [(String, JSONValue?)] = []
    if place.isString {
      if place.listed != nil { states.append(("not listed", .string("other"))) }
      if least > 0 { states.append(("too short", .string(text(least - 1)))) }
      if most > 0, most < 5_000 { states.append(("too long", .string(text(most + 1)))) }
      if let samples {
        let foreign = String(samples.foreign)
        let right = place.value.stringValue ?? ""
        states.append(("with a wrong character", .string(right.dropLast() + foreign)))
        if least > 1 { states.append(("too short and wrong", .string(foreign))) }
        if most > 0, most < 5_000 {
          states.append(("too long and wrong", .string(text(most) + foreign)))
        }
        if least == 0 { states.append(("empty", .string(""))) }
      }
    }
    for bound in place.numbers(.minimum) + place.numbers(.exclusiveMinimum) {
      if let value = Double(bound) {
        states.append(("too small", .number(ExampleBuilder.text(value - 1))))
      }
    }
    for bound in place.numbers(.maximum) + place.numbers(.exclusiveMaximum) {
      if let value = Double(bound) {
        states.append(("too large", .number(ExampleBuilder.text(value + 1))))
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
        if name != "right" { names.append("\(factor.place.label) \(name)") }
        guard document[factor.place.path.dropLast()]?.objectValue != nil else { continue }
        // What is inside a member has states of its own.
        let isContainer = value == factor.place.value && value?.objectValue?.isEmpty == false
        if isContainer, document[factor.place.path[...]] != nil { continue }
        document = document.setting(factor.place.path[...], value)
      }
      return Draft(
        body.name,
        names.isEmpty ? "Every member is right." : "Together: \(names.joined(separator: ", ")).",
        document, tags: ["combination"])
    }
  }
}
