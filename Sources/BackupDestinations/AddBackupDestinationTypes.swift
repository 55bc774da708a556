// Add backup destination: Registers a storage bucket as a new place for an account's backups.
//
// Rendered from the declared rules of "Backup Destinations / Add backup destination" (API version v1,
// read on 2026-11-23, SHA-256
// 8ef6748bf7823423887e9b4b574988ed8440ed793f3ed105356be89239287dfc).
//
// What these types cannot say:
// - unvalidated: A value that is put together, or decoded by `Decodable`, is not validated. Only `init(validating:)` checks the rules, all of them; what has no single type is a `JSONValue`.
// - unknown-fields: A type has no members of other names. Where the policy allows them, they are read past and not kept.
// - provenance: No keyword says where a rule comes from. It is text in the comment above the field.
// - operation: Types describe bodies only. Method, path, permission and failures are not part of the export.

// swift-format-ignore-file

public import Conform

/// The backup destination to add.
///
/// Members of other names: allow
///
/// additionalProperties is chosen: The source does not mention other members.
public struct AddBackupDestinationRequest: DocumentReadable, Hashable, Sendable, Codable {
  /// What people call the destination.
  ///
  /// minLength: 3 code points
  ///
  /// maxLength: 100 code points
  ///
  /// pattern: ^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$
  public var name: String
  /// A remark about the destination, free to choose.
  ///
  /// maxLength: 200 code points
  ///
  /// pattern: ^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$
  public var description: String?
  /// The kind of storage; S3-compatible buckets are the only one.
  ///
  /// required is contradicted: The page marks the field as required and leaves it out of its example request and response.
  public var type: AddBackupDestinationRequestType
  /// The folder, with its closing slash, that backups are written to instead of the bucket's root.
  ///
  /// pattern: ^([a-zA-Z0-9-_]+)\/$
  ///
  /// required is contradicted: The page marks the field as required and leaves it out of its example request and response.
  public var prefix: String
  /// What the service needs to reach the bucket.
  ///
  /// Secret: must not be shown.
  ///
  /// Members of other names: allow
  ///
  /// required is contradicted: The page marks the field as required and leaves it out of its example request and response.
  ///
  /// additionalProperties is chosen: The source does not mention other members.
  public var credentials: AddBackupDestinationRequestCredentials

  /// Puts a value together, which is not validated.
  public init(
    name: String,
    description: String? = nil,
    type: AddBackupDestinationRequestType = .s3,
    prefix: String,
    credentials: AddBackupDestinationRequestCredentials
  ) {
    self.name = name
    self.description = description
    self.type = type
    self.prefix = prefix
    self.credentials = credentials
  }

  /// Reads a value of a valid document.
  public init(reading reader_: borrowing ValueReader) throws(DocumentError) {
    var name: String?
    var description: String?
    var type: AddBackupDestinationRequestType?
    var prefix: String?
    var credentials: AddBackupDestinationRequestCredentials?
    var members_ = try reader_.members()
    while let index_ = reader_.next(&members_, of: Self.memberNames) {
      switch index_ {
      case 0: name = .some(try reader_.value())
      case 1: description = try reader_.value()
      case 2: type = .some(try reader_.value())
      case 3: prefix = .some(try reader_.value())
      default: credentials = .some(try reader_.value())
      }
    }
    self.name = try reader_.required(name, "name", in: members_)
    self.description = description
    self.type = try reader_.required(type, "type", in: members_)
    self.prefix = try reader_.required(prefix, "prefix", in: members_)
    self.credentials = try reader_.required(credentials, "credentials", in: members_)
  }

  private static let memberNames = MemberNames("name", "description", "type", "prefix", "credentials")
}

/// What the service needs to reach the bucket.
///
/// Secret: must not be shown.
///
/// Members of other names: allow
///
/// required is contradicted: The page marks the field as required and leaves it out of its example request and response.
///
/// additionalProperties is chosen: The source does not mention other members.
public struct AddBackupDestinationRequestCredentials: DocumentReadable, Hashable, Sendable, Codable {
  /// The id of the key pair that opens the bucket.
  ///
  /// Secret: must not be shown.
  public var accessKey: Secret
  /// The secret half of that key pair.
  ///
  /// Secret: must not be shown.
  public var secretKey: Secret
  /// The bucket that receives the backups.
  ///
  /// Secret: must not be shown.
  public var bucketName: Secret
  /// The region in which the bucket lies.
  ///
  /// Secret: must not be shown.
  public var region: Secret
  /// The host name of the storage service, region included, such as s3.us-west-2.amazonaws.com.
  ///
  /// Secret: must not be shown.
  public var endpoint: Secret

