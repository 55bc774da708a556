import Foundation

/// A text of the operation that is checked after decoding, as Swift services do it.
struct Rule {
  var length = 0...Int.max
  var pattern: Regex<AnyRegexOutput>?

  /// `count` counts grapheme clusters. `wholeMatch` makes `$` unnecessary.
  func check(_ text: String) throws {
    guard length.contains(text.count) else { throw Refused() }
    if let pattern, try pattern.wholeMatch(in: text) == nil { throw Refused() }
  }
}

/// The error for a violated rule.
struct Refused: Error {}

/// The rules. The page's patterns are unchanged, except that Swift's Regex requires "[" inside a class to be escaped.
struct Rules: Sendable {
  let name: Rule
  let description: Rule
  let prefix: Rule

  init() throws {
    name = Rule(
      length: 3...100, pattern: try Regex(#"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#))
    description = Rule(
      length: 0...200, pattern: try Regex(#"^[a-zA-Z0-9.,?\s\\/'"()\[\];`%^&*\-_:!]+$"#))
    prefix = Rule(pattern: try Regex(#"^([a-zA-Z0-9\-_]+)\/$"#))
  }
}

extension Rule: @unchecked Sendable {}

struct Credentials: Decodable {
  let accessKey, secretKey, bucketName, region, endpoint: String
}

struct Destination: Decodable {
  enum Kind: String, Decodable { case s3 }

  let name: String
  let description: String?
  let type: Kind
  let prefix: String
  let credentials: Credentials

  func check(_ rules: Rules) throws {
    try rules.name.check(name)
    if let description { try rules.description.check(description) }
    try rules.prefix.check(prefix)
  }
}

struct Response: Decodable {
  struct Assigned: Decodable {
    let id: String
    let createdAt, updatedAt: String?
  }

  let destination: Destination
  let assigned: Assigned

  private enum Key: CodingKey { case data }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    destination = try container.decode(Destination.self, forKey: .data)
    assigned = try container.decode(Assigned.self, forKey: .data)
  }
}
