/// The treatment of undeclared members of an object.
public enum UnknownFieldPolicy: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// They are skipped; their values must still be strict JSON.
  case allow
  /// They give a warning each, which does not change the outcome.
  case report
  /// They give an error each.
  case reject
}
