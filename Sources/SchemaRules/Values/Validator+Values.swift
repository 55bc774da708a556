import JSONText

extension Validator {
  /// Validates a document and, if it is valid, creates a value from it without parsing it again.
  ///
  /// - Throws: `DocumentError.notValid` if the outcome is anything but `valid`, and any error that `make` throws.
  public func read<Value>(
    _ bytes: RawSpan, as make: (borrowing ValueReader) throws(DocumentError) -> Value
  ) throws(DocumentError) -> Value {
    let result = validate(bytes)
    guard case .valid = result.verdict else { throw .notValid(result) }
    return try unsafe bytes.withUnsafeBytes { (bytes) throws(DocumentError) in
      // Sound: the validated bytes outlive the cursor, and the cursor outlives the reader.
      var cursor = unsafe JSONCursor(unsafeBytes: bytes)
      cursor.skipWhitespace()
      return try unsafe withUnsafeMutablePointer(to: &cursor) { (place) throws(DocumentError) in
        try make(unsafe ValueReader(place))
      }
    }
  }

  /// Validates a document and, if it is valid, creates a value from it without parsing it again.
  ///
  /// - Throws: `DocumentError.notValid` if the outcome is anything but `valid`, and any error that `make` throws.
  public func read<Value>(
    _ bytes: some Sequence<UInt8>, as make: (borrowing ValueReader) throws(DocumentError) -> Value
  ) throws(DocumentError) -> Value {
    try bytes.withBytes { (bytes) throws(DocumentError) in try read(bytes, as: make) }
  }
}
