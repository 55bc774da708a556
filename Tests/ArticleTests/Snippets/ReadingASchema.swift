import JSONSchema
import SchemaRules

/// The validator of a schema in JSON Schema.
func validator(ofParcels bytes: [UInt8]) throws -> Validator {
  let schema = try Schema(jsonSchema: bytes, options: JSONSchemaOptions(name: "parcel.json"))
  return try Validator(schema)
}
