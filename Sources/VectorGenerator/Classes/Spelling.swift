import JSONText
import Vectors

/// The same bodies in other orders and layouts.
enum Spelling {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "spelling/\(target).json", title: "Order, layout and escapes in the \(target)",
        about: "Neither order nor layout nor the spelling of names changes an answer.",
        drafts: orders(target) + layouts(target) + names(target))
    }
  }

  private static func bodies(_ target: Target) -> [(String, Body)] {
    let right = Body(target).setting("/description", .string("abc"))
    let wrong = right.setting("/name", .string("!")).setting("/type", .null).setting("/prefix", nil)
      .setting("/credentials/region", nil).setting("/credentials/endpoint", .boolean(false))
    return [("right", right), ("wrong", wrong)]
  }

  private static func orders(_ target: Target) -> [Draft] {
    bodies(target).flatMap { kind, body in
      let place = Body.pointer("", in: target)
      let tokens = place.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
      let count = tokens.reduce(body.value) { $0[$1] ?? .null }.objectValue?.count ?? 0
      let reversed = Draft(
        "spelling/\(target)/\(kind)/backwards", target, "A \(kind) body, all members backwards.",
        body.value.backwards)
      let shifted = (1..<max(count, 1)).map { (shift: Int) -> Draft in
        let value = body.value.changing(tokens[...]) { members in
          members = Array(members[shift...]) + Array(members[..<shift])
        }
        return Draft(
          "spelling/\(target)/\(kind)/shifted/\(shift)", target,
          "A \(kind) body whose members start with the one at \(shift).", value)
      }
      return [reversed] + shifted
    }
  }

  private static func layouts(_ target: Target) -> [Draft] {
    bodies(target).flatMap { kind, body in
      var writer = JSONWriter(pretty: true)
      writer.value(body.value)
      let pretty = writer.text
      let crlf = pretty.split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: "\r\n")
      let layouts: [(String, String)] = [
        ("indented", pretty), ("indented, with a final line feed", pretty + "\n"),
        ("indented, with CRLF", crlf),
        ("with a final CRLF", body.text + "\r\n"), ("with a line feed first", "\n" + body.text),
        (
          "with tabs",
          pretty.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "\t")
        ),
      ]
      return layouts.map { (layout: String, text: String) -> Draft in
        Draft.spelt(
          "spelling/\(target)/\(kind)/\(layout)", target, "A \(kind) body, \(layout).",
          [.text(text)], readsAs: body.value)
      }
    }
  }

  /// Names of members spelt with escapes.
  private static func names(_ target: Target) -> [Draft] {
    let fields = Fields.required(target) + ["/description", "/createdAt", "/updatedAt"]
    return fields.flatMap { field -> [Draft] in
      let name =
        field.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
      guard target == .response || !["/createdAt", "/updatedAt"].contains(field) else { return [] }
      let right = Body(target).setting("/description", .string("abc")).setting(
        "/createdAt", .string("t")
      )
      .setting("/updatedAt", .string("t"))
      let body = target == .request ? Body(target).setting("/description", .string("abc")) : right
      let wrong = body.setting(field, .number("1"))
      return [("right", body), ("wrong", wrong)].map { kind, body in
        let escaped = name.unicodeScalars.map { "\\u00" + String($0.value, radix: 16) }.joined()
        let parts = body.text.split(separator: "\"\(name)\":", omittingEmptySubsequences: false)
        return .spelt(
          "spelling/\(target)/\(kind)/name\(field)", target,
          "The name \(name) spelt in escapes, its value \(kind).",
          [.text(parts.joined(separator: "\"\(escaped)\":"))], readsAs: body.value,
          tags: ["escapes"])
      }
    }
  }
}

extension JSONValue {
  /// The value with the members of all objects in the other order.
  fileprivate var backwards: JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.reversed().map { Member(name: $0.name, value: $0.value.backwards) })
  }
}
