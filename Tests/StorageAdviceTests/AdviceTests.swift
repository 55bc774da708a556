import StorageAdvice
import Testing

/// Credentials and the kinds of advice about them.
struct AdviceRow: CustomTestStringConvertible, Sendable {
  let why: String
  var accessKey = "AKIAIOSFODNN7EXAMPLE"
  var bucketName = "backups"
  var region = "us-west-2"
  var endpoint = "s3.us-west-2.amazonaws.com"
  let kinds: [Advice.Kind]

  var testDescription: String { why }
  var access: BucketAccess {
    BucketAccess(
      accessKey: accessKey, bucketName: bucketName, region: region, endpoint: endpoint)
  }
}

@Suite struct AdviceTests {
  static let rows: [AdviceRow] = [
    .init(why: "nothing unusual", kinds: []),
    .init(why: "2 characters", bucketName: "ab", kinds: [.bucketName]),
    .init(why: "3 characters", bucketName: "abc", kinds: []),
    .init(why: "63 characters", bucketName: String(repeating: "a", count: 63), kinds: []),
    .init(
      why: "64 characters", bucketName: String(repeating: "a", count: 64), kinds: [.bucketName]),
    .init(why: "capital letters", bucketName: "Backups", kinds: [.bucketName]),
    .init(why: "a letter outside ASCII", bucketName: "backüps", kinds: [.bucketName]),
    .init(why: "an underscore", bucketName: "back_ups", kinds: [.bucketName]),
    .init(why: "a hyphen at the end", bucketName: "backups-", kinds: [.bucketName]),
    .init(why: "a dot at the start", bucketName: ".backups", kinds: [.bucketName]),
    .init(why: "two dots", bucketName: "back..ups", kinds: [.bucketName]),
    .init(why: "an IPv4 address", bucketName: "192.168.5.4", kinds: [.bucketName]),
    .init(why: "not quite an IPv4 address", bucketName: "192.168.5.444", kinds: [.bucketDots]),
    .init(why: "a reserved prefix", bucketName: "xn--backups", kinds: [.bucketName]),
    .init(why: "a reserved suffix", bucketName: "backups-s3alias", kinds: [.bucketName]),
    .init(why: "a dot", bucketName: "back.ups", kinds: [.bucketDots]),
    .init(
      why: "https://", endpoint: "https://s3.us-west-2.amazonaws.com", kinds: [.endpointScheme]),
    .init(
      why: "http://", endpoint: "HTTP://s3.us-west-2.amazonaws.com",
      kinds: [.endpointScheme, .endpointCleartext]),
    .init(why: "a path", endpoint: "s3.us-west-2.amazonaws.com/backups", kinds: [.endpointPath]),
    .init(why: "a slash", endpoint: "s3.us-west-2.amazonaws.com/", kinds: [.endpointPath]),
    .init(
      why: "the bucket in the host", endpoint: "backups.s3.us-west-2.amazonaws.com",
      kinds: [.endpointBucket]),
    .init(
      why: "an empty bucket is in no host", bucketName: "", endpoint: "s3.us-west-2.amazonaws.com",
      kinds: [.bucketName]),
    .init(why: "a port", endpoint: "minio.example:9000", kinds: []),
    .init(why: "an IPv4 address as endpoint", endpoint: "10.0.0.7:9000", kinds: []),
    .init(why: "nothing", endpoint: "", kinds: [.endpointForm]),
    .init(why: "a user", endpoint: "user@s3.example", kinds: [.endpointForm]),
    .init(why: "whitespace", endpoint: "s3.example ", kinds: [.endpointForm]),
    .init(why: "an empty label", endpoint: "s3..example", kinds: [.endpointForm]),
    .init(why: "another region", region: "eu-west-1", kinds: [.regionMismatch]),
    .init(
      why: "a region that AWS could not have", region: "Oregon",
      kinds: [.regionForm, .regionMismatch]),
    .init(
      why: "four parts", region: "us-gov-west-1", endpoint: "s3-fips.us-gov-west-1.amazonaws.com",
      kinds: []),
    .init(why: "dual stack", endpoint: "s3.dualstack.us-west-2.amazonaws.com", kinds: []),
    .init(
      why: "FIPS, dual stack", endpoint: "s3-fips.dualstack.us-west-2.amazonaws.com", kinds: []),
    .init(
      why: "China", region: "cn-north-1", endpoint: "s3.cn-north-1.amazonaws.com.cn", kinds: []),
    .init(
      why: "China, another region", region: "cn-northwest-1",
      endpoint: "s3.cn-north-1.amazonaws.com.cn", kinds: [.regionMismatch]),
    .init(
      why: "no region in the host", region: "us-east-1", endpoint: "s3.amazonaws.com", kinds: []),
    .init(
      why: "no region in the host signs as us-east-1", endpoint: "s3.amazonaws.com",
      kinds: [.regionMismatch]),
    .init(why: "R2", region: "auto", endpoint: "account.r2.cloudflarestorage.com", kinds: []),
    .init(
      why: "R2 has one region", endpoint: "account.r2.cloudflarestorage.com",
      kinds: [.regionMismatch]),
    .init(
      why: "Spaces", region: "fra1", endpoint: "fra1.digitaloceanspaces.com", kinds: []),
    .init(
      why: "Scaleway", region: "nl-ams", endpoint: "s3.fr-par.scw.cloud", kinds: [.regionMismatch]),
    .init(why: "nobody knows", region: "anything", endpoint: "storage.example", kinds: []),
    .init(why: "a temporary key", accessKey: "ASIAIOSFODNN7EXAMPLE", kinds: [.temporaryKey]),
  ]

  @Test(arguments: rows) func `Kinds`(_ row: AdviceRow) {
    #expect(row.access.advice().map(\.kind) == row.kinds)
  }

  @Test(arguments: rows) func `No advice remains if every kind is silenced`(_ row: AdviceRow) {
    #expect(row.access.advice(silencing: Set(Advice.Kind.allCases)).isEmpty)
  }

  @Test func `No message contains a value`() {
    let access = BucketAccess(
      accessKey: "ASIACANARY", bucketName: "CANARY-", region: "CANARY",
      endpoint: "http://canary.amazonaws.com/CANARY")
    let advice = access.advice()
    #expect(advice.count >= 5)
    for advice in advice {
      #expect(!advice.message.lowercased().contains("canary"))
      #expect(advice.kind.source.hasPrefix("https://"))
    }
  }
}
