import ECMARegex
import JSONText
import SchemaRules
import Testing

@Suite("Declarations")
struct DeclarationTests {
  private func failure(_ field: FieldSchema, id: String = "x") -> SchemaError? {
    do throws(SchemaError) {
      _ = try Validator(
        Schema(id: id, title: "", root: .object("", [.required("f", field)])))
      return nil
    } catch {
      return error
    }
  }

  @Test func mistakesFailWhenTheSchemaIsBuilt() throws {
    let rows: [(FieldSchema, Keyword?, SchemaError.Reason)] = [
      (
        .string("", .minLength(3), .maxLength(2)), .minLength,
        .emptyRange(minimum: "3", maximum: "2")
      ),
      (.string("", .minLength(-1)), .minLength, .negativeCount(-1)),
      (.string("", .maxLength(-1)), .maxLength, .negativeCount(-1)),
      (.string("", .minLength(1), .minLength(1)), .minLength, .duplicateConstraint),
      (.string("", .oneOf(values: [])), .enum, .emptyEnumeration),
      (.string("", .oneOf("a", "a")), .enum, .duplicateEnumerationValue("a")),
      (
        .object("", [.required("a", .string("")), .optional("a", .string(""))]), nil,
        .duplicateProperty("a")
      ),
    ]
    for (field, keyword, reason) in rows {
      let error = try #require(failure(field))
      #expect(error.reason == reason)
      #expect(error.keyword == keyword)
      #expect(error.pointer.description == "/f")
      #expect(error.schemaID == "x")
    }
  }

  @Test func patternsFailWithTheirOffset() throws {
    let error = try #require(failure(.string("", .pattern("^[a-z$"))))
    guard case .invalidPattern = error.reason else {
      Issue.record("\(error)")
      return
    }
    #expect(error.description.hasPrefix("schema x, field \"/f\", pattern: "))
    #expect(error.description.contains("offset"))
  }

  @Test func canonicallyEquivalentNamesAreDistinct() {
    #expect(failure(.string("", .oneOf("\u{E9}", "e\u{301}"))) == nil)
    #expect(
      failure(.object("", [.optional("\u{E9}", .string("")), .optional("e\u{301}", .string(""))]))
        == nil)
  }

  @Test func emptyIdentifier() {
    #expect(failure(.string(""), id: "")?.reason == .emptyID)
  }

  @Test func depth() throws {
    func nested(_ depth: Int) -> Schema {
      let root = (1..<depth).reduce(FieldSchema.string("")) { field, _ in
        .object("", [.required("a", field)])
      }
      return Schema(id: "deep", title: "", root: root)
    }
    let validator = try Validator(nested(128))
    let document = (1..<128).reduce(#""""#) { text, _ in #"{"a":\#(text)}"# }
    #expect(validator.validate(document).outcome == .valid)
    #expect(throws: SchemaError.self) { try Validator(nested(129)) }
  }

  @Test func ruleIdentifiersAreUnique() throws {
    let identifiers = Ticket.schema.rules.map(\.id)
    #expect(Set(identifiers).count == identifiers.count)
    #expect(
      identifiers == [
        "ticket/type", "ticket/additionalProperties", "ticket/title/required", "ticket/title/type",
        "ticket/title/minLength", "ticket/title/maxLength", "ticket/code/type",
        "ticket/code/pattern", "ticket/code/enum", "ticket/count/type", "ticket/weight/type",
        "ticket/isOpen/type", "ticket/steps/type", "ticket/steps/*/type",
        "ticket/steps/*/additionalProperties", "ticket/steps/*/do/required",
        "ticket/steps/*/do/type", "ticket/steps/*/do/minLength", "ticket/steps/*/*/type",
        "ticket/steps/*/*/minLength", "ticket/steps/*/tags/type", "ticket/steps/*/tags/*/type",
        "ticket/steps/*/tags/*/maxLength", "ticket/login/type",
        "ticket/login/additionalProperties", "ticket/login/user/required",
        "ticket/login/user/type", "ticket/login/pass~0~1word/required",
        "ticket/login/pass~0~1word/type",
      ])
    #expect(try Validator(Ticket.schema).rules == Ticket.schema.rules)
  }

  @Test func rulesHaveFieldAndSecrecy() throws {
    let rules = Ticket.schema.rules
    let minLength = try #require(rules.first { $0.id == "ticket/title/minLength" })
    #expect(minLength.parameter == .count(2))
    #expect(minLength.summary == "Its title.")
    for rule in rules { #expect(rule.isSecret == rule.id.hasPrefix("ticket/login/"), "\(rule.id)") }
  }

  @Test func schemasAreComparedByContent() {
    #expect(Ticket.schema == Schema(id: "ticket", title: "A ticket", root: Ticket.schema.root))
    #expect(Ticket.schema != Ticket.schema(unknownFields: .reject))
  }
}

