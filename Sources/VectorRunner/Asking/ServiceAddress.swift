/// The URL of a live service, checked before anything is sent there.
public struct ServiceAddress: Hashable, Sendable {
  /// The URL as given.
  public let text: String
  /// The host in lower case, an IPv6 address without its brackets.
  public let host: String
  /// Whether the connection is encrypted.
  public let isEncrypted: Bool

  /// Why a URL is not accepted.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong, for people.
    public let message: String
  }

  /// Takes a URL apart.
  ///
  /// Only the plain form is accepted: http or https, a host, a port, a path; no user, no
  /// fragment, nothing that two readers of URLs could take for different hosts.
  ///
  /// - Parameter allowedHost: The host, in full, that may be other than this machine.
  public init(_ text: String, allowingRemote allowedHost: String?) throws(Failure) {
    let rest: Substring
    if let after = text.dropping(prefix: "http://") {
      (rest, isEncrypted) = (after, false)
    } else if let after = text.dropping(prefix: "https://") {
      (rest, isEncrypted) = (after, true)
    } else {
      throw Failure(message: "a URL starts with http:// or https://")
    }
    guard
      text.utf8.allSatisfy({ 0x21..<0x7F ~= $0 }),
      !text.utf8.contains(where: { Array(#"@\"#.utf8).contains($0) || $0 == 0x22 || $0 == 0x23 })
    else {
      throw Failure(
        message: #"a URL has printable ASCII characters other than @, \, " and #"#)
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard let host = Self.host(of: authority) else {
      throw Failure(message: "a URL has a host, and maybe a port, after its scheme")
    }
    self.text = text
    self.host = host
    guard Self.isLoopback(host) || host == allowedHost?.lowercased() else {
      throw Failure(
        message: """
          \(host) is not this machine; every document that it accepts by mistake is created there. \
          To go on, add --allow-remote \(host)
          """)
    }
  }

  /// Whether the host is this machine.
  public var isLoopback: Bool { Self.isLoopback(host) }

  private static func host(of authority: Substring) -> String? {
    var port: Substring = ""
    var host: Substring
    if authority.first == "[" {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = authority[authority.index(after: authority.startIndex)..<end]
      port = authority[authority.index(after: end)...]
      guard !host.isEmpty, host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
        return nil
      }
    } else {
      host = authority.prefix { $0 != ":" }
      port = authority[host.endIndex...]
      guard !host.isEmpty, host.utf8.allSatisfy(isHostByte) else { return nil }
    }
    if !port.isEmpty {
      guard port.first == ":", UInt16(port.dropFirst()) != nil else { return nil }
    }
    return host.lowercased()
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// `localhost`, 127.0.0.0/8 in its usual spelling, and `::1`.
  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in UInt8(part).map { String($0) == part } ?? false }
  }
}

extension String {
  fileprivate func dropping(prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
