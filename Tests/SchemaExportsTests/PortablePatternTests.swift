import BackupDestinations
import ECMARegex
import JSONText
import SchemaRules
import Testing

@testable import SchemaExports

/// Patterns in the spelling that other engines interpret in the same way.
@Suite("Portable patterns")
struct PortablePatternTests {
  static let spellings: [(source: String, portable: String, why: String)] = [
    (#"^[a-z]+$"#, #"^[a-z]+$(?![\s\S])"#, "no line feed after the end"),
    (#"^a$(?![\s\S])"#, #"^a$(?![\s\S])"#, "unchanged"),
    (#"[[\]a]"#, #"[\[\]a]"#, "a bracket in a class is escaped"),
    (#"\d\D\w"#, #"[0-9][^0-9][0-9A-Z_a-z]"#, "digits and words are ASCII"),
    (#"."#, "[^\\x0A\\x0D\u{2028}-\u{2029}]", "a dot matches no line end"),
    (
      #"\s"#,
      "[\\x09-\\x0D \u{A0}\u{1680}\u{2000}-\u{200A}\u{2028}-\u{2029}\u{202F}\u{205F}\u{3000}\u{FEFF}]",
      "all 25"
    ),
    (#"[^]"#, #"[\s\S]"#, "everything"),
    (#"(?<y>a|b\/){2,3}?(?:c){1,}"#, "(a|b/){2,3}?(?:c)+", "names and slashes need nothing"),
    (#"[\-^&]\^\-"#, #"[&\-\^]\^-"#, "escapes where they are needed"),
    (
      #"\b"#, "(?:(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z]))",
      "words are ASCII"
    ),
    (#"(a)\1[[]"#, #"(a)\1[[]"#, "a backreference stays unchanged"),
    (#"^\p{Lu}\.$"#, #"^\p{Lu}\.$(?![\s\S])"#, "a property stays unchanged"),
    ("[", "[", "an invalid pattern stays unchanged"),
  ]

  @Test(arguments: spellings)
  func spelling(source: String, portable: String, why: String) {
    #expect(source.portablePattern == portable, "\(why)")
    #expect(portable.portablePattern == portable, "a portable pattern stays unchanged")
  }

  /// Each class has the same members, which comparing the sets proves for all code points; the rest of the tree is
  /// the same, except for the end.
  @Test(
    arguments: spellings.map(\.source)
      + AddBackupDestination.request.rules.compactMap(\.patternSource))
  func membersAreTheSame(source: String) throws {
    guard let pattern = try? Pattern(source, grammar: .annexB) else { return }
    let portable = try Pattern(source.portablePattern)
    let before = pattern.syntax.root.classes.filter { $0 != .all }
    #expect(
      !source.contains(#"\b"#) ? portable.syntax.root.classes.filter { $0 != .all } == before : true
    )
  }

  /// The losses that the spelling avoids are gone; the others are still listed.
  @Test func losses() throws {
    let plain = Export(.openAPI31, of: AddBackupDestination.operation)
    let portable = Export(.openAPI31, of: AddBackupDestination.operation.withPortablePatterns())
    let ids = Set(plain.ledger.losses.map(\.id))
    let remaining = Set(portable.ledger.losses.map(\.id))
    #expect(ids.subtracting(remaining) == ["white-space", "dollar", "unescaped-bracket"])
    #expect(remaining.subtracting(ids) == ["lookaround"])
    #expect(plain.rules == portable.rules)
  }

  /// The request's validator gives the same verdicts with both spellings.
  @Test func verdicts() throws {
    let portable = try Validator(AddBackupDestination.request.withPortablePatterns())
    for member in ["name", "description", "prefix"] {
      for scalar in stride(from: 0, through: 0x10FFFF, by: 1).lazy.compactMap(Unicode.Scalar.init)
      where scalar.value < 0x3100 || scalar.value % 257 == 0 {
        for text in ["ab\(scalar)cd/", "abcd/\(scalar)"] {
          var writer = JSONWriter()
          writer.beginObject()
          writer.member(member, text)
          writer.endObject()
          let one = AddBackupDestination.requestValidator.validate(writer.bytes)
          let other = portable.validate(writer.bytes)
          guard one.errors.map(\.rule.id) == other.errors.map(\.rule.id) else {
            Issue.record("\(member) with U+\(String(scalar.value, radix: 16))")
            return
          }
        }
      }
    }
  }
}

extension PatternNode {
  /// The members of the classes, in order.
  fileprivate var classes: [ScalarSet] {
    if case .characters(let set) = self { [set.scalars] } else { children.flatMap(\.classes) }
  }
}
