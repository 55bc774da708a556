/// An endpoint, split into its parts as a URL.
struct EndpointAddress {
  /// The scheme in lower case; nil if there is none.
  let scheme: String?
  /// The host in lower case, without a port.
  let host: String
  let hasPath: Bool

  init(_ text: String) {
    var rest = Substring(text.lowercased())
    if let colon = rest.firstRange(of: "://") {
      scheme = String(rest[..<colon.lowerBound])
      rest = rest[colon.upperBound...]
    } else {
      scheme = nil
    }
    let authority = rest.prefix { $0 != "/" }
    hasPath = authority.count < rest.count
    let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let hasPort = parts.count == 2 && UInt16(parts[1]) != nil
    host = String(hasPort ? parts[0] : authority)
  }

  /// Whether the host has the form of a host name or an IPv4 address.
  var isHostName: Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy { $0.isLowercaseLetterOrDigit || $0 == UInt8(ascii: "-") }
    }
  }
}

/// Finds regions in the host names of storage providers.
enum StorageProvider {
  /// The parts of host names before and after a region.
  private static let patterns: [(prefixes: [String], suffix: String)] = [
    (["s3.dualstack.", "s3-fips.dualstack.", "s3-fips.", "s3."], ".amazonaws.com"),
    (["s3.dualstack.", "s3."], ".amazonaws.com.cn"),
    (["s3."], ".backblazeb2.com"), (["s3."], ".wasabisys.com"), (["s3."], ".scw.cloud"),
    ([""], ".digitaloceanspaces.com"),
  ]

  /// The region for which requests to a host must be signed. Returns nil if the host name does not contain it.
  static func region(ofHost host: String) -> String? {
    switch host {
    case "s3.amazonaws.com", "s3-external-1.amazonaws.com": return "us-east-1"
    case _ where host.hasSuffix(".r2.cloudflarestorage.com"): return "auto"
    default: break
    }
    for (prefixes, suffix) in patterns where host.hasSuffix(suffix) {
      let rest = host.dropLast(suffix.utf8.count)
      guard let prefix = prefixes.first(where: { rest.hasPrefix($0) }) else { continue }
      let region = rest.dropFirst(prefix.utf8.count)
      if !region.isEmpty, !region.contains(".") { return String(region) }
    }
    return nil
  }
}

extension String {
  /// The reason why S3 rejects the string as a bucket name, as the end of a sentence. Returns nil if S3 accepts it.
  ///
  /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  var reasonAgainstBucketName: String? {
    let bytes = Array(utf8)
    guard 3...63 ~= bytes.count else { return "does not have 3 to 63 characters" }
    guard bytes.allSatisfy({ $0.isLowercaseLetterOrDigit || $0 == 0x2D || $0 == 0x2E }) else {
      return "has characters other than lower-case letters, digits, hyphens and dots"
    }
    guard let first = bytes.first, let last = bytes.last, first.isLowercaseLetterOrDigit,
      last.isLowercaseLetterOrDigit
    else { return "does not start and end with a letter or a digit" }
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    if parts.contains("") { return "has two dots in a row" }
    if parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }) { return "is an IPv4 address" }
    if let prefix = ["xn--", "sthree-", "amzn-s3-demo-"].first(where: hasPrefix) {
      return "starts with \(prefix), which is reserved"
    }
    if let suffix = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"].first(where: hasSuffix)
    {
      return "ends with \(suffix), which is reserved"
    }
    return nil
  }

  /// Whether the string has the form of a region of AWS, such as `us-gov-west-1`.
  var isAWSRegion: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    return 3...4 ~= parts.count && parts[0].utf8.count <= 4
      && parts.dropLast().allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { 0x61...0x7A ~= $0 }
      } && parts.last.map { UInt8($0) != nil } ?? false
  }
}

extension UInt8 {
  fileprivate var isLowercaseLetterOrDigit: Bool { 0x61...0x7A ~= self || 0x30...0x39 ~= self }
}
