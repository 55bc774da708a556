public import JSONText

/// A withdrawn id.
public struct Tombstone: Hashable, Sendable, Identifiable {
  /// The id, which is never reused.
  public var id: String
  /// The first version of the corpus without the vector.
  public var since: String
  /// The reason for withdrawing it.
  public var why: String

  /// Creates a tombstone.
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
    .members(["id": .string(id), "since": .string(since), "why": .string(why)])
  }
}
