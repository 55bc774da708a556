import JSONText
import Vectors

/// Faults of several fields together: every two, and every three, stand in some vector.
enum Combinations {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "combinations/\(target)-pairs.json", title: "Pairs of faults in the \(target)",
        about: "Each state of each field stands beside each state of each other one.",
        drafts: drafts(target, strength: 2))
    }
      + Target.allCases.map { target in
        DraftFile(
          path: "combinations/\(target)-triples.json", title: "Triples of faults in the \(target)",
          about: "Each three states of three fields stand together.",
          drafts: drafts(target, strength: 3))
      }
      + [
        DraftFile(
          path: "combinations/wrong-characters-response.json",
          title: "Wrong characters in three fields of the response",
          about:
            "One wrong character in name, description and prefix at once, each at another place.",
          drafts: characters)
      ]
  }

  /// The states of a field: a name and a value, nil for a missing field.
  private struct Factor {
    var field: String
    var states: [(String, JSONValue?)]
  }

  private static func factors(_ target: Target) -> [Factor] {
    let words = String(repeating: "word ", count: 41)
    var factors = [
      Factor(
        field: "/name",
        states: [
          ("right", .string("abc")), ("missing", nil), ("null", .null), ("short", .string("ab")),
          ("wrong", .string("a!c")),
          ("short and wrong", .string("-")), ("long", .string(String(repeating: "a", count: 101))),
          ("long and wrong", .string(String(repeating: "a ", count: 51))),
        ]),
      Factor(
        field: "/description",
        states: [
          ("missing", nil), ("right", .string("Text.")), ("a number", .number("1")),
          ("empty", .string("")), ("wrong", .string("#")),
          ("long", .string(words)), ("long and wrong", .string(words + "#")),
        ]),
      Factor(
        field: "/type",
        states: [
          ("right", .string("s3")), ("missing", nil), ("an array", .array([])),
          ("wrong", .string("gcs")),
        ]),
      Factor(
        field: "/prefix",
        states: [
          ("right", .string("p/")), ("missing", nil), ("true", .boolean(true)),
          ("wrong", .string("p")),
        ]),
      Factor(
        field: "/credentials",
        states: [("right", .object([])), ("missing", nil), ("a text", .string("x"))]),
    ]
    factors += Fields.secrets.map { field in
      Factor(field: field, states: [("right", .string("x")), ("missing", nil), ("null", .null)])
    }
    if target == .response {
      factors += [
        Factor(
          field: "/id",
          states: [("right", .string("x")), ("missing", nil), ("a number", .number("1"))]),
        Factor(
          field: "/createdAt",
          states: [("missing", nil), ("right", .string("x")), ("a number", .number("1"))]),
        Factor(
          field: "/updatedAt", states: [("missing", nil), ("right", .string("x")), ("null", .null)]),
      ]
    }
    return factors
  }

  private static func drafts(_ target: Target, strength: Int) -> [Draft] {
    let factors = factors(target)
    let array = CoveringArray(
      stateCounts: factors.map(\.states.count), strength: strength, seed: UInt64(strength))
    return array.rows.map { row in
      var body = Body(target)
      var names: [String] = []
      for (factor, state) in zip(factors, row) {
        let (name, value) = factor.states[state]
        if name != "right" { names.append("\(factor.field) \(name)") }
        if factor.field == "/credentials", name == "right" { continue }
        body = body.setting(factor.field, value)
      }
      let key = row.map { String($0) }.joined()
      return Draft(
        "combinations/\(target)/\(strength)/\(key)", target,
        names.isEmpty ? "No fault." : "Together: \(names.joined(separator: ", ")).", body.value,
        tags: ["combination"])
    }
  }

  private static var characters: [Draft] {
    let ascii = (UInt8(0)..<128).map { Unicode.Scalar($0) }
    let latin = (UInt8(128)...255).map { Unicode.Scalar($0) }
    let traps = (NamePattern.traps + DescriptionPattern.lookAlikes).map(\.1).filter {
      $0.value > 0xFF
    }
    return ascii.flatMap { characters($0, 0..<6) } + latin.flatMap { characters($0, 2..<4) }
      + traps.flatMap { characters($0, 0..<6) }
  }

  private static func characters(_ scalar: Unicode.Scalar, _ range: Range<Int>) -> [Draft] {
    // Name, description and prefix, each with the character at another kind of place.
    let places: [(String, String, String, String)] = [
      ("first", "\(scalar)bc", "\(scalar)", "\(scalar)/"),
      ("last", "ab\(scalar)", "a\(scalar)", "a/\(scalar)"),
      ("in a second part", "a-\(scalar)", "a\(scalar)b", "a\(scalar)/"),
      ("in the middle", "a\(scalar)c", "\(scalar)b", "ab\(scalar)"),
      ("in place of the slash", "a b\(scalar)", "Text\(scalar).", "a\(scalar)"),
      ("between parts", "ab\(scalar)cd", ".\(scalar)", "a\(scalar)b/"),
    ]
    return places[range].map { place, name, description, prefix in
      Draft(
        "combinations/characters/\(scalar.keyPart)/\(place)", .response,
        "\(scalar.label) \(place), in name, description and prefix.",
        Body(.response).setting("/name", .string(name)).setting(
          "/description", .string(description)
        )
        .setting("/prefix", .string(prefix)).value, tags: ["combination"], axis: Choices.whitespace)
    }
  }
}
