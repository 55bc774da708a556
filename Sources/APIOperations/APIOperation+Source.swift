extension APIOperation {
  /// A documentation page at a point in time.
  public struct Source: Hashable, Sendable {
    /// The page's title.
    public let title: String
    /// The version of the API that the page describes.
    public let apiVersion: String
    /// Other facts that identify this version of the page, such as the year in its footer.
    public let details: [Detail]
    /// The day on which the page was read, as `YYYY-MM-DD`; nil for a local document.
    public let readOn: String?
    /// The SHA-256 of the page's text in hexadecimal digits; nil for a local document.
    public let sha256: String?
    /// The places of the page that state the declared rules and facts.
    public let layout: Layout

    /// Describes a page. Without a layout, rules and facts have no place on it.
    public init(
      title: String,
      apiVersion: String,
      details: [Detail] = [],
      readOn: String? = nil,
      sha256: String? = nil,
      layout: Layout = Layout()
    ) {
      self.title = title
      self.apiVersion = apiVersion
      self.details = details
      self.readOn = readOn
      self.sha256 = sha256
      self.layout = layout
    }

    /// The version of the page in a few words, such as `API version v1, footer 2024, read on 2026-11-23`.
    public var edition: String {
      (["API version \(apiVersion)"] + details.map { "\($0.label) \($0.value)" }
        + (readOn.map { ["read on \($0)"] } ?? [])).joined(separator: ", ")
    }
  }
}

extension APIOperation.Source {
  /// A labeled fact about the page itself.
  public struct Detail: Hashable, Sendable {
    /// A text or a whole number; exports keep the type.
    public enum Literal: Hashable, Sendable, CustomStringConvertible {
      /// Text.
      case text(String)
      /// A whole number.
      case number(Int)

      /// The text, or the number in decimal digits.
      public var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        }
      }
    }

    /// The name of the fact in sentences, such as `footer`.
    public let label: String
    /// The name of the fact's member in exports, such as `footerYear`.
    public let member: String
    /// The fact.
    public let value: Literal

    /// Declares a fact.
    public init(label: String, member: String, value: Literal) {
      self.label = label
      self.member = member
      self.value = value
    }
  }
}
