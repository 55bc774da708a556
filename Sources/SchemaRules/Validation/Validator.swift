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

  /// Checks one document.
  public func validate(_ bytes: [UInt8]) -> ValidationResult {
    // Bytes have no padding, which is what `Span.bytes` warns of.
    unsafe validate(bytes.span.bytes, with: ValidationWorkspace())
  }

  /// Checks one document, given as text.
  public func validate(_ text: String) -> ValidationResult {
    validate(Array(text.utf8))
  }

  /// Checks one document in borrowed memory, using the memory of earlier calls.
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

  /// Checks one document and, if it is valid, makes a value of its fields, without a second parse.
  ///
  /// - Throws: `DocumentError.notValid` if the outcome is anything but `valid`, and what `make` throws.
  public func read<Value>(
    _ bytes: RawSpan, with workspace: ValidationWorkspace,
    as make: (borrowing FieldValues) throws(DocumentError) -> Value
  ) throws(DocumentError) -> Value {
    try unsafe bytes.withUnsafeBytes { (bytes) throws(DocumentError) in
      // Sound: schema and workspace are kept alive until the values have been read.
      try withExtendedLifetime((compiled, workspace)) { () throws(DocumentError) in
        var pass = unsafe ValidationPass(bytes, compiled, workspace, recordsValues: true)
        let result = pass.run()
        guard result.outcome == .valid else { throw .notValid(result) }
        // Another document would move the values; nothing may use the workspace meanwhile.
        workspace.pointer.memory.isLent = true
        defer { workspace.pointer.memory.isLent = false }
        return try make(FieldValues(pass))
      }
    }
  }

  /// Checks one document and, if it is valid, makes a value of its fields, without a second parse.
  ///
  /// - Throws: `DocumentError.notValid` if the outcome is anything but `valid`, and what `make` throws.
  public func read<Value>(
    _ bytes: [UInt8], as make: (borrowing FieldValues) throws(DocumentError) -> Value
  ) throws(DocumentError) -> Value {
    unsafe try read(bytes.span.bytes, with: ValidationWorkspace(), as: make)
  }
}
