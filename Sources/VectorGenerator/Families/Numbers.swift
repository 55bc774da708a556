import JSONText
import SchemaRules

/// Numbers at and beside bounds, in several spellings.
enum Numbers {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    let places = body.places.filter { !$0.kinds.isDisjoint(with: .number) && $0.value.isNumber }
    return [
      DraftFile(
        "numbers/\(body.name).json", "Numbers in the \(body.name)",
        "Numbers are compared by value, exactly, however they are spelled.",
        places.flatMap(drafts))
    ]
  }

  private static func drafts(_ place: Place) -> [Draft] {
    let bounds = [Keyword.minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum].flatMap {
      keyword in place.numbers(keyword).flatMap { beside($0) }
    }
    let steps = place.numbers(.multipleOf).flatMap { step -> [(String, String)] in
      guard let value = Double(step) else { return [] }
      return [0, 1, 2, 3, 7, -1, 0.5, 1.5, 100].map { factor in
        ("\(ExampleBuilder.text(factor)) times \(step)", ExampleBuilder.text(value * factor))
      } + [
        ("next to \(step)", ExampleBuilder.text(value + 1)),
        ("a very large multiple of \(step)", spelling(step) + "e30"),
      ]
    }
    let common: [(String, String)] = [
      ("zero", "0"), ("minus zero", "-0"), ("one", "1"), ("minus one", "-1"), ("one half", "0.5"),
      ("2^31", "2147483648"), ("2^32", "4294967296"), ("2^53 + 1", "9007199254740993"),
      ("2^63", "9223372036854775808"), ("2^64", "18446744073709551616"),
      ("a very large number", "1e300"), ("a very small number", "1e-300"),
      ("a large negative number", "-1e30"), ("a whole number with an exponent", "10e-1"),
      ("a whole number with a fraction of zero", "1.0"), ("a fraction with an exponent", "15e-1"),
    ]
    return (bounds + steps + common).map { why, text in
      place.draft(
        .number(text), "\(place.label) is \(text), \(why).",
        about: [.minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf])
    }
  }

  /// A bound in digits without an exponent, or as it is.
  private static func spelling(_ text: String) -> String { text.contains("e") ? "1" : text }

  private static func beside(_ bound: String) -> [(String, String)] {
    guard let value = Double(bound) else { return [] }
    var list = [
      ("the bound", bound), ("one less than the bound", ExampleBuilder.text(value - 1)),
      ("one more than the bound", ExampleBuilder.text(value + 1)),
      ("two less than the bound", ExampleBuilder.text(value - 2)),
      ("two more than the bound", ExampleBuilder.text(value + 2)),
      ("half less than the bound", ExampleBuilder.text(value - 0.5)),
      ("half more than the bound", ExampleBuilder.text(value + 0.5)),
      ("the bound with the other sign", ExampleBuilder.text(-value)),
      ("ten times the bound", ExampleBuilder.text(value * 10)),
    ]
    if Int(bound) != nil {
      // No double tells these from the bound.
      list += [
        ("more than the bound by less than a double shows", bound + ".00000000000000000001"),
        ("the bound with a fraction of zero", bound + ".0"),
        ("the bound with an exponent", bound + "e0"),
      ]
      if value > 0, let less = Int(exactly: value - 1) {
        list.append(
          ("less than the bound by less than a double shows", "\(less).99999999999999999999"))
      }
    }
    return list
  }
}

extension Place {
  /// The numbers that a keyword has as its parameter.
  func numbers(_ keyword: Keyword) -> [String] {
    parameters(keyword).compactMap { if case .number(let text) = $0 { text } else { nil } }
  }
}

extension JSONValue {
  var isNumber: Bool { if case .number = self { true } else { false } }
}
