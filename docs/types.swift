// Add backup destination: Registers a storage bucket as a new place for an account's backups.
//
// Generated from the declared rules of "Backup Destinations / Add backup destination" (API version v1,
// read on 2026-11-23, SHA-256
// 8ef6748bf7823423887e9b4b574988ed8440ed793f3ed105356be89239287dfc).
//
// What these types cannot express:
// - unvalidated: A value that is created in code, or decoded by `Decodable`, is not validated. Only `init(validating:)` checks the rules. A member without a single type is a `JSONValue`.
// - unknown-fields: A type cannot hold undeclared members. Reading a document drops those that the policy allows.
// - provenance: No keyword states the origin of a rule. The origin is in the comment above the field.
// - operation: Types describe only bodies. Method, path, permission and error responses are not part of the export.

// swift-format-ignore-file

public import Conform

/// The backup destination to add.
///
/// Undeclared members: allow
///
/// additionalProperties is chosen: The source mentions no other members.
public struct AddBackupDestinationRequest: DocumentReadable, Hashable, Sendable, Codable {
  /// The name of the destination, for people.
  ///
  /// minLength: 3 code points
  ///
  /// maxLength: 100 code points
  ///
  /// pattern: ^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$
  public var name: String
  /// A description of the destination, in free text.
  ///
  /// maxLength: 200 code points
  ///
  /// pattern: ^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$
  public var description: String?
  /// The kind of storage; only S3-compatible buckets are supported.
  ///
  /// required is contradicted: The page marks the field as required but omits it from its example request and response.
  public var type: AddBackupDestinationRequestType
  /// The folder, with a trailing slash, that backups are written to instead of the bucket's root.
  ///
  /// pattern: ^([a-zA-Z0-9-_]+)\/$
  ///
  /// required is contradicted: The page marks the field as required but omits it from its example request and response.
  public var prefix: String
  /// What the service needs to access the bucket.
  ///
  /// Secret: must not be shown.
  ///
  /// Undeclared members: allow
  ///
  /// required is contradicted: The page marks the field as required but omits it from its example request and response.
  ///
  /// additionalProperties is chosen: The source mentions no other members.
  public var credentials: AddBackupDestinationRequestCredentials

  /// Creates a value without validating it.
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

  /// Reads a value from a valid document.
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

/// What the service needs to access the bucket.
///
/// Secret: must not be shown.
///
/// Undeclared members: allow
///
/// required is contradicted: The page marks the field as required but omits it from its example request and response.
///
/// additionalProperties is chosen: The source mentions no other members.
public struct AddBackupDestinationRequestCredentials: DocumentReadable, Hashable, Sendable, Codable {
  /// The id of the key pair that grants access to the bucket.
  ///
  /// Secret: must not be shown.
  public var accessKey: Secret
  /// The secret key of that pair.
  ///
  /// Secret: must not be shown.
  public var secretKey: Secret
  /// The bucket that receives the backups.
  ///
  /// Secret: must not be shown.
  public var bucketName: Secret
  /// The region of the bucket.
  ///
  /// Secret: must not be shown.
  public var region: Secret
  /// The host name of the storage service, including the region, such as s3.us-west-2.amazonaws.com.
  ///
  /// Secret: must not be shown.
  public var endpoint: Secret

  /// Creates a value without validating it.
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

  /// Reads a value from a valid document.
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

/// The kind of storage; only S3-compatible buckets are supported.
///
/// required is contradicted: The page marks the field as required but omits it from its example request and response.
public enum AddBackupDestinationRequestType: String, DocumentReadable, Hashable, Sendable, Codable, CaseIterable {
  case s3 = "s3"
}

/// The envelope of the response.
///
/// Undeclared members: allow
///
/// additionalProperties is chosen: The source mentions no other members.
public struct AddBackupDestinationResponse: DocumentReadable, Hashable, Sendable, Codable {
  /// The backup destination that was added.
  ///
  /// Undeclared members: allow
  ///
  /// additionalProperties is chosen: The source mentions no other members.
  public var data: AddBackupDestinationResponseData

  /// Creates a value without validating it.
  public init(
    data: AddBackupDestinationResponseData
  ) {
    self.data = data
  }

  /// Reads a value from a valid document.
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
/// Undeclared members: allow
///
/// additionalProperties is chosen: The source mentions no other members.
public struct AddBackupDestinationResponseData: DocumentReadable, Hashable, Sendable, Codable {
  /// The name of the destination, for people.
  ///
  /// minLength: 3 code points
  ///
  /// maxLength: 100 code points
  ///
  /// pattern: ^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$
  public var name: String
  /// A description of the destination, in free text.
  ///
  /// maxLength: 200 code points
  ///
  /// pattern: ^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$
  public var description: String?
  /// The kind of storage; only S3-compatible buckets are supported.
  ///
  /// required is contradicted: The page marks the field as required but omits it from its example request and response.
  public var type: AddBackupDestinationRequestType
  /// The folder, with a trailing slash, that backups are written to instead of the bucket's root.
  ///
  /// pattern: ^([a-zA-Z0-9-_]+)\/$
  ///
  /// required is contradicted: The page marks the field as required but omits it from its example request and response.
  public var prefix: String
  /// What the service needs to access the bucket.
  ///
  /// Secret: must not be shown.
  ///
  /// Undeclared members: allow
  ///
  /// required is contradicted: The page marks the field as required but omits it from its example request and response.
  ///
  /// additionalProperties is chosen: The source mentions no other members.
  public var credentials: AddBackupDestinationRequestCredentials
  /// The identifier of the destination in the API.
  public var id: String
  /// When the destination was added.
  public var createdAt: String?
  /// When the destination was last changed.
  public var updatedAt: String?

  /// Creates a value without validating it.
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

  /// Reads a value from a valid document.
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
