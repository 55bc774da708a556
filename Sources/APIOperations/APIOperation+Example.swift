package import JSONText

extension APIOperation {
  /// A document that is an example of a body.
  public struct Example: Hashable, Sendable {
    /// The stable name, such as `page-request`.
    public let name: String
    /// The document's place on the page, or its origin if the page does not show it.
    public let place: String
    /// The id of the schema that it is an example of.
    public let schemaID: String
    /// The document.
    public let json: String
    /// A caveat for users of the document; empty if the document satisfies its schema.
    public let caveat: String

    /// Declares an example.
    public init(
      name: String,
      place: String,
      schemaID: String,
      json: String,
      caveat: String
    ) {
      self.name = name
      self.place = place
      self.schemaID = schemaID
      self.json = json
      self.caveat = caveat
    }

    /// An example by its value, which is written with one member per line.
    package init(
      name: String, place: String, schemaID: String, value: JSONValue, caveat: String = ""
    ) {
      var writer = JSONWriter(pretty: true)
      writer.value(value)
      writer.newline()
      self.init(
        name: name, place: place, schemaID: schemaID, json: writer.text, caveat: caveat)
    }
  }
}
