import JSONText
import Vectors

/// Fields that are there or not.
enum Presence {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "presence/\(target).json", title: "Missing fields of the \(target)",
        about:
          "A missing field's error stands on its own pointer, after those of fields that are there.",
        drafts: missing(target) + optional(target) + structure(target))
    }
  }

  private static func missing(_ target: Target) -> [Draft] {
    let fields = Fields.required(target)
    let single = fields.map { field in
      Draft(
        "presence/\(target)/without\(field)", target, "Everything but \(field).",
        Body(target).setting(field, nil).value,
        rules: [Finding(Body.pointer(field, in: target), "required")])
    }
    let pairs = fields.indices.flatMap { first in
      fields.indices.dropFirst(first + 1).compactMap { second -> Draft? in
        let (one, other) = (fields[first], fields[second])
        guard !other.hasPrefix(one + "/") else { return nil }
        return Draft(
          "presence/\(target)/without\(one)\(other)", target,
          "Both errors, not just the first: \(one) and \(other) are missing.",
          Body(target).setting(other, nil).setting(one, nil).value)
      }
    }
    let only = fields.map { field in
      var body = Body(target)
      for other in fields where !field.hasPrefix(other) && !other.hasPrefix(field + "/") {
        body = body.setting(other, nil)
      }
      return Draft(
        "presence/\(target)/only\(field)", target,
        "Nothing but \(field): everything else is missing.",
        body.value)
    }
    return single + pairs + only
  }

  private static func optional(_ target: Target) -> [Draft] {
    let fields = ["/description"] + (target == .response ? ["/createdAt", "/updatedAt"] : [])
    let others = fields.count > 1 ? [fields] : []
    return (fields.map { [$0] } + others).map { present in
      var body = Body(target)
      for field in present { body = body.setting(field, .string("Some text")) }
      return Draft(
        "presence/\(target)/with\(present.joined())", target,
        "\(present.joined(separator: ", ")) may be there or not.", body.value,
        rules: present.map { Finding(Body.pointer($0, in: target), "type") })
    }
  }

  private static func structure(_ target: Target) -> [Draft] {
    let place = Body.pointer("/credentials", in: target)
    let empty = Body(target).settingInDocument(place, .object([]))
    var flat = Body(target).setting("/credentials", nil)
    for field in Fields.secrets {
      flat = flat.setting("/" + field.dropFirst("/credentials/".count), .string("x"))
    }
    return [
      Draft("presence/\(target)/empty", target, "An empty object lacks everything.", .object([])),
      Draft(
        "presence/\(target)/empty-credentials", target, "Empty credentials lack all five fields.",
        empty.value),
      Draft(
        "presence/\(target)/flat", target, "The fields of credentials do not count outside it.",
        flat.value, axis: Choices.unknownFields),
      Draft(
        "presence/\(target)/nested-name", target, "A name inside credentials is not the name.",
        Body(target).setting("/name", nil).setting("/credentials/name", .string("abc")).value,
        axis: Choices.unknownFields),
      Draft(
        "presence/\(target)/empty-and-null", target,
        "Missing fields come with those of the wrong type.",
        Body(target).setting("/prefix", nil).setting("/name", .null)
          .setting("/credentials/region", .null).setting("/credentials/endpoint", nil).value),
    ]
  }
}
