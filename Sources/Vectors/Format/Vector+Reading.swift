public import JSONText

extension Vector {
  /// Reads one vector of a source file.
  ///
  /// - Throws: `CorpusError` for anything that the format does not allow.
  public init(_ value: JSONValue) throws(CorpusError) {
    let id = value["id"]?.stringValue ?? ""
    do throws(CorpusError) {
      try self.init(members: value)
    } catch {
      throw error.atEntry(id.isEmpty ? "the vector has no id" : id)
    }
  }

  private init(members value: JSONValue) throws(CorpusError) {
    let members = try StrictMembers(
      value, allowing: "id", "target", "why", "input", "expect", "choice", "given", "rules", "tags",
      "basis", "kills")
    id = try members.text("id")
    guard Self.isID(id) else {
      throw CorpusError("an id must be \"v\" followed by four or more digits")
    }
    target = try members.text("target")
    why = try members.text("why")
    input = try VectorInput(try members.value("input"))
    switch (members.optional("expect"), members.optional("choice")) {
    case (let expectation?, nil): judgement = .fixed(try Expectation(expectation))
    case (nil, let choice?): judgement = try Judgement(choice: choice)
    default: throw CorpusError("needs exactly one of \"expect\" and \"choice\"")
    }
    given = []
    for element in members.optional("given") == nil ? [] : try members.elements("given") {
      let condition = try StrictMembers(element, allowing: "axis", "alternatives")
      let alternatives = try condition.texts("alternatives")
      guard !alternatives.isEmpty else { throw CorpusError("a condition needs \"alternatives\"") }
      given.append(Given(axis: try condition.text("axis"), alternatives: alternatives))
    }
    rules = try members.texts("rules")
    tags = try members.texts("tags")
    kills = try members.texts("kills")
    guard let basis = Basis(rawValue: try members.text("basis")) else {
      throw CorpusError("unknown basis")
    }
    self.basis = basis
  }

  /// Whether a text has the form of an id.
  public static func isID(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.first == UInt8(ascii: "v") && bytes.count >= 5
      && bytes.dropFirst().allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}

extension Judgement {
  init(choice value: JSONValue) throws(CorpusError) {
    let members = try StrictMembers(value, allowing: "axis", "alternatives")
    guard let alternatives = try members.value("alternatives").objectValue, alternatives.count > 1
    else { throw CorpusError("a choice needs at least two alternatives") }
    var list: [Alternative] = []
    for member in alternatives {
      list.append(Alternative(member.name, try Expectation(member.value)))
    }
    guard Set(list.map(\.expectation)).count > 1 else {
      throw CorpusError("the alternatives of a choice must not all expect the same")
    }
    self = .choice(axis: try members.text("axis"), list)
  }
}

extension Expectation {
  init(_ value: JSONValue) throws(CorpusError) {
    switch value.stringValue {
    case "valid": self = .valid
    case "malformed": self = .malformed
    case "refused": self = .refused
    case .some: throw CorpusError("unknown expectation")
    case nil:
      let members = try StrictMembers(value, allowing: "invalid")
      var findings: [Finding] = []
      for element in try members.elements("invalid") {
        let finding = try StrictMembers(element, allowing: "pointer", "keyword")
        findings.append(
          Finding(try finding.text("pointer", mayBeEmpty: true), try finding.text("keyword")))
      }
      guard Set(findings).count == findings.count else {
        throw CorpusError("duplicate finding")
      }
      self = .invalid(findings)
    }
  }
}
