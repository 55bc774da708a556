public import JSONText
public import Vectors

/// Explanations of the answers of implementations, written by people.
public struct Explanations: Sendable {
  /// One reason, and the conditions for the failures that it explains.
  struct Entry: Sendable {
    var because = ""
    /// The texts of each condition, of which a failure must have one.
    var conditions: [Condition: [String]] = [:]
  }

  /// The properties of a failure that a reason can depend on.
  enum Condition: String {
    case implementation
    case `class`
    case kind
    /// A part of the reason why the vector exists.
    case why
    /// A part of the right answer.
    case expected
    /// A part of the wrong answer.
    case actual
  }

  /// A text about each implementation as a whole, by name.
  private(set) var subjects: [(name: String, about: String)] = []
  /// The reasons; the first one that fits a failure counts.
  private(set) var entries: [Entry] = []

  /// Creates an empty collection.
  public init() {}

  /// Reads a file of explanations.
  public init(_ value: JSONValue) throws(CorpusError) {
    for member in value["implementations"]?.objectValue ?? [] {
      guard let about = member.value.stringValue else {
        throw CorpusError("\"implementations\" must map names to texts")
      }
      subjects.append((member.name, about))
    }
    guard let list = value["explanations"]?.arrayValue else {
      throw CorpusError("\"explanations\" is missing, or not an array")
    }
    for value in list { entries.append(try Self.entry(value)) }
  }

  private static func entry(_ value: JSONValue) throws(CorpusError) -> Entry {
    guard let members = value.objectValue else { throw CorpusError("expected an object") }
    var entry = Entry()
    for member in members {
      let name = member.name
      let texts = (member.value.arrayValue ?? [member.value]).compactMap(\.stringValue)
      guard !texts.isEmpty, !texts.contains("") else {
        throw CorpusError("\"\(name)\" has no text")
      }
      if name == "because" {
        entry.because = texts[0]
      } else if let condition = Condition(rawValue: name) {
        entry.conditions[condition] = texts
      } else {
        throw CorpusError("unknown member \"\(name)\"")
      }
    }
    guard !entry.because.isEmpty else { throw CorpusError("\"because\" is missing") }
    return entry
  }

  /// The index of the first reason that fits a failure; nil if none does.
  func index(for result: VectorResult, of implementation: String) -> Int? {
    guard let failure = result.failure else { return nil }
    return entries.firstIndex { entry in
      entry.conditions.allSatisfy { condition, texts in
        switch condition {
        case .implementation: texts.contains(implementation)
        case .class: texts.contains(result.className)
        case .kind: texts.contains(failure.kind.rawValue)
        case .why: texts.contains { result.vector.why.contains($0) }
        case .expected: texts.contains { result.expected.contains($0) }
        case .actual: texts.contains { failure.detail.contains($0) }
        }
      }
    }
  }
}
