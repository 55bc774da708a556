public import JSONSchema
import JSONText
public import SchemaRules
import YAMLText

extension SchemaGraph.Document {
  /// Creates a document from a text in JSON or, if its name ends in `.yaml` or `.yml`, in YAML.
  ///
  /// - Throws: A `JSONSchemaError` if the YAML is malformed, has a value that JSON cannot represent, exceeds a limit,
  ///   or is not exactly one document.
  public init(text bytes: [UInt8], name: String) throws(JSONSchemaError) {
    guard Self.isYAML(name) else {
      self.init(name: name, bytes: bytes)
      return
    }
    let text = SchemaGraph.Document(name: name, bytes: bytes)
    var stream = YAMLStream(bytes)
    guard let (json, map) = try Self.translated(stream.next(), text) else {
      throw JSONSchemaError("the text is empty", .malformedJSON, at: 0, in: text)
    }
    if let (_, second) = try Self.translated(stream.next(), text) {
      throw JSONSchemaError(
        "a second YAML document starts here; the file must have only one", .malformedJSON,
        at: second.range(of: 0..<1).lowerBound, in: text)
    }
    self.init(name: name, bytes: json, map: map)
  }

  private static func translated(
    _ document: YAMLStream.Document?, _ text: SchemaGraph.Document
  ) throws(JSONSchemaError) -> ([UInt8], SourceMap)? {
    switch document {
    case .json(let json, let map): return (json, map)
    case .malformed(let fault):
      throw JSONSchemaError(fault.message, .malformedJSON, at: fault.offset, in: text)
    case .limitExceeded(let limit, let bound, let offset):
      throw JSONSchemaError(
        "the text exceeds the limit \"\(limit.rawValue)\", \(bound)", .limitExceeded,
        at: offset, in: text)
    case nil: return nil
    }
  }

  /// Whether a path or an address ends in `.yaml` or `.yml`.
  public static func isYAML(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }
}
