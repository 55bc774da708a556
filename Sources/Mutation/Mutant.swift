public import SchemaRules
public import Vectors

/// An implementation that is wrong in one way.
public struct Mutant: Sendable, Identifiable {
  /// The stable name, such as `schema/request/name/minLength/2`.
  public let id: String
  /// What is wrong, in a few words.
  public let summary: String
  /// The body whose documents it judges differently; nil for both.
  public let target: Target?
  /// Why no document at all can tell the mutant from the right implementation; nil if one can.
  public let equivalence: String?
  /// The changed schema of the target, if that is what is wrong.
  public let schema: Schema?
  /// What the mutant says of a document; made when the mutant's turn comes.
  let make: @Sendable () -> (Subject) -> Answer

  /// A mutant by its parts.
  public init(
    _ id: String, _ summary: String, target: Target? = nil, equivalence: String? = nil,
    schema: Schema? = nil, make: @escaping @Sendable () -> (Subject) -> Answer
  ) {
    self.id = id
    self.summary = summary
    self.target = target
    self.equivalence = equivalence
    self.schema = schema
    self.make = make
  }

  /// The first part of the id.
  public var family: String {
    String(id.prefix { $0 != "/" })
  }
}

extension Mutant {
  /// Every mutant of the certificate, each id once.
  public static var all: [Mutant] {
    SchemaMutants.all + PatternMutants.all + ReaderMutants.all + ValueMutants.all
      + ReportMutants.all
  }
}
