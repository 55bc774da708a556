public import Conform

extension AddBackupDestination {
  /// The compiled schema of the request body, with the default limits.
  public static let requestValidator = Validator(constant: request)

  /// The compiled schema of the response body, with the default limits.
  public static let responseValidator = Validator(constant: response)
}

extension AddBackupDestinationRequest: ValidatedDocument {
  /// The compiled schema of the request body.
  public static var validator: Validator { AddBackupDestination.requestValidator }
}

extension AddBackupDestinationResponse: ValidatedDocument {
  /// The compiled schema of the response body.
  public static var validator: Validator { AddBackupDestination.responseValidator }
}

/// A backup destination, as the service describes it.
public typealias BackupDestination = AddBackupDestinationResponseData
/// The credentials for a bucket. Printing them shows no value.
public typealias BackupCredentials = AddBackupDestinationRequestCredentials
/// The kind of storage of a backup destination.
public typealias StorageType = AddBackupDestinationRequestType
