package import SchemaRules

/// A document that was checked, with its position.
///
/// It does not contain its bytes, which are borrowed memory; reporters receive them separately.
package struct CheckedDocument {
  package let source: Source
  /// The document's line in its source, from 1, where each line is a document; else nil.
  package let line: Int?
  /// The byte offset of the document in its source.
  let offset: Int
  package let result: ValidationResult
  /// The index of the schema that it was checked with.
  let schema: Int
  /// The JSON text that a document in YAML was translated into; nil for one in JSON.
  var json: [UInt8]?
}
