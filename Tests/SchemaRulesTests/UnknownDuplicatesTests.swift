import JSONText
import SchemaRules
import Testing

/// Undeclared member names must not be duplicates either.
@Suite("Duplicate undeclared names")
struct UnknownDuplicatesTests {
  /// A document, the offsets of the first and second of two equal names, and the reason; nil if there are none.
  struct Row: Sendable, Identifiable, CustomTestStringConvertible {
    let id: String
    let offsets: [Int]?
    let reason: String

    init(_ document: String, _ offsets: [Int]?, _ reason: String) {
      id = document
      self.offsets = offsets
      self.reason = reason
    }

    var testDescription: String { reason }
  }

  static let rows: [Row] = [
    .init(#"{"title":"ab","x":1}"#, nil, "the only undeclared name"),
    .init(#"{"x":1,"x":2}"#, [1, 7], "the second undeclared name"),
    .init(#"{"\u0078":1,"x":2}"#, [1, 12], "with an escape in the first"),
    .init(#"{"x":1,"\u0078":2}"#, [1, 7], "with an escape in the second"),
    .init(#"{"x":1,"y":2,"x":3}"#, [1, 13], "the first and the third"),
    .init(#"{"x":1,"y":2,"z":3,"y":4}"#, [7, 19], "the second and the fourth"),
    .init(#"{"x":{"a":1,"b":2},"y":{"a":1},"x":3}"#, [1, 31], "with objects between the two"),
    .init(#"{"x":{"a":1,"a":2}}"#, [6, 12], "inside the only undeclared member"),
    .init(
      #"{"x":1,"login":{"y":1,"y":2},"x":3}"#, [16, 22],
      "in a declared object between two undeclared members"),
    .init(
      #"{"x":1,"login":{"y":1},"x":3}"#, [1, 23],
      "before and after a declared object with an undeclared member"),
    .init(#"{"x":1,"login":{"x":1,"z":2},"z":3}"#, nil, "the same names in two objects"),
  ]

  @Test("The fault is at the second name and refers to the first", arguments: rows)
  func fault(_ row: Row) throws {
    for policy in UnknownFieldPolicy.allCases {
      let validator = try Validator(Ticket.schema(unknownFields: policy))
      // Twice with the same memory: the first document must not affect the second.
      let workspace = ValidationWorkspace()
      for _ in 0..<2 {
        let bytes = Array(row.id.utf8)
        let result = unsafe validator.validate(bytes.span.bytes, with: workspace)
        let fault = row.offsets.map { JSONFault(.duplicateKey(firstOffset: $0[0]), at: $0[1]) }
        #expect(result.fault == fault)
      }
    }
  }
}
