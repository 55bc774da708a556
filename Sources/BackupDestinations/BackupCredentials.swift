public import SchemaRules

/// What the service needs to access a bucket; none of it is ever printed.
public struct BackupCredentials: Hashable, Sendable, Codable {
  /// The id of the key pair that grants access to the bucket.
  public var accessKey: Secret
  /// The secret key of that pair.
  public var secretKey: Secret
  /// The bucket that receives the backups.
  public var bucketName: Secret
  /// The region of the bucket.
  public var region: Secret
  /// The host name of the storage service, including the region.
  public var endpoint: Secret

  /// Credentials by their parts.
  public init(
    accessKey: Secret, secretKey: Secret, bucketName: Secret, region: Secret, endpoint: Secret
  ) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.bucketName = bucketName
    self.region = region
    self.endpoint = endpoint
  }

  init(_ fields: borrowing FieldValues, at place: String) throws(DocumentError) {
    accessKey = Secret(try fields.string(at: place + "/accessKey"))
    secretKey = Secret(try fields.string(at: place + "/secretKey"))
    bucketName = Secret(try fields.string(at: place + "/bucketName"))
    region = Secret(try fields.string(at: place + "/region"))
    endpoint = Secret(try fields.string(at: place + "/endpoint"))
  }
}

/// The kind of storage behind a backup destination.
public enum StorageType: String, Hashable, Sendable, Codable, CaseIterable {
  /// An S3-compatible bucket.
  case s3

  init(_ fields: borrowing FieldValues, at pointer: String) throws(DocumentError) {
    guard let type = StorageType(rawValue: try fields.string(at: pointer)) else {
      throw .absentField(pointer)
    }
    self = type
  }
}
