public import JSONText
public import SchemaRules

/// Generates valid documents for a schema, and validates each before returning it.
///
/// The search builds a document from the top down and takes the first option at every choice between alternatives,
/// types or values. If the validator finds an error, the search takes the next option at the closest choice. After
/// several options, it omits the closest optional member. It can therefore miss a valid document if rules depend on
/// one another in ways that no single choice resolves.
public struct ExampleGenerator {
  /// The amount of content in a document.
  public enum Extent: String, Hashable, Sendable, CaseIterable {
    /// Only the required values, each as short as the search finds it.
    case shortest
    /// Every member once, with the schema's own examples as values; members without a known value are omitted.
    case full
  }

  /// The search found no valid document, which does not prove that there is none.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    /// The number of documents that were tried.
    public let attempts: Int
    /// The problem of the last document, in a clause without a period.
    public let obstacle: String

    /// The number of attempts and the obstacle.
    public var description: String {
      "found no valid document in \(attempts) attempt\(attempts == 1 ? "" : "s"), which does not prove that there "
        + "is none; in the last attempt, \(obstacle)"
    }
  }

  private let schema: Schema
  private let validator: Validator
  private let costs: [Int]
  private let stringLength: Int

  /// The maximum number of documents to try.
  private static let maximumAttempts = 600
  /// The number of attempts for which one that ends at the depth limit counts: it takes long, and the next one will
  /// end there too.
  private static let costOfDepth = 30

  /// Creates a generator for a schema.
  ///
  /// - Throws: A `SchemaError` if the schema cannot be compiled.
  public init(_ schema: Schema) throws(SchemaError) {
    try self.init(schema, stringLength: 0)
  }

  /// - Parameter stringLength: The minimum number of code points in a string whose rules allow that many.
  package init(_ schema: Schema, stringLength: Int) throws(SchemaError) {
    self.schema = schema
    self.stringLength = stringLength
    validator = try Validator(schema, limits: ValidationLimits(errors: 8))
    costs = NodeCosts(schema.graph).costs
  }

  /// Generates a valid document.
  ///
  /// - Throws: A `Failure` if the search does not find one.
  public func document(_ extent: Extent) throws(Failure) -> JSONValue {
    try search(Self.maximumAttempts, for: [schema.graph.root], extent, 0) { value in
      var writer = JSONWriter()
      writer.value(value)
      let result = validator.validate(writer.bytes)
      guard result.outcome != .valid else { return nil }
      // Faults inside an alternative come before that of the alternative itself.
      return Faults(
        places: result.errors.map(\.pointer).sorted { $0.tokens.count > $1.tokens.count },
        message: result.errors.first?.message ?? "the document was \(result.outcome)")
    }
  }

  /// A small value that nodes probably allow together; it is not validated. Values of different variants differ where
  /// possible. Returns nil if the search does not find one.
  package func value(_ nodes: [NodeID], variant: Int = 0) -> JSONValue? {
    try? search(Self.maximumAttempts / 12, for: nodes, .shortest, variant) { _ in nil }
  }

  private struct Faults {
    var places: [JSONPointer]
    var message: String
  }

  /// The first value without faults.
  private func search(
    _ most: Int, for nodes: [NodeID], _ extent: Extent, _ variant: Int,
    faults: (JSONValue) -> Faults?
  ) throws(Failure) -> JSONValue {
    var choices = Choices()
    var attempts = 0
    var remaining = most
    var obstacle = ""
    while remaining > 0 {
      attempts += 1
      choices.begin()
      var construction = ExampleConstruction(
        schema.graph, costs, choices, stringLength: stringLength)
      let value = construction.value(nodes, at: .root, extent: extent, variant: variant)
      choices = construction.choices
      var places = construction.deadEnds
      remaining -= construction.isTooDeep ? Self.costOfDepth : 1
      if construction.isTooDeep {
        obstacle = "its values were nested too deeply"
      } else if let place = places.first {
        obstacle = "found no value for \(place.subject)"
      }
      if let value {
        guard let found = faults(value) else { return value }
        places += found.places
        obstacle = found.message
      }
      guard choices.advance(after: places) else { break }
    }
    throw Failure(attempts: attempts, obstacle: obstacle)
  }
}

extension JSONPointer {
  /// The place in a sentence.
  fileprivate var subject: String { self == .root ? "the document" : description }
}
