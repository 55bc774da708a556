import JSONText
import Vectors

/// The right answers, from the page's text: an implementation that shares nothing with the library.
struct PageModel {
  private let stance: Stance
  private let texts: TextRules
  private var findings: [Finding] = []

  private indirect enum Shape: Sendable {
    case text(Text)
    case object([Field], isSecret: Bool)
  }

  private struct Text: Sendable {
    var minimum: Int?
    var maximum: Int?
    var pattern: (@Sendable (TextRules, String) -> Bool)?
    var allowed: String?
  }

  private struct Field: Sendable {
    var name: String
    var isRequired: Bool
    var shape: Shape
  }

  /// The right answer to a value as the given body, under a stance.
  static func judge(_ value: JSONValue, as target: Target, _ stance: Stance) -> Expectation {
    var value = value
    if hasDuplicates(value) {
      let pick = stance[Choices.duplicateKeys]
      if pick == "reject" { return .malformed }
      value = resolving(value, lastWins: pick == "last-wins")
    }
    if let bound = stance.depthBound, depth(of: value) > bound { return .refused }
    if stance[Choices.numberRange] == "limited", hasHugeNumber(value) { return .refused }
    var model = PageModel(stance: stance, texts: TextRules(stance: stance))
    model.check(value, target == .request ? request : response, at: "")
    return model.findings.isEmpty ? .valid : .invalid(model.findings)
  }

  private init(stance: Stance, texts: TextRules) {
    self.stance = stance
    self.texts = texts
  }

  // MARK: The page

  private static let request = body(.request)
  private static let response = body(.response)

  private static func body(_ target: Target) -> Shape {
    let plain = Shape.text(Text())
    func required(_ name: String, _ shape: Shape) -> Field {
      Field(name: name, isRequired: true, shape: shape)
    }
    func optional(_ name: String, _ shape: Shape) -> Field {
      Field(name: name, isRequired: false, shape: shape)
    }
    let credentials = ["accessKey", "secretKey", "bucketName", "region", "endpoint"]
    let destination = [
      required("name", .text(Text(minimum: 3, maximum: 100, pattern: { $0.isName($1) }))),
      optional("description", .text(Text(maximum: 200, pattern: { $0.isDescription($1) }))),
      required("type", .text(Text(allowed: "s3"))),
      required("prefix", .text(Text(pattern: { $0.isPrefix($1) }))),
      required("credentials", .object(credentials.map { required($0, plain) }, isSecret: true)),
    ]
    guard target == .response else { return .object(destination, isSecret: false) }
    let assigned = [
      required("id", plain), optional("createdAt", plain), optional("updatedAt", plain),
    ]
    return .object(
      [required("data", .object(destination + assigned, isSecret: false))], isSecret: false)
  }

  // MARK: Rules

  private mutating func check(_ value: JSONValue, _ shape: Shape, at pointer: String) {
    switch (shape, value) {
    case (.text(let rules), .string(let text)): check(text, rules, at: pointer)
    case (.object(let fields, let isSecret), .object(let members)):
      check(members, fields, isSecret: isSecret, at: pointer)
    case (.text(let rules), _) where rules.allowed != nil:
      let pick = stance[Choices.typeAndEnum]
      if pick != "enum-alone" { findings.append(Finding(pointer, "type")) }
      if pick != "type-alone" { findings.append(Finding(pointer, "enum")) }
    default: findings.append(Finding(pointer, "type"))
    }
  }

  private mutating func check(_ text: String, _ rules: Text, at pointer: String) {
    let length = texts.length(text)
    let isEmpty = text.unicodeScalars.isEmpty && stance[Choices.emptyStrings] == "too-short"
    if length < rules.minimum ?? 0 || isEmpty { findings.append(Finding(pointer, "minLength")) }
    if length > rules.maximum ?? .max { findings.append(Finding(pointer, "maxLength")) }
    if let pattern = rules.pattern, !pattern(texts, text) {
      findings.append(Finding(pointer, "pattern"))
    }
    if let allowed = rules.allowed, !allowed.utf8.elementsEqual(text.utf8) {
      findings.append(Finding(pointer, "enum"))
    }
  }

  private mutating func check(
    _ members: [JSONValue.Member], _ fields: [Field], isSecret: Bool, at pointer: String
  ) {
    var seen: Set<String> = []
    for member in members {
      let count = member.name.utf8.count
      // Equal Strings may differ, as with the Kelvin sign; then they are not equally long.
      if let field = fields.first(where: { $0.name == member.name && $0.name.utf8.count == count })
      {
        if member.value == .string(""), stance[Choices.emptyStrings] == "as-absent" { continue }
        seen.insert(field.name)
        check(member.value, field.shape, at: pointer + "/" + field.name)
      } else {
        note(unknown: member.name, isSecret: isSecret, at: pointer)
      }
    }
    for field in fields where field.isRequired && !seen.contains(field.name) {
      findings.append(Finding(pointer + "/" + field.name, "required"))
    }
  }

  private mutating func note(unknown name: String, isSecret: Bool, at pointer: String) {
    let escaped = name.unicodeScalars.map { scalar in
      scalar == "~" ? "~0" : scalar == "/" ? "~1" : String(scalar)
    }.joined()
    let own = Finding(pointer + "/" + escaped, "additionalProperties")
    let parent = Finding(pointer, "additionalProperties")
    let finding: Finding
    switch stance[Choices.unknownFields] {
    case "allow": return
    case "reject-at-parent": finding = parent
    case "reject-hiding-names": finding = isSecret ? parent : own
    default: finding = own
    }
    if !findings.contains(finding) { findings.append(finding) }
  }
}
