import JSONText

/// A compiled schema: checks documents, from any number of threads at once.
public struct Validator: Sendable {
  let compiled: CompiledSchema

  /// The schema that was compiled.
  public var schema: Schema { compiled.schema }
  /// The bounds within which the validator works.
  public var limits: ValidationLimits { compiled.limits }

  /// Compiles a schema, its patterns included.
  ///
  /// With `usesPatternShortcuts`, simple patterns may be decided without the engine. The results are
  /// the same, except that such a pattern hits no limit of matching.
  ///
  /// - Throws: a `SchemaError` that says what is wrong with the declaration, and where.
  public init(
    _ schema: Schema, limits: ValidationLimits = ValidationLimits(),
    usesPatternShortcuts: Bool = true
  ) throws(SchemaError) {
    compiled = try SchemaCompiler.compile(
      schema, limits: limits, usesPatternShortcuts: usesPatternShortcuts)
  }

  /// Compiles a schema that is a constant of the program and compiles in its tests.
  ///
  /// Traps with the `SchemaError` if the declaration is wrong, which no document can bring about.
  public init(constant schema: Schema) {
    do throws(SchemaError) {
      try self.init(schema)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Every rule of the schema, each field's own before those of the fields inside it.
  public var rules: [Rule] { schema.rules }

  /// Validates a document in borrowed memory.
  ///
  /// This and the other calls without a workspace keep one for each thread, so that validating a valid
  /// document allocates nothing; they can be called from any thread or task.
  public func validate(_ bytes: RawSpan) -> ValidationResult {
    ValidationWorkspace.withPooled(for: bytes) { validate(bytes, with: $0) }
  }

  /// Validates a document in borrowed memory.
  public func validate(_ bytes: Span<UInt8>) -> ValidationResult {
    // Bytes have no padding, which is what `Span.bytes` warns of.
    unsafe validate(bytes.bytes)
  }

  /// Validates a document.
  public func validate(_ bytes: [UInt8]) -> ValidationResult {
    validate(bytes.span)
  }

  /// Validates a document: a slice, `Data`, a view of NIO's `ByteBuffer` or whatever else offers contiguous
  /// storage, without a copy; other sequences are copied.
  public func validate(_ bytes: some Sequence<UInt8>) -> ValidationResult {
    bytes.withBytes { validate($0) }
  }

  /// Validates a document given as text.
  public func validate(_ text: some StringProtocol) -> ValidationResult {
    text.utf8.withBytes { validate($0) }
  }

  /// Validates a document in borrowed memory with a workspace of the caller's, which one thread uses at a time.
  public func validate(
    _ bytes: RawSpan, with workspace: ValidationWorkspace
  ) -> ValidationResult {
    unsafe bytes.withUnsafeBytes { bytes in
      // Sound: schema and workspace are kept alive until the walk has ended.
      withExtendedLifetime(compiled) {
        withExtendedLifetime(workspace) {
          var pass = unsafe ValidationPass(bytes, compiled, workspace)
          return pass.run()
        }
      }
    }
  }
}

extension Sequence<UInt8> {
  /// Calls a closure with the bytes, without a copy where they are contiguous.
  func withBytes<Value, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    // `withContiguousStorageIfAvailable` loses the type of what is thrown.
    let result = withContiguousStorageIfAvailable { bytes in
      Result { () throws(Failure) in try body(unsafe UnsafeRawBufferPointer(bytes).bytes) }
    }
    if let result { return try result.get() }
    let copy = Array(self)
    return try body(unsafe copy.span.bytes)
  }
}
