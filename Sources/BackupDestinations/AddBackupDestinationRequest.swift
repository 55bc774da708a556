public import SchemaRules

/// The body of a request to add a backup destination, as typed values.
///
/// Made by `init(validating:)`, it satisfies every rule of the page. A value that was put together or
/// decoded otherwise may not.
public struct AddBackupDestinationRequest: Hashable, Sendable, Codable {
  /// The name of the destination, for people.
  public var name: String
  /// A description of the destination, in free text.
  public var description: String?
  /// The kind of storage.
  public var type: StorageType
  /// The folder in the bucket that backups are written to, with a trailing slash.
  public var prefix: String
  /// What the service needs to access the bucket.
  public var credentials: BackupCredentials

  /// A request by its parts, which are not checked here.
  public init(
    name: String, description: String? = nil, type: StorageType = .s3, prefix: String,
    credentials: BackupCredentials
  ) {
    self.name = name
    self.description = description
    self.type = type
    self.prefix = prefix
    self.credentials = credentials
  }

  /// Validates a document and reads its fields, in one pass over its bytes.
  ///
  /// - Throws: `DocumentError.notValid`, with every broken rule, if the document is not valid.
  public init(validating bytes: [UInt8]) throws(DocumentError) {
    self = try AddBackupDestination.requestValidator.read(bytes) { fields throws(DocumentError) in
      try AddBackupDestinationRequest(fields)
    }
  }

  private init(_ fields: borrowing FieldValues) throws(DocumentError) {
    name = try fields.string(at: "/name")
    description = fields.optionalString(at: "/description")
    type = try StorageType(fields, at: "/type")
    prefix = try fields.string(at: "/prefix")
    credentials = try BackupCredentials(fields, at: "/credentials")
  }
}
