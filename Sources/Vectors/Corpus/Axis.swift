public import JSONText

/// A question that the page leaves open.
public struct Axis: Hashable, Sendable, Identifiable {
  /// The axis's name.
  public var id: String
  /// The question.
  public var question: String
  /// The alternative that this library takes.
  public var recommended: String
  /// Why it takes that one.
  public var why: String
  /// The answers that are known in the wild.
  public var alternatives: [Alternative]

  /// One answer.
  public struct Alternative: Hashable, Sendable {
    /// The answer's name.
    public var name: String
    /// What it means and who gives it.
    public var summary: String

    /// An answer by its parts.
    public init(_ name: String, _ summary: String) {
      self.name = name
      self.summary = summary
    }
  }

  /// An axis by its parts; the first alternative is the recommended one.
  public init(
    id: String, question: String, why: String, alternatives: [Alternative]
  ) {
    self.id = id
    self.question = question
    self.recommended = alternatives.first?.name ?? ""
    self.why = why
    self.alternatives = alternatives
  }

  /// The axis of a name.
  public subscript(alternative name: String) -> Alternative? {
    alternatives.first { $0.name == name }
  }
}

extension Axis {
  /// Reads the axes of `choices.json`.
  public static func reading(_ value: JSONValue) throws(CorpusError) -> [Axis] {
    let members = try StrictMembers(value, allowing: "$schema", "about", "axes")
    var axes: [Axis] = []
    for element in try members.elements("axes") {
      let axis = try Axis(element)
      guard !axes.contains(where: { $0.id == axis.id }) else {
        throw CorpusError("the axis stands twice", entry: axis.id)
      }
      axes.append(axis)
    }
    return axes
  }

  private init(_ value: JSONValue) throws(CorpusError) {
    let members = try StrictMembers(
      value, allowing: "axis", "question", "recommended", "why", "alternatives")
    id = try members.text("axis")
    question = try members.text("question")
    recommended = try members.text("recommended")
    why = try members.text("why")
    alternatives = []
    for element in try members.elements("alternatives") {
      let alternative = try StrictMembers(element, allowing: "name", "summary")
      let name = try alternative.text("name")
      guard self[alternative: name] == nil else {
        throw CorpusError("alternative \"\(name)\" stands twice", entry: id)
      }
      alternatives.append(Alternative(name, try alternative.text("summary")))
    }
    guard self[alternative: recommended] != nil, alternatives.count > 1 else {
      throw CorpusError("the recommended alternative, or any other, is missing", entry: id)
    }
  }

  /// The axis as a JSON value.
  public var jsonValue: JSONValue {
    .members([
      ("axis", .string(id)), ("question", .string(question)),
      ("recommended", .string(recommended)), ("why", .string(why)),
      (
        "alternatives",
        .array(
          alternatives.map {
            .members([("name", .string($0.name)), ("summary", .string($0.summary))])
          })
      ),
    ])
  }
}
