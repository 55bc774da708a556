/// The URL of a live service, checked before anything is sent there.
public struct ServiceAddress: Hashable, Sendable {
  /// The URL as given.
  public let text: String
  /// The host in lower case, an IPv6 address without its brackets.
  public let host: String
  /// Whether the connection is encrypted.
  public let isEncrypted: Bool

  /// Parses a URL.
  ///
  /// Only plain URLs are accepted: http or https, a host, a port, a path. They can have no user, no fragment, and
  /// nothing that two parsers could interpret as different hosts.
  ///
  /// - Parameter allowedHost: The full name of a remote host that is allowed.
  public init(_ text: String, allowingRemote allowedHost: String?) throws(Failure) {
    isEncrypted = text.hasPrefix("https://")
    guard isEncrypted || text.hasPrefix("http://") else {
      throw Failure(.notAsked, "the URL must start with http:// or https://")
    }
    guard text.utf8.allSatisfy({ 0x21..<0x7F ~= $0 && !##"@\"#"##.utf8.contains($0) }) else {
      throw Failure(
        .notAsked, #"the URL can contain only printable ASCII characters other than @, \, " and #"#)
    }
    let rest = text.dropFirst(isEncrypted ? 8 : 7)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard let host = Self.host(of: authority) else {
      throw Failure(.notAsked, "the URL must have a host, optionally with a port, after its scheme")
    }
    self.text = text
    self.host = host
    guard Self.isLoopback(host) || host == allowedHost?.lowercased() else {
      throw Failure(
        .notAsked,
        """
        \(host) is not this machine; it creates a destination for every document that it accepts. \
        To continue, add --allow-remote \(host)
        """)
    }
  }

  /// Whether the host is this machine.
  public var isLoopback: Bool { Self.isLoopback(host) }

  private static let digits = "0123456789"
  private static let letters = "abcdefghijklmnopqrstuvwxyz"

  private static func host(of authority: Substring) -> String? {
    let isAddress = authority.first == "["
    let characters = isAddress ? "abcdef:." + digits : letters + digits + "-."
    let end = isAddress ? authority.firstIndex(of: "]") : authority.firstIndex(of: ":")
    if isAddress, end == nil { return nil }
    let host = authority[..<(end ?? authority.endIndex)].dropFirst(isAddress ? 1 : 0).lowercased()
    let port = authority[(end ?? authority.endIndex)...].dropFirst(isAddress ? 1 : 0)
    guard !host.isEmpty, host.allSatisfy(characters.contains),
      port.isEmpty || port.first == ":" && UInt16(port.dropFirst()) != nil
    else { return nil }
    return host
  }

  /// `localhost`, 127.0.0.0/8 in its usual spelling, and `::1`.
  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in UInt8(part).map { String($0) == part } ?? false }
  }
}
