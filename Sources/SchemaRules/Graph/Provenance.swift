/// Where a rule comes from.
///
/// It belongs to the engine because a declaration attaches it to each constraint; the engine only carries
/// it along, and never lets it decide anything.
public struct Provenance: Hashable, Sendable {
  /// The ways in which a rule can relate to the source.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// The source states the rule.
    case documented
    /// The source is silent, and the project had to pick.
    case chosen
    /// The source states the rule and shows an example that breaks it.
    case contradicted
  }

  /// How the rule relates to the source.
  public let status: Status
  /// What to know about it, empty if there is nothing more to say.
  public let note: String

  /// The source states the rule.
  public static let documented = Provenance(status: .documented, note: "")

  /// The source is silent; the note says why the project picked the rule.
  public static func chosen(_ note: String) -> Provenance {
    Provenance(status: .chosen, note: note)
  }

  /// The source states the rule and contradicts it; the note says where.
  public static func contradicted(_ note: String) -> Provenance {
    Provenance(status: .contradicted, note: note)
  }
}
