import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// Members that are present or missing, members at the wrong place, and the wrong documents.
enum Presence {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    [
      body.file("presence", missing(body) + optional(body) + misplaced(body) + envelopes(body))
    ]
  }

  private static func missing(_ body: BodyPlaces) -> [Draft] {
    let single = body.required.map { place in
      place.draft(nil, "\(place.label) is missing.", about: [.required])
    }
    // A reader that stops at the first fault shows in any pair of members.
    let some = body.required.prefix(14)
    let pairs = some.indices.dropLast().map { index -> Draft in
      let (one, other) = (some[index], some[index + 1])
      return Draft(
        "\(one.label) and \(other.label) are missing: both are reported, not just the first.",
        one.base.setting(nil, at: other.path).setting(nil, at: one.path))
    }
    let only = some.map { place in
      let others = some.filter {
        !place.path.starts(with: $0.path) && !$0.path.starts(with: place.path)
      }
      return Draft(
        "\(place.label) is the only required member that is present.",
        others.reduce(place.base) { $0.setting(nil, at: $1.path) })
    }
    let mixed = some.indices.dropLast().map { index in
      Draft(
        "\(some[index].label) is missing and \(some[index + 1].label) is null: both are reported.",
        some[index].base.setting(.null, at: some[index + 1].path)
          .setting(nil, at: some[index].path))
    }
    let empty = body.objects.map { $0.draft(.object([]), "\($0.label) is an empty object.") }
    return single + pairs + only + empty + mixed + [everything(body)]
  }

  /// As many faults at once as possible, to reveal a limit on the number of errors.
  private static func everything(_ body: BodyPlaces) -> Draft {
    let document = body.places.reversed().reduce(body.fullExample) { document, place in
      guard place.isDeclaredMember, place.value.objectValue == nil else { return document }
      guard let sampler = place.sampler else {
        let wrong = place.demand.kinds.contains(.boolean) ? JSONValue.null : .boolean(false)
        return document.setting(place.isRequired == true ? nil : wrong, at: place.path)
      }
      let most = place.counts([.maxLength]).min() ?? 0
      let text = String(repeating: String(sampler.foreign), count: most < 5_000 ? most + 1 : 1)
      return document.setting(.string(text), at: place.path)
    }
    return Draft("Every member is invalid or missing: every violation is reported.", document)
  }

  private static func optional(_ body: BodyPlaces) -> [Draft] {
    body.places.filter { $0.isRequired == false }.flatMap { place in
      [
        place.draft(
          place.value, "\(place.label), which is optional, is present.", about: [.type]),
        place.draft(nil, "\(place.label), which is optional, is missing."),
      ]
    } + [Draft("Every optional member is present.", body.fullExample)]
  }

  /// Members in the object inside or around the one that they belong to.
  private static func misplaced(_ body: BodyPlaces) -> [Draft] {
    func draft(_ why: String, _ document: JSONValue) -> Draft {
      Draft(why, document, axis: "unknown-fields")
    }
    return body.objects.dropFirst().prefix(12).flatMap { object -> [Draft] in
      guard let members = object.value.objectValue, !members.isEmpty, object.name != nil else {
        return []
      }
      let outer = object.parent
      let flat = members.reduce(object.document(nil)) { document, member in
        document.value(at: outer + [member.name]) == nil
          ? document.setting(member.value, at: outer + [member.name]) : document
      }
      let beside = (object.base.value(at: outer)?.objectValue ?? []).filter {
        $0.name != object.name && object.value[$0.name] == nil
      }
      let inward = beside.prefix(6).map { member in
        draft(
          "\(member.name.quoted) is in \(object.label) instead of the object around it.",
          object.document(member.value, at: member.name)
            .setting(nil, at: outer + [member.name]))
      }
      let outward = members.prefix(6).map { member in
        draft(
          "\(member.name.quoted) is in the object around \(object.label) instead of in it.",
          object.document(nil, at: member.name)
            .setting(member.value, at: outer + [member.name]))
      }
      return [draft("The members of \(object.label) are in the object around it.", flat)]
        + inward + outward
    }
  }

  /// The document inside something else, or something else as the document.
  private static func envelopes(_ body: BodyPlaces) -> [Draft] {
    let document = body.example
    let names = ["data", "result", "body", body.name, ""]
    let members = body.objects.compactMap(\.name).filter { !names.contains($0) }
    var wrong: [(String, JSONValue)] = (names + members.prefix(4)).map {
      ("an object with the valid document as its member \($0.quoted)", .members([($0, document)]))
    }
    wrong += [
      ("an error response", .members([("error", .members([("message", .string("Bad request"))]))])),
      (
        "an object with an array of valid documents",
        .members([("data", .array([document, document]))])
      ),
    ]
    for place in body.objects.dropFirst().prefix(4) {
      wrong.append(("the value of \(place.label) alone", place.value))
      wrong.append(
        (
          "the valid one, with the members of \(place.label) added to it",
          .object((place.value.objectValue ?? []) + (document.objectValue ?? []))
        ))
      guard let name = place.name else { continue }
      for other in [name.uppercased(), "Data", "result", ""] where other != name {
        wrong.append(
          (
            "the valid one, with \(place.label) renamed to \(other.quoted)",
            place.document(nil).setting(place.value, at: place.parent + [other])
          ))
      }
      wrong.append(
        (
          "the valid one, with \(place.label) inside an object under its own name",
          place.document(.members([(name, place.value)]))
        ))
    }
    return wrong.map { why, value in
      Draft("The document is \(why).", value, tags: ["envelope"], axis: "unknown-fields")
    }
  }
}
