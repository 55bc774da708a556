import JSONText
import SchemaRules
import Vectors

/// The same documents in other orders and layouts.
enum Spelling {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    let right = body.places.filter { $0.isRequired == false }.reduce(body.example) {
      document, place in
      document[place.path.dropLast()] == nil || document[place.path[...]] != nil
        ? document : document.setting(place.path[...], place.value)
    }
    // Every third required member null, every third missing.
    let required = body.places.filter { $0.isRequired == true }
    let wrong = required.enumerated().reversed().reduce(right) { document, place in
      switch place.offset % 3 {
      case 0: document.setting(place.element.path[...], .null)
      case 1: document.setting(place.element.path[...], nil)
      default: document
      }
    }
    let documents = [("right", right), ("wrong", wrong)]
    return [
      DraftFile(
        "spelling/\(body.name).json", "Order, layout and escapes in the \(body.name)",
        "Neither order nor layout nor the spelling of names changes an answer.",
        documents.flatMap {
          orders(body, $0, $1) + layouts(body, $0, $1) + names(body, $0, $1)
        })
    ]
  }

  private static func orders(_ body: BodyPlaces, _ kind: String, _ value: JSONValue) -> [Draft] {
    let objects = [[]] + body.objects.dropFirst().prefix(3).map(\.path)
    return [
      Draft(
        body.name, "A \(kind) document with the members of all objects backwards.", value.backwards)
    ]
      + objects.flatMap { path in
        let count = value[path[...]]?.objectValue?.count ?? 0
        return (1..<max(min(count, 9), 1)).map { shift in
          Draft(
            body.name,
            "A \(kind) document in which \(path.isEmpty ? "the document" : path.pointer) starts with its member \(shift).",
            value.changing(path[...]) { object in
              guard case .object(let members) = object else { return }
              object = .object(Array(members[shift...] + members[..<shift]))
            })
        }
      }
  }

  private static func layouts(_ body: BodyPlaces, _ kind: String, _ value: JSONValue) -> [Draft] {
    var writer = JSONWriter(pretty: true)
    writer.value(value)
    let (pretty, compact) = (writer.text, value.text)
    func replacing(_ one: Character, _ other: String) -> String {
      pretty.split(separator: one, omittingEmptySubsequences: false).joined(separator: other)
    }
    let layouts: [(String, String)] = [
      ("indented", pretty), ("indented, with a final line feed", pretty + "\n"),
      ("indented, with CRLF", replacing("\n", "\r\n")), ("with a final CRLF", compact + "\r\n"),
      ("with a line feed first", "\n" + compact), ("with tabs", replacing(" ", "\t")),
    ]
    return layouts.map { layout, text in
      Draft(
        body.name, "A \(kind) document, \(layout).", parts: [.text(text)],
        // Spaces inside strings become tabs, which no string may have.
        layout == "with tabs" && compact.utf8.contains(UInt8(ascii: " "))
          ? .malformed : .value(value))
    }
  }

  /// Names of members spelled in escapes.
  private static func names(_ body: BodyPlaces, _ kind: String, _ value: JSONValue) -> [Draft] {
    let names = Set(body.objects.flatMap(\.properties)).sorted().prefix(30)
    let text = value.text
    return names.compactMap { name in
      guard !name.isEmpty, name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value < 0x7F })
      else {
        return nil
      }
      let escaped = name.unicodeScalars.map { "\\u00" + String($0.value, radix: 16) }.joined()
      let (before, after) = text.components(around: "\"\(name)\":")
      guard before.utf8.count < text.utf8.count else { return nil }
      return Draft(
        body.name, "A \(kind) document in which the name \(name) is spelled in escapes.",
        parts: [.text(before + "\"\(escaped)\":" + after)], .value(value), tags: ["escapes"])
    }
  }
}

extension JSONValue {
  /// The value with the members of all objects in the other order.
  fileprivate var backwards: JSONValue {
    switch self {
    case .object(let members):
      .object(members.reversed().map { Member(name: $0.name, value: $0.value.backwards) })
    case .array(let elements): .array(elements.map(\.backwards))
    default: self
    }
  }
}
