public import JSONSchema
import JSONText
public import SchemaRules
import YAMLText

extension SchemaGraph.Document {
  /// A text in JSON or, if its name ends in `.yaml` or `.yml`, in YAML.
  ///
  /// - Throws: a `JSONSchemaError` if YAML is malformed, has a value that JSON cannot represent, exceeds a limit, or is not
  ///   exactly one document.
  public init(text bytes: [UInt8], name: String) throws(JSONSchemaError) {
    guard Self.isYAML(name) else {
      self.init(name: name, bytes: bytes)
      return
    }
    let text = SchemaGraph.Document(name: name, bytes: bytes)
    var stream = YAMLStream(bytes)
    switch stream.next() {
    case .json(let json, let map):
      guard stream.next() == nil else {
        throw JSONSchemaError(
          "the text must be one YAML document", .malformedJSON, at: 0, in: text)
      }
      self.init(name: name, bytes: json, map: map)
    case .malformed(let fault):
      throw JSONSchemaError(fault.message, .malformedJSON, at: fault.offset, in: text)
    case .limitExceeded(let limit, let bound, let offset):
      throw JSONSchemaError(
        "the text exceeds the limit \"\(limit.rawValue)\", \(bound)", .limitExceeded,
        at: offset, in: text)
    case nil:
      throw JSONSchemaError("the text is empty", .malformedJSON, at: 0, in: text)
    }
  }

  /// Whether a path or an address ends in `.yaml` or `.yml`.
  public static func isYAML(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}
