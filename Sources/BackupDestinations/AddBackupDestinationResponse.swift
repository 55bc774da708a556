public import SchemaRules

/// The body of the answer to a request to add a backup destination, as typed values.
public struct AddBackupDestinationResponse: Hashable, Sendable, Codable {
  /// The destination that was added.
  public var data: BackupDestination

  /// A response by its parts, which are not checked here.
  public init(data: BackupDestination) {
    self.data = data
  }

  /// Validates a document and reads its fields, in one pass over its bytes.
  ///
  /// - Throws: `DocumentError.notValid`, with every broken rule, if the document is not valid.
  public init(validating bytes: [UInt8]) throws(DocumentError) {
    self = try AddBackupDestination.responseValidator.read(bytes) { fields throws(DocumentError) in
      try AddBackupDestinationResponse(data: BackupDestination(fields, at: "/data"))
    }
  }
}

/// A backup destination, as the service describes it.
public struct BackupDestination: Hashable, Sendable, Codable {
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
  /// The identifier of the destination in the API.
  public var id: String
  /// When the destination was added, as the service spells it.
  public var createdAt: String?
  /// When the destination was last changed, as the service spells it.
  public var updatedAt: String?

  /// A destination by its parts, which are not checked here.
  public init(
    name: String, description: String? = nil, type: StorageType = .s3, prefix: String,
    credentials: BackupCredentials, id: String, createdAt: String? = nil, updatedAt: String? = nil
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

  init(_ fields: borrowing FieldValues, at place: String) throws(DocumentError) {
    name = try fields.string(at: place + "/name")
    description = fields.optionalString(at: place + "/description")
    type = try StorageType(fields, at: place + "/type")
    prefix = try fields.string(at: place + "/prefix")
    credentials = try BackupCredentials(fields, at: place + "/credentials")
    id = try fields.string(at: place + "/id")
    createdAt = fields.optionalString(at: place + "/createdAt")
    updatedAt = fields.optionalString(at: place + "/updatedAt")
  }
}
