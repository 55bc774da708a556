/// The results of a piece of work, or of a part of it.
struct PieceReport: Sendable {
  /// The reports of its documents.
  var output: [UInt8] = []
  /// Copies of the valid documents and of the others, if requested.
  var valid: [UInt8] = []
  var invalid: [UInt8] = []
  var summary = RunSummary()
  /// The number of input bytes that it covers.
  var inputSize = 0
  /// The reason why the source could not be read to its end; nil if it could.
  var failure: SourceFailure?
  /// Whether to show the reports at once, without waiting for more.
  var isUrgent = false
  /// Whether the run ends after it.
  var isLast = false

  var size: Int { output.count + valid.count + invalid.count }
}
