import JSONText

/// A compiled schema. Any number of threads can validate documents with it at the same time.
public struct Validator: Sendable {
  let compiled: CompiledSchema

  /// The schema that was compiled.
  public var schema: Schema { compiled.schema }
  /// The limits of a validation.
  public var limits: ValidationLimits { compiled.limits }

  /// Compiles a schema, including its patterns.
  ///
  /// With `usesPatternShortcuts`, simple patterns are decided without the engine. The results are the same, except that
  /// such a pattern never exceeds a limit of matching.
  ///
  /// - Throws: A `SchemaError` with the mistake in the declaration and its position.
  public init(
    _ schema: Schema, limits: ValidationLimits = ValidationLimits(),
    usesPatternShortcuts: Bool = true
  ) throws(SchemaError) {
    compiled = try SchemaCompiler.compile(
      schema, limits: limits, usesPatternShortcuts: usesPatternShortcuts)
  }

  /// Compiles a schema that is a constant of the program. A test should use it once.
  ///
  /// Traps with the `SchemaError` if the declaration is wrong. No document can cause that.
  public init(constant schema: Schema) {
    do throws(SchemaError) {
      try self.init(schema)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Every rule of the schema. The rules of a field come before those of the fields inside it.
  public var rules: [Rule] { schema.rules }

  /// Validates a document in borrowed memory.
  ///
  /// This method and the others without a workspace keep one for each thread, so validating a valid document allocates
  /// nothing. You can call them from any thread or task.
  public func validate(_ bytes: RawSpan) -> ValidationResult {
    ValidationWorkspace.withPooled(for: bytes) { validate(bytes, with: $0) }
  }

  /// Validates a document in borrowed memory.
  public func validate(_ bytes: Span<UInt8>) -> ValidationResult {
    // `Span.bytes` warns about padding, which bytes do not have.
    unsafe validate(bytes.bytes)
  }

  /// Validates a document.
  public func validate(_ bytes: [UInt8]) -> ValidationResult {
    validate(bytes.span)
  }

  /// Validates a document in any sequence of bytes. A slice, `Data`, a view of NIO's `ByteBuffer` or any other
  /// contiguous storage is not copied; other sequences are.
  public func validate(_ bytes: some Sequence<UInt8>) -> ValidationResult {
    bytes.withBytes { validate($0) }
  }

  /// Validates a document given as text.
  public func validate(_ text: some StringProtocol) -> ValidationResult {
    text.utf8.withBytes { validate($0) }
  }

  /// Validates a document in borrowed memory with the caller's workspace. Only one thread at a time can use a
  /// workspace.
  public func validate(
    _ bytes: RawSpan, with workspace: ValidationWorkspace
  ) -> ValidationResult {
    unsafe bytes.withUnsafeBytes { bytes in
      // Sound: the schema and the workspace stay alive until the walk ends.
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
  /// Calls a closure with the bytes, without copying them if they are contiguous.
  func withBytes<Value, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    // `withContiguousStorageIfAvailable` does not preserve the type of the error.
    let result = withContiguousStorageIfAvailable { bytes in
      Result { () throws(Failure) in try body(unsafe UnsafeRawBufferPointer(bytes).bytes) }
    }
    if let result { return try result.get() }
    let copy = Array(self)
    return try body(unsafe copy.span.bytes)
  }
}
