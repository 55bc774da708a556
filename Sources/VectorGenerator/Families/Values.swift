import ECMARegex
import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// Values of the wrong type, numbers beside bounds, and elements of arrays.
enum Values {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    [
      body.file("types", body.places.flatMap(types)),
      body.file("numbers", body.places.filter { $0.value.kind == .number }.flatMap(numbers)),
      body.file(
        "arrays", body.places.filter { $0.value.arrayValue != nil }.flatMap { elements($0, body) }),
    ]
  }

  // MARK: Types

  private static func types(_ place: Place) -> [Draft] {
    let right = place.value
    var values = Table.values.values("any") + Table.values.values(right.kind.rawValue)
    values += [
      ("an array that contains the valid value", .array([right])),
      ("an object that contains the valid value", .members([("value", right)])),
    ]
    switch right {
    case .object(let members):
      values += [
        ("a string with the text of the valid object", .string(right.compactText)),
        ("an array of two valid objects", .array([right, right])),
        ("an array of the values of its members", .array(right.children)),
        (
          "an array of names and values",
          .array(members.map { .array([.string($0.name), $0.value]) })
        ),
      ]
    case .array(let elements):
      let indexed = elements.enumerated().map { (String($0), $1) }
      values += [
        ("its only element", elements.first ?? .string("a")),
        ("a string with the text of the valid array", .string(right.compactText)),
        ("an object with indices as names", .members(indexed + [("length", .number("1"))])),
      ]
    case .number(let text): values.append(("the number as a string", .string(text)))
    case .string(let text):
      let half = text.index(text.startIndex, offsetBy: text.count / 2)
      let halves = [text[..<half], text[half...]].map { JSONValue.string(String($0)) }
      values.append(("an array of the two halves of the valid value", .array(halves)))
    default: break
    }
    let allowed = place.demand.kinds.types.map(\.withArticle).joined(separator: " or ")
    return values.map { why, value in
      let isWrong = !KindSet(of: value).isSubset(of: place.demand.kinds) && !allowed.isEmpty
      return place.draft(
        value, "\(place.label) is \(why)\(isWrong ? "; only \(allowed) is allowed" : "").",
        about: [.type])
    }
  }

  // MARK: Numbers

  private static func numbers(_ place: Place) -> [Draft] {
    var values: [(why: String, text: String)] = []
    for use in place.keywords {
      guard case .number(let bound) = use.parameter, let value = Double(bound) else { continue }
      values += use.keyword == .multipleOf ? multiples(bound, value) : beside(bound, value)
    }
    let common = Table.values.values("numbers").map { ($0.why, $0.value.compactText) }
    return (values + common).map { why, text in
      place.draft(
        .number(text), "\(place.label) is \(text), \(why).",
        about: [.minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf])
    }
  }

  private static func multiples(_ text: String, _ step: Double) -> [(String, String)] {
    [0, 1, 2, 3, 7, -1, 0.5, 1.5, 100].map { factor in
      ("\(String.spelling(factor)) times \(text)", .spelling(step * factor))
    } + [
      ("next to \(text)", .spelling(step + 1)),
      ("a very large multiple of \(text)", (text.contains("e") ? "1" : text) + "e30"),
    ]
  }

  private static func beside(_ text: String, _ bound: Double) -> [(String, String)] {
    var values: [(String, String)] = [
      ("the bound", text), ("the bound with the other sign", .spelling(-bound)),
      ("ten times the bound", .spelling(bound * 10)),
    ]
    for (name, distance) in [("one", 1.0), ("two", 2), ("one half", 0.5)] {
      values.append(("\(name) less than the bound", .spelling(bound - distance)))
      values.append(("\(name) more than the bound", .spelling(bound + distance)))
    }
    guard let whole = Int(text) else { return values }
    values += [
      ("more than the bound by less than a double can show", text + ".00000000000000000001"),
      ("the bound with a fraction of zero", text + ".0"),
      ("the bound with an exponent", text + "e0"),
    ]
    if whole > 0 {
      let less = "\(whole - 1).99999999999999999999"
      values.append(("less than the bound by less than a double can show", less))
    }
    return values
  }

  // MARK: Elements

  private static func elements(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    let bounds = place.counts([.minItems, .maxItems, .minContains]).filter { $0 <= 2_000 }
    let length = max(bounds.min() ?? 2, 2)
    let some = body.elements(of: place, length + 1)
    let faults = Table.values.values("elements").flatMap { name, value in
      [0, length - 1, length].map { index in
        var list = Array(some.prefix(length))
        list.replaceSubrange(index..<min(index + 1, length), with: [value])
        return place.draft(
          .array(list), "\(place.label) has \(name) as element \(index).", about: [.items])
      }
    }
    // Equal elements in several spellings, and elements that differ only just.
    let pairs = [("the same element twice", some[0], some[0])] + Table.values.pairs("pairs")
    return faults
      + pairs.flatMap { why, one, other in
        let others = some.filter { $0 != one && $0 != other }
        return [
          place.draft(
            .array([one, other] + others.prefix(length - 2)), "\(place.label) has \(why).",
            about: [.uniqueItems]),
          place.draft(
            .array([one] + others + [other]),
            "\(place.label) has \(why), with others between them.",
            about: [.uniqueItems]),
        ]
      }
  }
}

extension String {
  /// A number as JSON spells it, without a fraction where it is whole.
  static func spelling(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? "\(number)"
  }
}
