/// The relation of a rule to the documented source.
///
/// A declaration attaches it to each constraint. The engine only passes it on; it never affects a verdict.
public struct Provenance: Hashable, Sendable {
  /// The ways in which a rule can relate to the source.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// The source states the rule.
    case documented
    /// The source is silent; the project chose the rule.
    case chosen
    /// The source states the rule, but shows an example that violates it.
    case contradicted
  }

  /// The relation of the rule to the source.
  public let status: Status
  /// A remark about the relation; may be empty.
  public let note: String

  /// The source states the rule.
  public static let documented = Provenance(status: .documented, note: "")

  /// The source is silent; the note explains why the project chose the rule.
  public static func chosen(_ note: String) -> Provenance {
    Provenance(status: .chosen, note: note)
  }

  /// The source states the rule and contradicts it; the note says where.
  public static func contradicted(_ note: String) -> Provenance {
    Provenance(status: .contradicted, note: note)
  }
}
