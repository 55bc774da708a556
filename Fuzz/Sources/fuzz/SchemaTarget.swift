import JSONSchema
import JSONText
import SchemaEvaluation
import SchemaRules

/// Tests the loader and the compiler on arbitrary schemas, and compares the validator with the evaluator.
///
/// An input is `{"schema":…,"instances":[…]}`, or the text of a schema.
enum SchemaTarget {
  static func run(_ input: UnsafeRawBufferPointer) {
    let bytes = unsafe Array(input)
    let parts = try? JSONValue(parsing: bytes)
    let text = parts?["schema"].map(\.text) ?? bytes
    guard let schema = try? Schema(jsonSchema: text) else { return }
    compare(schema, parts?["instances"]?.arrayValue ?? [.object([])])
  }

  /// Validates up to eight instances with a schema, and compares the verdicts with those of the evaluator.
  static func compare(_ schema: Schema, _ instances: [JSONValue]) {
    guard let validator = try? Validator(schema) else { return }
    guard let evaluator = try? SchemaEvaluator(schema) else {
      finding("the validator compiles it, and the evaluator does not")
    }
    for instance in instances.prefix(8) {
      let result = validator.validate(instance.text)
      for error in result.errors { _ = error.message }
      let verdict = evaluator.evaluate(instance).verdict
      if result.outcome == .malformed { finding("an instance is malformed") }
      if result.outcome == .indeterminate || verdict == .indeterminate { continue }
      guard (result.outcome == .valid) == (verdict == .valid) else {
        finding(
          "\(String(decoding: instance.text, as: UTF8.self)): \(result.outcome), and the evaluator says \(verdict)"
        )
      }
    }
  }
}
