/// The treatment of undeclared members of an object.
public enum UnknownFieldPolicy: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
  /// They are skipped; their values must still be strict JSON.
  case allow
  /// Each causes a warning, which does not change the outcome.
  case report
  /// Each causes an error.
  case reject
}
