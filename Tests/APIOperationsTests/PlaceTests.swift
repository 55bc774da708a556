import APIOperations
import BackupDestinations
import ExampleOperation
import JSONText
import SchemaRules
import Testing

/// The layout of an operation's source gives the place of each rule, field and aspect on the page.
@Suite("Places on the page")
struct PlaceTests {
  static let places: [(operation: APIOperation, rule: String, place: String?, why: String)] = [
    (
      AddBackupDestination.operation, "add-backup-destination.request/name/minLength",
      "Request body > name > min length", "the page has its own label for the keyword"
    ),
    (
      AddBackupDestination.operation, "add-backup-destination.request/type/enum",
      "Request body > type > one of", "a label can differ from the keyword's name"
    ),
    (
      AddBackupDestination.operation, "add-backup-destination.response/data/name/pattern",
      "Response body > data > name > pattern", "without a label, JSON Schema's name is used"
    ),
    (
      AddBackupDestination.operation, "add-backup-destination.request/additionalProperties",
      "Request body > other members", "the body itself has no name"
    ),
    (
      AddBackupDestination.operation, "add-backup-destination.error/error/type",
      "Not on the page > error > type", "the body of failures is a body too"
    ),
    (
      RegisterParcel.operation, "register-parcel.request/to/minLength", "Body > to > shortest",
      "labels belong to the operation"
    ),
    (
      RegisterParcel.operation, "register-parcel.request/customs/pass~0~1word/required",
      "Body > customs > pass~/word > required", "names are shown without the pointer's escapes"
    ),
    (
      RegisterParcel.operation, "register-parcel.request/items/*/type", "Body > items > * > type",
      "a star represents any index"
    ),
  ]

  @Test(arguments: places.indices)
  func place(index: Int) throws {
    let row = Self.places[index]
    let bodies = row.operation.schemas + ([row.operation.failures?.body].compactMap(\.self))
    let rule = try #require(bodies.flatMap(\.rules).first { $0.id == row.rule })
    #expect(row.operation.place(of: rule) == row.place, "\(row.why)")
  }

  /// A rule of another schema has no place, even if the schema's id starts like that of a body.
  @Test(arguments: ["other", "register-parcel", "register-parcel.request2"])
  func ruleOfAnotherSchema(id: String) {
    let schema = Schema(id: id, title: "", root: .object("", []))
    #expect(schema.rules.allSatisfy { RegisterParcel.operation.place(of: $0) == nil })
  }

  /// An operation whose source has no layout has no places.
  @Test func noLayout() {
    let operation = RegisterParcel.placeless
    #expect(operation.schemas.flatMap(\.rules).allSatisfy { operation.place(of: $0) == nil })
    #expect(operation.place(of: .root, in: RegisterParcel.request) == nil)
    #expect(APIOperation.Aspect.allCases.allSatisfy { operation.place(of: $0) == nil })
    #expect(operation.source.edition == "API version v2, read on 2026-11-24")
  }

  @Test func aspects() {
    #expect(RegisterParcel.operation.place(of: .route) == "Title")
    #expect(RegisterParcel.operation.place(of: .success) == nil)
    for aspect in APIOperation.Aspect.allCases {
      #expect(AddBackupDestination.operation.place(of: aspect) != nil, "\(aspect)")
    }
  }

  /// The layout of the documented operation mentions all bodies and nothing else.
  @Test func sections() {
    let operation = AddBackupDestination.operation
    let bodies = operation.schemas + ([operation.failures?.body].compactMap(\.self))
    #expect(Set(operation.source.layout.sections.keys) == Set(bodies.map(\.id)))
  }

  @Test func editions() {
    #expect(
      AddBackupDestination.operation.source.edition
        == "API version v1, footer 2024, read on 2026-11-23")
    #expect(
      RegisterParcel.operation.source.edition
        == "API version v2, revision b, read on 2026-11-24")
  }
}

@Suite("Choice axes")
struct AxisTests {
  @Test("An axis keeps its alternatives with another reason; an unknown one has none")
  func axis() {
    let axis = Decision.axis("dollar", why: "The page says so.")
    #expect(axis.why == "The page says so." && axis.alternatives.count > 1)
    #expect(Decision.axis("nothing").alternatives.isEmpty)
  }
}
