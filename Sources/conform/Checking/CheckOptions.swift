/// What a run is to do with its documents.
struct CheckOptions: Sendable {
  /// How many bytes a line may have, unless told otherwise.
  ///
  /// Less than for a file of its own, which need not be in memory as a whole.
  static let lineBytes = 1 << 24

  /// Checks sources that are one document.
  let documentValidator: LazyValidator
  /// Checks documents that are a line.
  let lineValidator: LazyValidator
  let reporter: any Reporter
  /// How many threads check documents.
  let jobs: Int
  /// Whether to end at the first document that is not valid.
  let failsFast: Bool
  let progress: ProgressChoice
}
