/// What came of a piece of work, or of a part of it.
struct PieceReport: Sendable {
  /// The reports of its documents.
  var output: [UInt8] = []
  /// Copies of the valid documents, and of the others, where they are wanted.
  var valid: [UInt8] = []
  var invalid: [UInt8] = []
  var summary = RunSummary()
  /// How many bytes of the input it is about.
  var inputSize = 0
  /// Why the source could not be read to its end.
  var failure: SourceFailure?
  /// Whether the reports are to be seen at once, and not when more have come together.
  var isUrgent = false
  /// Whether nothing behind it counts any more.
  var isLast = false

  var size: Int { output.count + valid.count + invalid.count }
}