@Suite("Names in the key table")
struct KeyTableTests {
  private static let number = FieldSchema.number("")

  /// A validator for an object with these members and no others.
  private func validator(of properties: [Property]) throws -> Validator {
    let root = FieldSchema.object("", properties, unknownFields: .reject)
    return try Validator(Schema(id: "names", title: "", root: root))
  }

  /// Names with lengths near two machine words that differ only in one byte at each position.
  @Test func namesThatDifferInOneByte() throws {
    var names: [String] = [""]
    for length in 1...40 {
      let plain = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      names.append(String(decoding: plain, as: UTF8.self))
      for place in 0..<length {
        var bytes = plain
        bytes[place] = UInt8(ascii: "b")
        names.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    // Every second name is declared, as a number; none of the others may be mistaken for one.
    let declared = names.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    let validator = try validator(of: declared.map { .optional($0, Self.number) })
    for (index, name) in names.enumerated() {
      // At the end of the document, and far from it.
      for document in [#"{"\#(name)":1}"#, #"{"\#(name)":1}"# + String(repeating: " ", count: 50)] {
        let result = validator.validate(document)
        #expect(result.errors.map(\.keyword) == (index % 2 == 0 ? [] : [.additionalProperties]))
      }
    }
  }

  @Test func fiveHundredNames() throws {
    let names = (0..<500).map { "property\($0)" }
    let schema = Schema(
      id: "many", title: "",
      root: .object("", names.map { .required($0, Self.number) }))
    let validator = try Validator(schema)
    let members = names.map { #""\#($0)":1"# }
    #expect(validator.validate("{\(members.joined(separator: ","))}").outcome == .valid)
    #expect(validator.validate("{\(members.reversed().joined(separator: ","))}").outcome == .valid)
    let result = validator.validate("{\(members.dropFirst(499).joined())}")
    #expect(result.errors.count == 100)
    #expect(result.omittedErrorCount == 399)
  }

  /// A name of one byte, names with the same first eight bytes, and names of the maximum predictable length and one
  /// byte more.
  static let shuffledNames = [
    "a", "ab", "abcdefgh1", "abcdefgh2", "abcdefghijklm", "abcdefghijklmn",
  ]

  @Test(arguments: shuffledNames)
  func namesInAnyOrder(_ left: String) throws {
    let names = Self.shuffledNames
    let validator = try validator(of: names.map { .required($0, Self.number) })
    for order in permutations(of: names) {
      let members = order.map { #""\#($0)":1"# }
      for separator in [",", " , \n"] {
        let text = "{\(members.joined(separator: separator))}"
        #expect(validator.validate(text).outcome == .valid, "\(text)")
        // A missing name and a duplicate one are distinguished from all others.
        let fewer = order.filter { $0 != left }.map { #""\#($0)":1"# }
        let errors = validator.validate("{\(fewer.joined(separator: separator))}").errors
        #expect(errors.map { "\($0.pointer)" } == ["/" + left], "\(text) without \(left)")
        let twice = validator.validate(
          "{\((members + [#""\#(left)":1"#]).joined(separator: separator))}")
        #expect(twice.outcome == .malformed, "\(text), then \(left)")
      }
    }
  }
}

/// All orders of some values.
private func permutations<Value>(of values: [Value]) -> [[Value]] {
  guard let first = values.first else { return [[]] }
  return permutations(of: Array(values.dropFirst())).flatMap { rest in
    (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
  }
}
