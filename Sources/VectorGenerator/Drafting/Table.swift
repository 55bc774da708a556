import JSONText

/// Rows of a JSON file in `Tables`, by the name of their list: mostly what is at stake, and the text or value
/// that shows it.
struct Table: Sendable {
  private let lists: JSONValue

  private init(_ bytes: [UInt8]) {
    // A test reads every list.
    lists = (try? JSONValue(parsing: bytes)) ?? .null
  }

  static let characters = Table(PackageResources.characters_json)
  static let encodings = Table(PackageResources.encodings_json)
  static let escapes = Table(PackageResources.escapes_json)
  static let files = Table(PackageResources.files_json)
  static let grammar = Table(PackageResources.grammar_json)
  static let names = Table(PackageResources.names_json)
  static let notes = Table(PackageResources.notes_json)
  static let strings = Table(PackageResources.strings_json)
  static let values = Table(PackageResources.values_json)

  /// The entries of a list.
  func entries(_ list: String) -> [JSONValue] { lists[list]?.arrayValue ?? [] }

  /// The members of an object in place of a list.
  func members(_ list: String) -> [JSONValue.Member] { lists[list]?.objectValue ?? [] }

  /// A list of texts.
  func texts(_ list: String) -> [String] { entries(list).compactMap(\.stringValue) }

  /// A list of reasons, each with a value.
  func values(_ list: String) -> [(why: String, value: JSONValue)] {
    entries(list).compactMap { row in
      guard let row = row.arrayValue, let why = row.first?.stringValue,
        let value = row.dropFirst().first
      else { return nil }
      return (why, value)
    }
  }

  /// A list of reasons, each with a text.
  func rows(_ list: String) -> [(why: String, text: String)] {
    values(list).compactMap { row in row.value.stringValue.map { (row.why, $0) } }
  }

  /// A list of reasons, each with two values.
  func pairs(_ list: String) -> [(why: String, one: JSONValue, other: JSONValue)] {
    zip(values(list), entries(list)).compactMap { row, entry in
      entry.arrayValue?.dropFirst(2).first.map { (row.why, row.value, $0) }
    }
  }
}
