public import JSONText
public import SchemaRules

extension APIOperation {
  /// A statement of a page about an operation that is not a rule of a body.
  public enum Aspect: Hashable, Sendable, CaseIterable {
    /// The method and the path.
    case route
    /// The version of the API.
    case apiVersion
    /// The purpose of the operation.
    case summary
    /// The permission that the caller needs.
    case permission
    /// The address of the service.
    case server
    /// The method by which callers authenticate.
    case authentication
    /// The media type of the request body.
    case contentType
    /// The success response.
    case success
  }
}

extension APIOperation.Source {
  /// The places of a page that state the declared rules and facts, in the page's own words.
  ///
  /// A place is a path of titles and labels, such as `Request body > name > min length`.
  public struct Layout: Hashable, Sendable {
    /// The title of the section that states each body, by the schema's id.
    public let sections: [String: String]  // strings: the program's own
    /// The page's label for each keyword that it does not call by its name in JSON Schema.
    public let labels: [Keyword: String]
    /// The place that states each aspect of the operation.
    public let aspects: [APIOperation.Aspect: String]

    /// Creates a layout. Rules and facts that it does not mention have no place.
    public init(
      sections: [String: String] = [:], labels: [Keyword: String] = [:],
      aspects: [APIOperation.Aspect: String] = [:]
    ) {
      self.sections = sections
      self.labels = labels
      self.aspects = aspects
    }
  }
}

extension APIOperation {
  /// The place on the page that states a rule, such as `Request body > name > min length`.
  ///
  /// Returns nil if the rule belongs to none of the operation's bodies, or if the layout does not
  /// mention its body.
  public func place(of rule: Rule) -> String? {
    let schema = (schemas + [failures?.body].compactMap(\.self)).first {
      rule.id.utf8.starts(with: "\($0.id)/".utf8)
    }
    guard let schema, let field = place(of: rule.pointer, in: schema) else { return nil }
    return "\(field) > \(source.layout.labels[rule.keyword] ?? rule.keyword.rawValue)"
  }

  /// The place on the page that describes a field of a body, such as `Request body > name`.
  ///
  /// Returns nil if the layout does not mention the body.
  public func place(of field: JSONPointer, in body: Schema) -> String? {
    source.layout.sections[body.id].map { ([$0] + field.tokens).joined(separator: " > ") }
  }

  /// The place on the page that states an aspect of the operation.
  ///
  /// Returns nil if the layout does not mention it.
  public func place(of aspect: Aspect) -> String? { source.layout.aspects[aspect] }
}
