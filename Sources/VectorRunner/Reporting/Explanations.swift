public import JSONText
import Vectors

/// Why implementations answer as they do, in people's words.
public struct Explanations: Sendable {
  /// One reason, and the failures that it is the reason of. A condition that is absent fits all.
  struct Entry: Sendable {
    var implementations: [String] = []
    var classes: [String] = []
    var kinds: [String] = []
    /// Texts of which the vector's own line has one.
    var why: [String] = []
    /// Texts of which the right answer has one.
    var expected: [String] = []
    /// Texts of which the wrong answer has one.
    var actual: [String] = []
    var because = ""
  }

  /// What is said of each implementation as a whole, by name.
  let subjects: [(name: String, about: String)]
  /// The reasons; of those that fit a failure the first one counts.
  let entries: [Entry]

  /// No explanation.
  public init() {
    subjects = []
    entries = []
  }

  /// Why a file of explanations cannot be used.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong, for people.
    public let message: String
  }

  /// Reads a file of explanations.
  public init(_ value: JSONValue) throws(Failure) {
    subjects = try Self.members(value["implementations"]).map { name, value throws(Failure) in
      guard let about = value.stringValue else {
        throw Failure(message: "\"implementations\" maps names to texts")
      }
      return (name, about)
    }
    guard let list = value["explanations"]?.arrayValue else {
      throw Failure(message: "\"explanations\" is missing, or not an array")
    }
    entries = try list.map(Self.entry)
  }

  private static func members(
    _ value: JSONValue?
  ) throws(Failure) -> [(name: String, value: JSONValue)] {
    guard let members = value?.objectValue else {
      throw Failure(message: "an object is expected")
    }
    return members.map { ($0.name, $0.value) }
  }

  private static func entry(_ value: JSONValue) throws(Failure) -> Entry {
    var entry = Entry()
    for (name, value) in try members(value) {
      let texts = value.arrayValue?.compactMap(\.stringValue) ?? [value.stringValue ?? ""]
      guard !texts.contains("") else { throw Failure(message: "\"\(name)\" has no text") }
      switch name {
      case "implementation": entry.implementations = texts
      case "class": entry.classes = texts
      case "kind": entry.kinds = texts
      case "why": entry.why = texts
      case "expected": entry.expected = texts
      case "actual": entry.actual = texts
      case "because": entry.because = texts[0]
      default: throw Failure(message: "unknown member \"\(name)\"")
      }
    }
    guard !entry.because.isEmpty else { throw Failure(message: "\"because\" is missing") }
    return entry
  }

  /// The place of the first reason that fits a failure; nil if none does.
  func index(for result: VectorResult, of implementation: String) -> Int? {
    guard let failure = result.failure else { return nil }
    return entries.firstIndex { entry in
      (entry.implementations.isEmpty || entry.implementations.contains(implementation))
        && (entry.classes.isEmpty || entry.classes.contains(result.className))
        && (entry.kinds.isEmpty || entry.kinds.contains(failure.kind.rawValue))
        && Self.hasOne(of: entry.why, result.vector.why)
        && Self.hasOne(of: entry.expected, failure.expected)
        && Self.hasOne(of: entry.actual, failure.actual)
    }
  }

  private static func hasOne(of parts: [String], _ text: String) -> Bool {
    parts.isEmpty || parts.contains { text.contains($0) }
  }
}
