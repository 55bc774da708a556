public import JSONText

extension Vector {
  /// The vector as a JSON value, members in the order in which the source files have them.
  public var jsonValue: JSONValue {
    var members: [(String, JSONValue)] = [
      ("id", .string(id)), ("target", .string(target)), ("why", .string(why)),
      ("input", input.jsonValue), judgement.member,
    ]
    if !given.isEmpty { members.append(("given", givenValue)) }
    if !rules.isEmpty { members.append(("rules", .texts(rules))) }
    if !tags.isEmpty { members.append(("tags", .texts(tags))) }
    members.append(("basis", .string(basis.rawValue)))
    if !kills.isEmpty { members.append(("kills", .texts(kills))) }
    return .members(members)
  }

  private var givenValue: JSONValue {
    .array(
      given.map { .members(["axis": .string($0.axis), "alternatives": .texts($0.alternatives)]) })
  }

  /// The line of a compiled file, with its line feed: the document as bytes, which need no interpretation.
  ///
  /// - Parameter className: The folder of the source file.
  package func compiledLine(className: String) -> [UInt8] {
    let bytes = input.bytes
    var members = (jsonValue.objectValue ?? []).filter {
      !["input", "basis", "kills"].contains($0.name)
    }
    members.insert(.init(name: "class", value: .string(className)), at: 2)
    members.append(.init(name: "sha256", value: .string(SHA256.digest(bytes))))
    members.append(.init(name: "base64", value: .string(Base64.encoding(bytes))))
    return ASCIIText.encoding(.object(members)) + [0x0A]
  }
}

extension Judgement {
  fileprivate var member: (String, JSONValue) {
    switch self {
    case .fixed(let expectation):
      return ("expect", expectation.jsonValue)
    case .choice(let axis, let alternatives):
      let list = alternatives.map { ($0.name, $0.expectation.jsonValue) }
      return ("choice", .members(["axis": .string(axis), "alternatives": .members(list)]))
    }
  }
}

extension Expectation {
  var jsonValue: JSONValue {
    switch self {
    case .valid: .string("valid")
    case .malformed: .string("malformed")
    case .refused: .string("refused")
    case .invalid(let findings):
      .members([
        "invalid": .array(
          findings.map {
            .members(["pointer": .string($0.pointer), "keyword": .string($0.keyword)])
          })
      ])
    }
  }
}

extension VectorInput {
  var jsonValue: JSONValue {
    switch self {
    case .json(let value): .members(["json": value])
    case .base64(let bytes): .members(["base64": .string(Base64.encoding(bytes))])
    case .recipe(let parts): .members(["recipe": .array(parts.map(\.jsonValue))])
    }
  }
}

extension RecipePart {
  var jsonValue: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .hex(let bytes): .members(["hex": .string(Self.hex(bytes))])
    case .repeated(let text, let times):
      .members(["repeat": .string(text), "times": .number(String(times))])
    case .nested(let open, let middle, let close, let times):
      .members([
        "nest": .string(open), "middle": .string(middle), "close": .string(close),
        "times": .number(String(times)),
      ])
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }
}
