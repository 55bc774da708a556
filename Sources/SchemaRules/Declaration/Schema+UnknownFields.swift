extension Schema {
  /// The schema with another answer to members that it does not name, in every object of it.
  ///
  /// The rules keep their ids; their provenance says that the answer was chosen.
  public func withUnknownFields(_ policy: UnknownFieldPolicy) -> Schema {
    var schema = self
    schema.root = root.withUnknownFields(policy)
    return schema
  }
}

extension FieldSchema {
  /// The field with another answer to members that it does not name, in every object in it.
  public func withUnknownFields(_ policy: UnknownFieldPolicy) -> FieldSchema {
    var field = self
    switch shape {
    case .object(var object):
      object.unknownFields = policy
      object.unknownFieldsProvenance = .chosen("Whoever checks asked to \(policy.rawValue) them.")
      for index in object.properties.indices {
        object.properties[index].field = object.properties[index].field.withUnknownFields(policy)
      }
      field.shape = .object(object)
    case .array(let items):
      field.shape = .array(items.withUnknownFields(policy))
    case .string, .number, .integer, .boolean:
      break
    }
    return field
  }
}
