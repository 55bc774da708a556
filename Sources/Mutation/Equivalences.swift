/// Proofs that a mutant judges every document like the right implementation.
enum Equivalences {
  /// By field and variant of a pattern.
  static let patterns: [String: String] = [
    "description/end/lf": ofClass("an LF"), "description/end/crlf": ofClass("CR and LF"),
    "description/end/cr": ofClass("a CR"), "description/trim/end": ofClass("white space"),
    "description/trim/start": ofClass("white space"),
    "description/from A to z":
      "Between Z and a stand [ \\ ] ^ _ and the grave accent, which the class has one by one.",
  ]

  /// By change of values.
  static let values: [String: String] = [
    "strings with white space as spaces": ofSpaces,
    "strings with no-break spaces as spaces": ofSpaces,
    "name in small ASCII letters": ofLetters, "description in small ASCII letters": ofLetters,
    "prefix in small ASCII letters": ofLetters,
  ]

  private static func ofClass(_ character: String) -> String {
    "The class has \(character), and the repetition before or behind it can take it: the same texts match."
  }

  private static let ofSpaces =
    "One character of \\s becomes another: lengths stay, both patterns with \\s take either, the others none."

  private static let ofLetters =
    "The pattern has A-Z and a-z in the same places, and lengths stay: the same texts pass."
}
