import Conform
import Foundation
import SchemaExports
import Testing

/// `Kinds.swift` is the output of `conform export swift` for `kinds.schema.json`, and its types read the values of
/// documents.
@Suite("Typed values of a schema")
struct TypedValuesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  @Test func typesAreRendered() throws {
    let text = try Data(contentsOf: Self.folder.appending(path: "kinds.schema.json"))
    let schema = try Schema(
      jsonSchema: Array(text), options: JSONSchemaOptions(name: "kinds.schema.json"))
    let export = try #require(Export(.swift, of: schema))
    let committed = try String(
      contentsOf: Self.folder.appending(path: "Kinds.swift"), encoding: .utf8)
    #expect(export.text == committed)
    #expect(export.rules == schema.rules.map(\.id))
  }

  /// A document with the required members and others.
  static func document(_ others: String = "") -> String {
    #"{"id":"a","kind":"t","count":1,"flag":true,"none":null,"self-ref":[]"# + others + "}"
  }

  static func read(_ others: String) throws -> Kinds { try Kinds(validating: document(others)) }

  static let values:
    [(others: String, text: @Sendable (Kinds) -> String, value: String, why: String)] = [
      (#","ratio":1.5e1"#, { $0.ratio.text }, "Optional(15.0)", "a number"),
      (
        #","ratio":null"#, { $0.ratio.text }, "not valid",
        "an optional member cannot be null"
      ),
      (
        #","level":-3"#, { $0.level.text }, "Optional(ConformLibraryTests.KindsLevel.minus3)",
        "an enumeration of numbers"
      ),
      (
        #","level":2.0"#, { $0.level.text }, "Optional(ConformLibraryTests.KindsLevel.value2)",
        "2.0 is 2"
      ),
      (
        #","colour":"next-d\u0061y""#, { $0.colour.text },
        "Optional(ConformLibraryTests.KindsColour.nextDay)", "an enumeration"
      ),
      (#","colour":null"#, { $0.colour.text }, "nil", "`null` is one of its values"),
      (#","map":{"x":1,"y":2}"#, { $0.mapSum.text }, "3.0", "members of any name"),
      (
        #","pay":{"method":"card","number":"4"}"#, { $0.payment }, "card 4", "the first alternative"
      ),
      (#","pay":{"tip":1,"method":"cash"}"#, { $0.payment }, "cash", "the second alternative"),
      (#","pay":null"#, { $0.payment }, "none", "the third alternative is null"),
      (
        #","text":"1""#, { $0.text.text }, #"Optional(ConformLibraryTests.KindsText.string("1"))"#,
        "distinguished by its kind"
      ),
      (
        #","text":7"#, { $0.text.text }, "Optional(ConformLibraryTests.KindsText.integer(7))",
        "the first one that allows it"
      ),
      (
        #","text":0"#, { $0.text.text }, "Optional(ConformLibraryTests.KindsText.integer_(0))",
        "distinguished by a rule"
      ),
      (#","maybe":3"#, { $0.maybe.text }, "Optional(3)", "one alternative in addition to null"),
      (#","maybe":null"#, { $0.maybe.text }, "nil", "null"),
      (
        #","whole":{"extra":"e","method":"cash"}"#, { $0.extra }, "e",
        "requirements of several schemas for one object"
      ),
      (#","pin":"canary""#, { $0.pin.text }, "Optional([redacted])", "a secret does not print"),
      (
        #","keys":{"canary":1}"#, { $0.keys.text }, "Optional([redacted])",
        "names in a secret do not print either"
      ),
      (#","init":"i""#, { $0.`init`.text }, #"Optional("i")"#, "a keyword is a name"),
      (
        #","any":[1,{"a":2.50}]"#, { $0.anyText }, #"[1,{"a":2.50}]"#, "any value, as it is spelled"
      ),
      (#","next":{"id":1}"#, { $0.next.text }, "not valid", "rules apply inside"),
      (
        #","other":[[],{"id":"x"}],"ratio":2"#, { $0.ratio.text }, "Optional(2.0)",
        "other members are skipped"
      ),
    ]

  @Test(arguments: values)
  func valueIsRead(
    others: String, text: @Sendable (Kinds) -> String, value: String, why: String
  ) throws {
    do {
      #expect(try text(Self.read(others)) == value, "\(why)")
    } catch DocumentError.notValid {
      #expect(value == "not valid", "\(why)")
    }
  }

  @Test func nestedAndEscaped() throws {
    let inner = Self.document()
    let text = Self.document().replacing(
      #""self-ref":[]"#, with: #" "self\u002dref" : [ \#(inner) , \#(inner) ] "#)
    let kinds = try Kinds(validating: " \n\(text)\t")
    #expect(kinds.selfRef.map(\.id) == ["a", "a"])
    #expect(kinds.none == nil)
    let copy = try JSONDecoder().decode(Kinds.self, from: JSONEncoder().encode(kinds))
    #expect(copy == kinds)
    #expect(try Kinds(validating: JSONEncoder().encode(kinds)) == kinds)
  }

  static let unreadable: [(document: String, message: String)] = [
    (
      document().replacing(#""count":1"#, with: #""count":1e30"#),
      "/count is not a whole number that Int can hold"
    ),
    (document(#","ratio":1e999"#), "/ratio is not a number that Double can hold"),
    (
      document(#","map":{"\u00e9":1,"e\u0301":2}"#),
      "/map/e\u{301} has a name that is canonically equivalent to an earlier one"
    ),
    (document(#","untyped":1"#), "/untyped is not an object"),
    (document(#","keys":{"canary":1e30}"#), "/keys does not fit its type"),
  ]

  /// A value that the schema allows but the Swift type cannot hold causes an error with a place, never another value.
  @Test(arguments: unreadable)
  func valueDoesNotFit(document: String, message: String) {
    #expect(Kinds.validator.validate(document).outcome == .valid)
    let error = #expect(throws: DocumentError.self) { try Kinds(validating: document) }
    #expect(error?.description == message)
    #expect(error?.errorDescription == message)
  }

  static let integers: [(text: String, value: Int?)] = [
    ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil),
    ("-9223372036854775809", nil), ("1e18", 1_000_000_000_000_000_000), ("1e19", nil),
    ("-0.0", 0), ("1234567890123456789.0", 1_234_567_890_123_456_789), ("12e-1", nil),
    ("92233720368547758070e-1", .max),
  ]

  @Test(arguments: integers)
  func integerIsExact(text: String, value: Int?) throws {
    let validator = try Validator(Schema(jsonSchema: "true"))
    let read = try? validator.read(text.utf8) { reader throws(DocumentError) in
      try Int(reading: reader)
    }
    #expect(read == value)
  }

  /// A type that belongs to another schema does not find its members.
  @Test func anotherSchema() throws {
    let validator = try Validator(Schema(jsonSchema: "true"))
    let bytes = Array(#"{"a":[{"method":"card"}]}"#.utf8)
    let error = #expect(throws: DocumentError.self) {
      try validator.read(bytes) { reader throws(DocumentError) in
        try [String: [Card]](reading: reader)
      }
    }
    #expect(error?.description == "/a/0/number is missing, but its type requires it")
  }
}

extension Kinds {
  fileprivate var mapSum: Double { map?.values.reduce(0, +) ?? 0 }
  fileprivate var anyText: String { any?.compactText ?? "" }
  fileprivate var extra: String { whole?.extra ?? "" }
  fileprivate var payment: String {
    switch pay {
    case .card(let card): "card \(card.number)"
    case .cash: "cash"
    case nil: "none"
    }
  }
}

extension Equatable {
  fileprivate var text: String { "\(self)" }
}
