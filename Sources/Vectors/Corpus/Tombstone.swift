public import JSONText

/// An id that was in use and is not any more.
public struct Tombstone: Hashable, Sendable, Identifiable {
  /// The id, which no vector gets again.
  public var id: String
  /// The corpus version without the vector.
  public var since: String
  /// Why it was withdrawn.
  public var why: String

  /// A tombstone by its parts.
  public init(id: String, since: String, why: String) {
    self.id = id
    self.since = since
    self.why = why
  }

  /// Reads `tombstones.json`.
  public static func reading(_ value: JSONValue) throws(CorpusError) -> [Tombstone] {
    let members = try StrictMembers(value, allowing: "about", "tombstones")
    guard let elements = try members.value("tombstones").arrayValue else {
      throw CorpusError("member \"tombstones\" must be an array")
    }
    var tombstones: [Tombstone] = []
    for element in elements {
      let entry = try StrictMembers(element, allowing: "id", "since", "why")
      tombstones.append(
        Tombstone(
          id: try entry.text("id"), since: try entry.text("since"), why: try entry.text("why")))
    }
    return tombstones
  }

  /// The tombstone as a JSON value.
  public var jsonValue: JSONValue {
    .members([("id", .string(id)), ("since", .string(since)), ("why", .string(why))])
  }
}
