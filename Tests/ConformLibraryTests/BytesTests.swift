import Conform
import Foundation
import Testing

/// The type that holds the bytes of a document does not affect the result.
@Suite("Types that hold bytes")
struct BytesTests {
  static let validator = Validator(
    constantJSONSchema: ["note": #"{"type":"object","required":["title"]}"#])

  static let documents: [(text: String, outcome: ValidationResult.Outcome)] = [
    (#"{"title":"é"}"#, .valid), ("{}", .invalid), (#"{"title""#, .malformed), ("", .malformed),
  ]

  @Test(arguments: documents)
  func everyByteContainer(text: String, outcome: ValidationResult.Outcome) {
    let validator = Self.validator
    let bytes = Array(text.utf8)
    let padded = [0x5B] + bytes + [0x5D]
    let expected = validator.validate(bytes)
    #expect(expected.outcome == outcome)
    #expect(validator.validate(text) == expected)
    #expect(validator.validate("[\(text)]".dropFirst().dropLast()) == expected)
    #expect(validator.validate(padded[1..<(padded.count - 1)]) == expected)
    #expect(validator.validate(bytes.span) == expected)
    let raw = unsafe validator.validate(bytes.span.bytes)
    #expect(raw == expected)
    #expect(validator.validate(ContiguousArray(bytes)) == expected)
    #expect(validator.validate(Data(bytes)) == expected)
    #expect(validator.validate(Data(padded)[1..<(padded.count - 1)]) == expected)
    #expect(validator.validate(AnySequence(bytes)) == expected)
  }

  /// Also a document for which a thread does not keep its memory.
  @Test func fromAnyTask() async {
    let long = "{\"title\":\"" + String(repeating: "a", count: 1 << 24) + "\"}"
    #expect(Self.validator.validate(long).outcome == .valid)
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var count = 0
          for _ in 0..<500 {
            for (text, outcome) in Self.documents
            where Self.validator.validate(text).outcome == outcome { count += 1 }
            await Task.yield()
          }
          return count
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 500 * Self.documents.count, count: 8))
  }

  @Test(arguments: documents)
  func verdictAgreesWithOutcome(text: String, outcome: ValidationResult.Outcome) {
    switch Self.validator.validate(text).verdict {
    case .valid: #expect(outcome == .valid)
    case .invalid(let errors): #expect(outcome == .invalid && errors.count == 1)
    case .malformed(let fault): #expect(outcome == .malformed && fault.offset == text.utf8.count)
    case .indeterminate: Issue.record("no limit is near")
    }
  }
}

@Suite("Localized descriptions")
struct LocalizedErrorTests {
  @Test("An error's localized description is its description") func descriptions() throws {
    let errors: [any Error] = [
      #expect(throws: JSONSchemaError.self) { try Schema(jsonSchema: #"{"type":"int"}"#) },
      #expect(throws: SchemaError.self) {
        try Validator(Schema(id: "a", title: "", root: .string("", .minLength(-1))))
      },
    ].compactMap(\.self)
    #expect(errors.count == 2)
    for error in errors { #expect(error.localizedDescription == "\(error)") }
    let fault = try #require(Self.fault("[1"))
    #expect(fault.localizedDescription == "\(fault.message), at byte 2")
  }

  private static func fault(_ text: String) -> JSONFault? {
    guard case .malformed(let fault) = BytesTests.validator.validate(text).verdict else {
      return nil
    }
    return fault
  }
}
