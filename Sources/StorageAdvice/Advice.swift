/// A remark about an unusual bucket setting. It is not a violation: the document stays valid.
///
/// It contains no value, because everything inside credentials is secret.
public struct Advice: Hashable, Sendable {
  /// The topic of a remark, for programs and for silencing it.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case bucketName = "bucket-name"
    case bucketDots = "bucket-dots"
    case endpointScheme = "endpoint-scheme"
    case endpointCleartext = "endpoint-cleartext"
    case endpointPath = "endpoint-path"
    case endpointBucket = "endpoint-bucket"
    case endpointForm = "endpoint-form"
    case regionForm = "region-form"
    case regionMismatch = "region-mismatch"
    case temporaryKey = "temporary-key"

    /// The URL of the provider's documentation that the remark is based on.
    public var source: String {
      let aws = "https://docs.aws.amazon.com/"
      return switch self {
      case .bucketName: aws + "AmazonS3/latest/userguide/bucketnamingrules.html"
      case .bucketDots, .endpointBucket: aws + "AmazonS3/latest/userguide/VirtualHosting.html"
      case .endpointScheme, .endpointPath, .endpointForm, .regionForm, .regionMismatch:
        aws + "general/latest/gr/s3.html"
      case .endpointCleartext: aws + "AmazonS3/latest/userguide/security-best-practices.html"
      case .temporaryKey: aws + "IAM/latest/UserGuide/reference_identifiers.html"
      }
    }
  }

  /// The topic of the remark.
  public let kind: Kind
  /// The member of the credentials that the remark is about, such as `endpoint`.
  public let field: String
  /// What is unusual and what to do, in a sentence.
  public let message: String
}

/// The credentials of an S3-compatible bucket that advice can be about.
public struct BucketAccess: Sendable {
  let accessKey: String
  let bucketName: String
  let region: String
  let endpoint: String

  /// Creates credentials.
  public init(accessKey: String, bucketName: String, region: String, endpoint: String) {
    self.accessKey = accessKey
    self.bucketName = bucketName
    self.region = region
    self.endpoint = endpoint
  }

  /// Returns remarks about the credentials, except those of silenced kinds.
  public func advice(silencing silenced: Set<Advice.Kind> = []) -> [Advice] {
    (bucketAdvice + endpointAdvice + regionAdvice + keyAdvice).filter {
      !silenced.contains($0.kind)
    }
  }

  private var bucketAdvice: [Advice] {
    if let reason = bucketName.reasonAgainstBucketName {
      return [
        Advice(
          kind: .bucketName, field: "bucketName",
          message: "S3 rejects the bucket name because it \(reason)")
      ]
    }
    guard bucketName.utf8.contains(UInt8(ascii: ".")) else { return [] }
    return [
      Advice(
        kind: .bucketDots, field: "bucketName",
        message: "a bucket name with a dot does not match the TLS certificate of its host name")
    ]
  }

  private var endpointAdvice: [Advice] {
    func advice(_ kind: Advice.Kind, _ message: String) -> Advice {
      Advice(kind: kind, field: "endpoint", message: message)
    }
    let address = EndpointAddress(endpoint)
    var found: [Advice] = []
    if let scheme = address.scheme {
      found.append(advice(.endpointScheme, "an endpoint is a host name without a scheme"))
      if scheme == "http" {
        found.append(
          advice(
            .endpointCleartext,
            "http:// sends the backups and the signatures of requests unencrypted"))
      }
    }
    if address.hasPath {
      found.append(advice(.endpointPath, "an endpoint is a host name without a path"))
    }
    if !address.isHostName {
      found.append(
        advice(.endpointForm, "an endpoint is a host name, such as s3.us-west-2.amazonaws.com"))
    } else if !bucketName.isEmpty,
      address.host.utf8.starts(with: (bucketName.lowercased() + ".").utf8)
    {
      found.append(advice(.endpointBucket, "an endpoint must not start with the bucket's name"))
    }
    return found
  }

  private var regionAdvice: [Advice] {
    let host = EndpointAddress(endpoint).host
    var found: [Advice] = []
    if host.hasSuffix(".amazonaws.com") || host.hasSuffix(".amazonaws.com.cn"), !region.isAWSRegion
    {
      found.append(
        Advice(
          kind: .regionForm, field: "region",
          message: "an AWS region has the form us-west-2"))
    }
    if let expected = StorageProvider.region(ofHost: host),
      !expected.utf8.elementsEqual(region.utf8)
    {
      found.append(
        Advice(
          kind: .regionMismatch, field: "region",
          message: "the region differs from that of the endpoint, so S3 will reject requests"))
    }
    return found
  }

  private var keyAdvice: [Advice] {
    guard accessKey.utf8.starts(with: "ASIA".utf8) else { return [] }
    return [
      Advice(
        kind: .temporaryKey, field: "accessKey",
        message:
          "the key is temporary and needs a session token, but the request has no field for one")
    ]
  }
}
