import JSONText

/// The members of an object that must not have any others.
struct StrictMembers {
  private let members: [JSONValue.Member]

  /// - Throws: `CorpusError` if the value is not an object or has any other member.
  init(_ value: JSONValue, allowing names: String...) throws(CorpusError) {
    guard let members = value.objectValue else { throw CorpusError("expected an object") }
    for member in members where !names.contains(member.name) {
      throw CorpusError("unknown member \"\(member.name)\"")
    }
    self.members = members
  }

  func optional(_ name: String) -> JSONValue? {
    members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  func value(_ name: String) throws(CorpusError) -> JSONValue {
    guard let value = optional(name) else { throw CorpusError("member \"\(name)\" is missing") }
    return value
  }

  /// The text of a required member.
  func text(_ name: String, mayBeEmpty: Bool = false) throws(CorpusError) -> String {
    guard let text = try value(name).stringValue, mayBeEmpty || !text.isEmpty else {
      throw CorpusError("member \"\(name)\" must be a \(mayBeEmpty ? "" : "nonempty ")string")
    }
    return text
  }

  func elements(_ name: String) throws(CorpusError) -> [JSONValue] {
    guard let elements = try value(name).arrayValue, !elements.isEmpty else {
      throw CorpusError("member \"\(name)\" must be a nonempty array")
    }
    return elements
  }

  /// Distinct nonempty texts; none if the member is missing.
  func texts(_ name: String) throws(CorpusError) -> [String] {
    guard optional(name) != nil else { return [] }
    var texts: [String] = []
    for element in try elements(name) {
      guard let text = element.stringValue, !text.isEmpty, !texts.contains(text) else {
        throw CorpusError("member \"\(name)\" must contain distinct nonempty strings")
      }
      texts.append(text)
    }
    return texts
  }

  func count(_ name: String, atMost bound: Int) throws(CorpusError) -> Int {
    guard let count = try value(name).integerValue, 1...bound ~= count else {
      throw CorpusError("member \"\(name)\" must be a whole number from 1 to \(bound)")
    }
    return count
  }
}
