extension SourceLocation {
  /// The location of one byte offset in a document.
  ///
  /// Reads the document up to there. Whoever asks more than once makes a `SourceIndex`.
  public init(of offset: Int, in document: [UInt8]) {
    self = unsafe document.withUnsafeBytes { bytes in
      unsafe SourceIndex(bytes).location(of: offset, in: bytes)
    }
  }
}
