import JSONSchema
import SchemaRules

/// Returns the violations of a JSON Schema in a document.
func problems(in document: [UInt8], by schema: [UInt8]) throws -> [String] {
  let options = JSONSchemaOptions(name: "parcel.schema.json")
  let validator = try Validator(Schema(jsonSchema: schema, options: options))
  return validator.validate(document).errors.map(\.message)
}
