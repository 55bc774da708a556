public import JSONText
public import SchemaRules

/// Makes valid documents for a schema, and validates each before it returns it.
///
/// The search makes a document top down, taking the first possibility at every choice: of several
/// alternatives, types or values. Where the validator finds an error, it takes the next possibility at the
/// closest choice, and after some of them leaves out the closest optional member. It may therefore miss a valid
/// document of a schema whose rules depend on one another in ways that no single choice settles.
public struct ExampleGenerator {
  /// How much a document has.
  public enum Extent: String, Hashable, Sendable, CaseIterable {
    /// What the schema requires, in as few and as short values as were found.
    case shortest
    /// Every member once, with values that the schema gives as examples; members for which no value was found are
    /// left out.
    case full
  }

  /// The search found no valid document, which does not prove that there is none.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    /// How many documents were tried.
    public let attempts: Int
    /// What was wrong with the last of them, in a sentence without its end.
    public let obstacle: String

    /// Both.
    public var description: String {
      "no valid document was found in \(attempts) attempt\(attempts == 1 ? "" : "s"), which does not prove that there "
        + "is none; in the last attempt, \(obstacle)"
    }
  }

  private let schema: Schema
  private let validator: Validator
  private let costs: [Int]

  /// The most documents that are tried.
  private static let mostAttempts = 600

  /// A generator of documents for a schema.
  ///
  /// - Throws: what compiling the schema throws.
  public init(_ schema: Schema) throws(SchemaError) {
    self.schema = schema
    validator = try Validator(schema, limits: ValidationLimits(errors: 8))
    costs = NodeCosts(schema.graph).costs
  }

  /// A valid document.
  ///
  /// - Throws: a `Failure` if the search does not find one.
  public func document(_ extent: Extent) throws(Failure) -> JSONValue {
    var choices = Choices()
    var attempts = 0
    var obstacle = ""
    while attempts < Self.mostAttempts {
      attempts += 1
      choices.begin()
      var construction = ExampleConstruction(schema.graph, costs, extent, choices)
      let value = construction.value([schema.graph.root], at: .root, extent: extent)
      choices = construction.choices
      var faults = construction.deadEnds
      if let fault = faults.first { obstacle = "no value was found for \(fault.subject)" }
      if let value {
        var writer = JSONWriter()
        writer.value(value)
        let result = validator.validate(writer.bytes)
        if result.outcome == .valid { return value }
        // What is wrong inside an alternative comes before the alternative.
        faults += result.errors.map(\.pointer).sorted { $0.tokens.count > $1.tokens.count }
        obstacle = result.errors.first?.message ?? "the document was \(result.outcome)"
      }
      guard choices.advance(after: faults) else { break }
    }
    throw Failure(attempts: attempts, obstacle: obstacle)
  }
}

extension JSONPointer {
  /// The place in a sentence.
  fileprivate var subject: String { self == .root ? "the document" : description }
}
