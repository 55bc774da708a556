public import APIOperations
public import JSONText

extension Decision {
  /// Reads the axes of `choices.json`: the decisions that have alternatives.
  public static func readingAxes(_ value: JSONValue) throws(CorpusError) -> [Decision] {
    let members = try StrictMembers(value, allowing: "$schema", "about", "axes")
    var axes: [Decision] = []
    for element in try members.elements("axes") {
      let axis = try Decision(axis: element)
      guard !axes.contains(where: { $0.id == axis.id }) else {
        throw CorpusError("duplicate axis", entry: axis.id)
      }
      axes.append(axis)
    }
    return axes
  }

  private init(axis value: JSONValue) throws(CorpusError) {
    let members = try StrictMembers(
      value, allowing: "axis", "question", "recommended", "why", "alternatives")
    let id = try members.text("axis")
    var alternatives: [Alternative] = []
    for element in try members.elements("alternatives") {
      let alternative = try StrictMembers(element, allowing: "name", "summary")
      let name = try alternative.text("name")
      guard !alternatives.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
        throw CorpusError("duplicate alternative \"\(name)\"", entry: id)
      }
      alternatives.append(Alternative(name, try alternative.text("summary")))
    }
    let recommended = try members.text("recommended")
    guard alternatives.count > 1, alternatives[0].name.utf8.elementsEqual(recommended.utf8) else {
      throw CorpusError("needs at least two alternatives, the recommended one first", entry: id)
    }
    self.init(
      id: id, question: try members.text("question"), choice: alternatives[0].summary,
      why: try members.text("why"), alternatives: alternatives)
  }

  /// The axis in the format of `choices.json`.
  public var choiceValue: JSONValue {
    .members([
      "axis": .string(id), "question": .string(question), "recommended": .string(recommended),
      "why": .string(why),
      "alternatives": .array(
        alternatives.map { .members(["name": .string($0.name), "summary": .string($0.summary)]) }),
    ])
  }
}
