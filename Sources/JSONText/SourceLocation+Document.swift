extension SourceLocation {
  /// The location of one byte offset in a document.
  ///
  /// This reads the document up to the offset. For several offsets, create a `SourceIndex`.
  public init(of offset: Int, in document: [UInt8]) {
    self = unsafe document.withUnsafeBytes { bytes in
      unsafe SourceIndex(bytes).location(of: offset, in: bytes)
    }
  }
}
