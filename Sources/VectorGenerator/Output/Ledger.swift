import JSONText
public import Vectors

/// What must not change from one run of the generator to the next: which draft has which id, and
/// which mutants each vector claims to kill.
public struct Ledger: Sendable {
  /// One draft.
  public struct Entry: Hashable, Sendable {
    /// The draft's key.
    public var key: String
    /// The vector's id.
    public var id: String
    /// The mutants that the vector claims to kill.
    public var kills: [String]
  }

  /// The entries in the order of their ids.
  public private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]
  private var nextNumber = 1

  /// An empty ledger, for ids above those of the tombstones.
  public init(tombstones: [Tombstone] = []) {
    for tombstone in tombstones { reserve(tombstone.id) }
  }

  /// Reads `ledger.json`.
  ///
  /// - Throws: `CorpusError` if a key or an id stands twice, or anything is unknown.
  public init(_ bytes: [UInt8], tombstones: [Tombstone]) throws(CorpusError) {
    self.init(tombstones: tombstones)
    guard let value = try? JSONValue(parsing: bytes), let list = value["entries"]?.arrayValue
    else { throw CorpusError("cannot be read", file: "ledger.json") }
    var ids = Set(tombstones.map(\.id))
    for element in list {
      guard let key = element["key"]?.stringValue, let id = element["id"]?.stringValue,
        Vector.isID(id), indices[key] == nil, ids.insert(id).inserted
      else { throw CorpusError("an entry is wrong or stands twice", file: "ledger.json") }
      append(
        Entry(
          key: key, id: id, kills: element["kills"]?.arrayValue?.compactMap(\.stringValue) ?? []))
    }
  }

  /// The entry of a key, made if there is none yet.
  mutating func entry(of key: String) -> Entry {
    if let index = indices[key] { return entries[index] }
    let digits = String(nextNumber)
    let id = "v" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    append(Entry(key: key, id: id, kills: []))
    return entries[entries.count - 1]
  }

  /// Notes what vectors kill, by id.
  public mutating func record(kills: [String: [String]]) {
    for index in entries.indices { entries[index].kills = kills[entries[index].id] ?? [] }
  }

  /// The entries whose key is none of those given: drafts that were dropped without a tombstone.
  func entries(without keys: Set<String>) -> [Entry] {
    entries.filter { !keys.contains($0.key) }
  }

  private mutating func append(_ entry: Entry) {
    indices[entry.key] = entries.count
    entries.append(entry)
    reserve(entry.id)
  }

  private mutating func reserve(_ id: String) {
    nextNumber = max(nextNumber, (Int(id.dropFirst()) ?? 0) + 1)
  }

  /// The ledger's text, an entry a line.
  public var text: [UInt8] {
    var writer = JSONWriter()
    for (index, entry) in entries.sorted(by: { $0.id < $1.id }).enumerated() {
      if index > 0 { writer.newline() }
      writer.beginObject()
      writer.name("key")
      writer.string(entry.key)
      writer.name("id")
      writer.string(entry.id)
      if !entry.kills.isEmpty {
        writer.name("kills")
        writer.beginArray()
        for kill in entry.kills { writer.string(kill) }
        writer.endArray()
      }
      writer.endObject()
    }
    let lines = writer.bytes.split(separator: 0x0A).map {
      "    " + String(decoding: $0, as: UTF8.self)
    }
    let about = "Which draft of the generator has which id, and what each vector claims to kill."
    return Array(
      "{\n  \"about\": \"\(about)\",\n  \"entries\": [\n\(lines.joined(separator: ",\n"))\n  ]\n}\n"
        .utf8
    )
  }
}
