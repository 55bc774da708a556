// What the usual task needs, under one import: schemas and how they are read, validators, results, errors,
// typed values, problem details.
@_exported public import JSONSchema
@_exported public import JSONText
@_exported public import SchemaRules
