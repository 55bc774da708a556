import ECMARegex
import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// The same documents in other orders and layouts.
enum Spelling {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    let right = body.fullExample
    // Every third required member null, every third missing.
    let wrong = body.required.enumerated().reversed().reduce(right) { document, place in
      switch place.offset % 3 {
      case 0: document.setting(.null, at: place.element.path)
      case 1: document.setting(nil, at: place.element.path)
      default: document
      }
    }
    let arranged = [("A valid", right), ("An invalid", wrong)].flatMap { kind, value -> [Draft] in
      orders(body, value).map { Draft("\(kind) document in which \($0).", $1) }
        + layouts(value).map { Draft("\(kind) document \($0).", parts: [.text($1)]) }
    }
    let escaped = names(body, right).map { name, text in
      Draft(
        "A valid document in which the name \(name.quoted) is spelled in escapes.",
        parts: [.text(text)], tags: ["escapes"])
    }
    return [
      body.file("spelling", arranged + escaped)
    ]
  }

  private static func orders(_ body: BodyPlaces, _ value: JSONValue) -> [(String, JSONValue)] {
    let objects = [[]] + body.objects.dropFirst().prefix(3).map(\.path)
    return [("the members of each object are in reverse order", value.backwards)]
      + objects.flatMap { path in
        let count = value.value(at: path)?.objectValue?.count ?? 0
        return (1..<max(min(count, 9), 1)).map { shift in
          (
            "\(path.isEmpty ? "the outermost object" : "/" + path.joined(separator: "/")) starts with its member \(shift + 1)",
            value.changing(at: path) { object in
              let members = object.objectValue ?? []
              object = .object(Array(members[shift...] + members[..<shift]))
            }
          )
        }
      }
  }

  private static func layouts(_ value: JSONValue) -> [(String, String)] {
    var writer = JSONWriter(pretty: true)
    writer.value(value)
    let (pretty, compact) = (writer.text, value.compactText)
    return [
      ("with indentation", pretty), ("with indentation and a final line feed", pretty + "\n"),
      ("with indentation and CRLF", pretty.replacing("\n", with: "\r\n")),
      ("with a final CRLF", compact + "\r\n"), ("with a line feed first", "\n" + compact),
      ("with tabs in place of all spaces", pretty.replacing(" ", with: "\t")),
    ]
  }

  private static func names(_ body: BodyPlaces, _ value: JSONValue) -> [(String, String)] {
    let text = value.compactText
    return Set(body.objects.flatMap(\.properties)).sorted().prefix(30).compactMap { name in
      let (before, after) = text.split(around: "\"\(name)\":")
      guard !name.isEmpty, name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value < 0x7F }),
        before.utf8.count < text.utf8.count
      else { return nil }
      return (name, before + "\"\(name.unicodeScalars.map(\.escape).joined())\":" + after)
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
