public import SchemaRules

extension AddBackupDestination {
  /// The compiled schema of the request body, with the default limits.
  public static let requestValidator = Validator(constant: request)

  /// The compiled schema of the response body, with the default limits.
  public static let responseValidator = Validator(constant: response)
}
