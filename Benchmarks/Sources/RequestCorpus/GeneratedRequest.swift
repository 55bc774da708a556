/// One request, member by member.
struct GeneratedRequest {
  private typealias Member = DocumentLayout.Member

  /// The document.
  let text: String

  init(percentInvalid: Int, _ random: inout SeededRandom) {
    let layout = DocumentLayout(&random)
    var members = Self.members(layout, &random)
    if random.chance(percentInvalid) { Self.breakRule(of: &members, &random) }
    if random.chance(10) {
      let kept = layout.object([("keep", "30"), ("cold", "true")], &random)
      members.append(("tags", layout.array([Self.quoted("nightly"), kept])))
    }
    text = layout.object(members, &random)
  }

  private static func members(_ layout: DocumentLayout, _ random: inout SeededRandom)
    -> [Member]
  {
    let separator = random.chance(60) ? "-" : " "
    let name = (0..<Int.random(in: 2...4, using: &random))
      .map { _ in word(3...9, &random) }.joined(separator: separator)
    let sentence = (0..<Int.random(in: 17...31, using: &random))
      .map { _ in word(2...9, &random) }.joined(separator: " ")
    let description = sentence.prefix(198) + random.pick([".", "!", "", "?"])
    let isEscaped = random.chance(5)
    return [
      (random.chance(3) ? #"n\u0061me"# : "name", quoted(name)),
      (
        "description", quoted(random.chance(5) ? "\(description.prefix(150))\\n(\\/)" : description)
      ),
      ("type", quoted("s3")),
      ("prefix", quoted(word(6...16, &random) + "/")),
      ("credentials", credentials(layout, isEscaped: isEscaped, &random)),
    ]
  }

  private static func credentials(
    _ layout: DocumentLayout, isEscaped: Bool, _ random: inout SeededRandom
  ) -> String {
    let bucket = (random.chance(3) ? "bäckups-" : "backups-") + word(4...10, &random).lowercased()
    let region = random.pick(["us-west-2", "eu-central-1", "ap-southeast-2", "sa-east-1"])
    let endpoint = "s3\(isEscaped ? "\\u002e" : ".")\(region).amazonaws.com"
    let members = [
      ("accessKey", quoted("AKIA" + word(16...16, &random).uppercased())),
      ("secretKey", quoted(word(40...40, &random))),
      ("bucketName", quoted(bucket)),
      ("region", quoted(region)),
      ("endpoint", quoted(endpoint)),
    ]
    return layout.object(members, &random)
  }

  /// Violates a single rule, like a client with a small mistake.
  private static func breakRule(of members: inout [Member], _ random: inout SeededRandom) {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: members[0].value = quoted("ab")
    case 1: members[0].value = quoted("not allowed!")
    case 2: members[1].value = quoted("a < b > c")
    case 3: members[1].value = quoted(String(repeating: "long ", count: 45))
    case 4: members[2].value = quoted("gcs")
    case 5: members[3].value = quoted("/missing-its-end")
    case 6: members[4].value = members[4].value.replacing("secretKey", with: "secret")
    default: members.removeLast()
    }
  }

  private static func quoted(_ text: some StringProtocol) -> String { "\"\(text)\"" }

  private static let alphabet = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

  private static func word(_ length: ClosedRange<Int>, _ random: inout SeededRandom) -> String {
    String((0..<Int.random(in: length, using: &random)).map { _ in random.pick(alphabet) })
  }
}
