// One import for common tasks: schemas and their readers, validators, results, errors, typed values, problem details.
@_exported public import JSONSchema
@_exported public import JSONText
@_exported public import SchemaRules
