import JSONText
import SchemaRules

/// Members that are there or not, and members at the wrong place.
enum Presence {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    [
      DraftFile(
        "presence/\(body.name).json", "Missing members of the \(body.name)",
        "A missing member's error is on the pointer that the member would have.",
        missing(body) + optional(body) + misplaced(body) + around(body))
    ]
  }

  private static func missing(_ body: BodyPlaces) -> [Draft] {
    let required = body.places.filter { $0.isRequired == true }
    let single = required.map { place in
      place.draft(nil, "\(place.label) is missing.", about: [.required])
    }
    // Pairs of a bounded number of members: a reader that stops at the first one shows in any of them.
    let some = required.prefix(14)
    let pairs = some.indices.flatMap { first in
      some.indices.dropFirst(first + 1).compactMap { second -> Draft? in
        let (one, other) = (some[first], some[second])
        guard one.base == other.base, !other.path.starts(with: one.path) else { return nil }
        return Draft(
          one.target,
          "\(one.label) and \(other.label) are missing: both are reported, not just the first.",
          one.base.setting(other.path[...], nil).setting(one.path[...], nil))
      }
    }
    let only = some.map { place in
      var document = place.base
      for other in some
      where !place.path.starts(with: other.path) && !other.path.starts(with: place.path) {
        document = document.setting(other.path[...], nil)
      }
      return Draft(
        place.target, "\(place.label) is the only one of the required members.", document)
    }
    let empty = body.objects.map { object in
      object.draft(.object([]), "\(object.label) is an empty object.")
    }
    let mixed = some.indices.dropLast().map { index in
      Draft(
        body.name,
        "\(some[index].label) is missing and \(some[index + 1].label) is null: both are reported.",
        some[index].base.setting(some[index + 1].path[...], .null)
          .setting(some[index].path[...], nil))
    }
    return single + pairs + only + empty + mixed
  }

  private static func optional(_ body: BodyPlaces) -> [Draft] {
    let optional = body.places.filter { $0.isRequired == false }
    let single = optional.flatMap { place in
      [
        place.draft(place.value, "\(place.label), which is optional, is there.", about: [.type]),
        place.draft(nil, "\(place.label), which is optional, is missing."),
      ]
    }
    let all = optional.reduce(body.example) { document, place in
      document[place.path.dropLast()] == nil
        ? document : document.setting(place.path[...], place.value)
    }
    return single + [Draft(body.name, "Every optional member is there.", all)]
  }

  /// Members that an object inside or around has.
  private static func misplaced(_ body: BodyPlaces) -> [Draft] {
    body.objects.dropFirst().prefix(12).flatMap { object -> [Draft] in
      guard let members = object.value.objectValue, !members.isEmpty,
        case .member? = object.path.last
      else { return [] }
      let outer = object.path.dropLast()
      let flat = members.reduce(object.document(nil)) { document, member in
        document[outer + [.member(member.name)]] == nil
          ? document.setting(outer + [.member(member.name)], member.value) : document
      }
      let inward = (object.base[outer]?.objectValue ?? []).filter { member in
        member.name != object.name && !members.contains { $0.name == member.name }
      }.prefix(6).map { member in
        Draft(
          body.name,
          "\(object.label) has the member \(member.name) in place of the object around it.",
          object.base.setting((object.path + [.member(member.name)])[...], member.value)
            .setting(outer + [.member(member.name)], nil), axis: "unknown-fields")
      }
      let outward = members.prefix(6).map { member in
        Draft(
          body.name,
          "The object around \(object.label) has its member \(member.name) in place of it.",
          object.base.setting((object.path + [.member(member.name)])[...], nil)
            .setting(outer + [.member(member.name)], member.value), axis: "unknown-fields")
      }
      return [
        Draft(
          body.name, "The members of \(object.label) are in the object around it.", flat,
          axis: "unknown-fields")
      ] + inward + outward
    }
  }

  /// The document in something else, or something else as the document.
  private static func around(_ body: BodyPlaces) -> [Draft] {
    let document = body.example
    var wrong: [(String, JSONValue)] = ["data", "result", "body", body.name, ""].map {
      ("an object with the right document as its member \($0.quoted)", .members([($0, document)]))
    }
    wrong += [
      ("an error", .members([("error", .members([("message", .string("Bad request"))]))])),
      (
        "an object with an array of the right document",
        .members([("data", .array([document, document]))])
      ),
    ]
    // What an envelope holds, without it.
    for place in body.objects.dropFirst().prefix(4) {
      wrong.append(("what should be \(place.label)", place.value))
      wrong.append(
        (
          "the right one with the members of \(place.label) in it",
          .object((place.value.objectValue ?? []) + (document.objectValue ?? []))
        ))
      if let name = place.name {
        for other in [name.uppercased(), "Data", "result", ""] where other != name {
          wrong.append(
            (
              "the right one with \(place.label) called \(other.quoted)",
              place.document(nil).setting(
                place.path.dropLast() + [.member(other)], place.value)
            ))
        }
        wrong.append(
          (
            "the right one with \(place.label) in an object of its own name",
            place.document(.members([(name, place.value)]))
          ))
      }
    }
    return wrong.map { why, value in
      Draft(
        body.name, "The document is \(why).", value, tags: ["envelope"], axis: "unknown-fields")
    }
  }
}