  /// Puts a value together, which is not validated.
  public init(
    accessKey: Secret,
    secretKey: Secret,
    bucketName: Secret,
    region: Secret,
    endpoint: Secret
  ) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.bucketName = bucketName
    self.region = region
    self.endpoint = endpoint
  }

  /// Reads a value of a valid document.
  public init(reading reader_: borrowing ValueReader) throws(DocumentError) {
    var accessKey: Secret?
    var secretKey: Secret?
    var bucketName: Secret?
    var region: Secret?
    var endpoint: Secret?
    var members_ = try reader_.members()
    while let index_ = reader_.next(&members_, of: Self.memberNames) {
      switch index_ {
      case 0: accessKey = .some(try reader_.value())
      case 1: secretKey = .some(try reader_.value())
      case 2: bucketName = .some(try reader_.value())
      case 3: region = .some(try reader_.value())
      default: endpoint = .some(try reader_.value())
      }
    }
    self.accessKey = try reader_.required(accessKey, "accessKey", in: members_)
    self.secretKey = try reader_.required(secretKey, "secretKey", in: members_)
    self.bucketName = try reader_.required(bucketName, "bucketName", in: members_)
    self.region = try reader_.required(region, "region", in: members_)
    self.endpoint = try reader_.required(endpoint, "endpoint", in: members_)
  }

  private static let memberNames = MemberNames("accessKey", "secretKey", "bucketName", "region", "endpoint")
}

/// The kind of storage; S3-compatible buckets are the only one.
///
/// required is contradicted: The page marks the field as required and leaves it out of its example request and response.
public enum AddBackupDestinationRequestType: String, DocumentReadable, Hashable, Sendable, Codable, CaseIterable {
  case s3 = "s3"
}

/// The answer's envelope.
///
/// Members of other names: allow
///
/// additionalProperties is chosen: The source does not mention other members.
public struct AddBackupDestinationResponse: DocumentReadable, Hashable, Sendable, Codable {
  /// The backup destination that was added.
  ///
  /// Members of other names: allow
  ///
  /// additionalProperties is chosen: The source does not mention other members.
  public var data: AddBackupDestinationResponseData

  /// Puts a value together, which is not validated.
  public init(
    data: AddBackupDestinationResponseData
  ) {
    self.data = data
  }

  /// Reads a value of a valid document.
  public init(reading reader_: borrowing ValueReader) throws(DocumentError) {
    var data: AddBackupDestinationResponseData?
    var members_ = try reader_.members()
    while let index_ = reader_.next(&members_, of: Self.memberNames) {
      switch index_ {
      default: data = .some(try reader_.value())
      }
    }
    self.data = try reader_.required(data, "data", in: members_)
  }

  private static let memberNames = MemberNames("data")
}

/// The backup destination that was added.
///
/// Members of other names: allow
///
/// additionalProperties is chosen: The source does not mention other members.
public struct AddBackupDestinationResponseData: DocumentReadable, Hashable, Sendable, Codable {
  /// What people call the destination.
  ///
  /// minLength: 3 code points
  ///
  /// maxLength: 100 code points
  ///
  /// pattern: ^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$
  public var name: String
  /// A remark about the destination, free to choose.
  ///
  /// maxLength: 200 code points
  ///
  /// pattern: ^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$
  public var description: String?
  /// The kind of storage; S3-compatible buckets are the only one.
  ///
  /// required is contradicted: The page marks the field as required and leaves it out of its example request and response.
  public var type: AddBackupDestinationRequestType
  /// The folder, with its closing slash, that backups are written to instead of the bucket's root.
  ///
  /// pattern: ^([a-zA-Z0-9-_]+)\/$
  ///
  /// required is contradicted: The page marks the field as required and leaves it out of its example request and response.
  public var prefix: String
  /// What the service needs to reach the bucket.
  ///
  /// Secret: must not be shown.
  ///
  /// Members of other names: allow
  ///
  /// required is contradicted: The page marks the field as required and leaves it out of its example request and response.
  ///
  /// additionalProperties is chosen: The source does not mention other members.
  public var credentials: AddBackupDestinationRequestCredentials
  /// The name by which the API refers to the destination.
  public var id: String
  /// When the destination was added.
  public var createdAt: String?
  /// When the destination was last changed.
  public var updatedAt: String?

  /// Puts a value together, which is not validated.
  public init(
    name: String,
    description: String? = nil,
    type: AddBackupDestinationRequestType = .s3,
    prefix: String,
    credentials: AddBackupDestinationRequestCredentials,
    id: String,
    createdAt: String? = nil,
    updatedAt: String? = nil
  ) {
    self.name = name
    self.description = description
    self.type = type
    self.prefix = prefix
    self.credentials = credentials
    self.id = id
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }

  /// Reads a value of a valid document.
  public init(reading reader_: borrowing ValueReader) throws(DocumentError) {
    var name: String?
    var description: String?
    var type: AddBackupDestinationRequestType?
    var prefix: String?
    var credentials: AddBackupDestinationRequestCredentials?
    var id: String?
    var createdAt: String?
    var updatedAt: String?
    var members_ = try reader_.members()
    while let index_ = reader_.next(&members_, of: Self.memberNames) {
      switch index_ {
      case 0: name = .some(try reader_.value())
      case 1: description = try reader_.value()
      case 2: type = .some(try reader_.value())
      case 3: prefix = .some(try reader_.value())
      case 4: credentials = .some(try reader_.value())
      case 5: id = .some(try reader_.value())
      case 6: createdAt = try reader_.value()
      default: updatedAt = try reader_.value()
      }
    }
    self.name = try reader_.required(name, "name", in: members_)
    self.description = description
    self.type = try reader_.required(type, "type", in: members_)
    self.prefix = try reader_.required(prefix, "prefix", in: members_)
    self.credentials = try reader_.required(credentials, "credentials", in: members_)
    self.id = try reader_.required(id, "id", in: members_)
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }

  private static let memberNames = MemberNames("name", "description", "type", "prefix", "credentials", "id", "createdAt", "updatedAt")
}
