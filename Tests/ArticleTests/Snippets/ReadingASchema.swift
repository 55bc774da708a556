import JSONSchema
import SchemaRules

/// What is wrong with a document by a JSON Schema.
func problems(in document: [UInt8], by schema: [UInt8]) throws -> [String] {
  let options = JSONSchemaOptions(name: "parcel.schema.json")
  let validator = try Validator(Schema(jsonSchema: schema, options: options))
  return validator.validate(document).errors.map(\.message)
}
