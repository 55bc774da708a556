/// A change of a text that shows which characters and forms a pattern accepts.
struct StringVariation {
  let text: String
  /// The difference from the original.
  let why: String

  /// The variations of a text; those that people are most likely to write come first.
  static func all(of text: String) -> [StringVariation] {
    let isSentence = text.contains(" ")
    let spaced: [(String, String)] = [
      ("_", "With underscores instead of spaces."), ("-", "With hyphens instead of spaces."),
      ("  ", "With two spaces between words."),
    ]
    let words = text.split(separator: " ")
    let joined = spaced.filter { _ in isSentence }.map {
      StringVariation(text: words.joined(separator: $0.0), why: $0.1)
    }
    // A final punctuation mark, such as a slash, stays last.
    let end = text.lastIndex { $0.isLetter || $0.isNumber }.map(text.index(after:)) ?? text.endIndex
    let number = StringVariation(
      text: text[..<end] + (isSentence ? " 2024" : "2024") + text[end...],
      why: "With a number added.")
    return [number] + joined + [
      StringVariation(text: String(text.dropLast()), why: "Without the last character."),
      StringVariation(text: text + "!", why: "With an exclamation mark at the end."),
      StringVariation(text: text + "é", why: "With an accented letter at the end."),
      StringVariation(text: " " + text, why: "With a space at the start."),
    ]
  }
}
