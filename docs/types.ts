// Add backup destination: Registers a storage bucket as a new place for an account's backups.
//
// Generated from the declared rules of "Backup Destinations / Add backup destination" (API version v1,
// read on 2026-11-23, SHA-256
// 8ef6748bf7823423887e9b4b574988ed8440ed793f3ed105356be89239287dfc).
//
// What these types cannot express:
// - string-bounds: A type cannot limit the length of a string or require a pattern. The bounds are in comments and are not checked.
// - unknown-fields: Compilers reject undeclared members only in literals. At run time, they remain, whatever the policy.
// - secrets: A type cannot declare that its values are secret. A comment declares it; the values still print.
// - duplicate-keys: conform rejects duplicate member names; no format can express that. Readers keep the first or the last member, which may differ from the one that the validator checked.
// - strict-text: conform rejects a byte order mark, lone surrogates and invalid UTF-8. Other readers accept some of them, or replace them with U+FFFD, before the rules are checked. Python's also accepts `NaN` and `Infinity` as numbers.
// - limits: For conform, a document with more than 512 levels of nesting is indeterminate. Other readers have other limits, or none.
// - provenance: No keyword states the origin of a rule. The origin is in the comment above the field.
// - operation: Types describe only bodies. Method, path, permission and error responses are not part of the export.

/**
 * The backup destination to add.
 * Undeclared members: allow
 * additionalProperties is chosen: The source mentions no other members.
 */
export interface AddBackupDestinationRequest {
  /**
   * The name of the destination, for people.
   * minLength: 3 code points
   * maxLength: 100 code points
   * pattern: ^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$
   */
  name: string;
  /**
   * A description of the destination, in free text.
   * maxLength: 200 code points
   * pattern: ^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$
   */
  description?: string;
  /**
   * The kind of storage; only S3-compatible buckets are supported.
   * required is contradicted: The page marks the field as required but omits it from its example request and response.
   */
  type: "s3";
  /**
   * The folder, with a trailing slash, that backups are written to instead of the bucket's root.
   * pattern: ^([a-zA-Z0-9-_]+)\/$
   * required is contradicted: The page marks the field as required but omits it from its example request and response.
   */
  prefix: string;
  /**
   * What the service needs to access the bucket.
   * Secret: must not be shown.
   * Undeclared members: allow
   * required is contradicted: The page marks the field as required but omits it from its example request and response.
   * additionalProperties is chosen: The source mentions no other members.
   */
  credentials: AddBackupDestinationRequestCredentials;
}

/**
 * What the service needs to access the bucket.
 * Secret: must not be shown.
 * Undeclared members: allow
 * required is contradicted: The page marks the field as required but omits it from its example request and response.
 * additionalProperties is chosen: The source mentions no other members.
 */
export interface AddBackupDestinationRequestCredentials {
  /**
   * The id of the key pair that grants access to the bucket.
   * Secret: must not be shown.
   */
  accessKey: string;
  /**
   * The secret key of that pair.
   * Secret: must not be shown.
   */
  secretKey: string;
  /**
   * The bucket that receives the backups.
   * Secret: must not be shown.
   */
  bucketName: string;
  /**
   * The region of the bucket.
   * Secret: must not be shown.
   */
  region: string;
  /**
   * The host name of the storage service, including the region, such as s3.us-west-2.amazonaws.com.
   * Secret: must not be shown.
   */
  endpoint: string;
}

/**
 * The envelope of the response.
 * Undeclared members: allow
 * additionalProperties is chosen: The source mentions no other members.
 */
export interface AddBackupDestinationResponse {
  /**
   * The backup destination that was added.
   * Undeclared members: allow
   * additionalProperties is chosen: The source mentions no other members.
   */
  data: AddBackupDestinationResponseData;
}

/**
 * The backup destination that was added.
 * Undeclared members: allow
 * additionalProperties is chosen: The source mentions no other members.
 */
export interface AddBackupDestinationResponseData {
  /**
   * The name of the destination, for people.
   * minLength: 3 code points
   * maxLength: 100 code points
   * pattern: ^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$
   */
  name: string;
  /**
   * A description of the destination, in free text.
   * maxLength: 200 code points
   * pattern: ^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$
   */
  description?: string;
  /**
   * The kind of storage; only S3-compatible buckets are supported.
   * required is contradicted: The page marks the field as required but omits it from its example request and response.
   */
  type: "s3";
  /**
   * The folder, with a trailing slash, that backups are written to instead of the bucket's root.
   * pattern: ^([a-zA-Z0-9-_]+)\/$
   * required is contradicted: The page marks the field as required but omits it from its example request and response.
   */
  prefix: string;
  /**
   * What the service needs to access the bucket.
   * Secret: must not be shown.
   * Undeclared members: allow
   * required is contradicted: The page marks the field as required but omits it from its example request and response.
   * additionalProperties is chosen: The source mentions no other members.
   */
  credentials: AddBackupDestinationResponseDataCredentials;
  /** The identifier of the destination in the API. */
  id: string;
  /** When the destination was added. */
  createdAt?: string;
  /** When the destination was last changed. */
  updatedAt?: string;
}

/**
 * What the service needs to access the bucket.
 * Secret: must not be shown.
 * Undeclared members: allow
 * required is contradicted: The page marks the field as required but omits it from its example request and response.
 * additionalProperties is chosen: The source mentions no other members.
 */
export interface AddBackupDestinationResponseDataCredentials {
  /**
   * The id of the key pair that grants access to the bucket.
   * Secret: must not be shown.
   */
  accessKey: string;
  /**
   * The secret key of that pair.
   * Secret: must not be shown.
   */
  secretKey: string;
  /**
   * The bucket that receives the backups.
   * Secret: must not be shown.
   */
  bucketName: string;
  /**
   * The region of the bucket.
   * Secret: must not be shown.
   */
  region: string;
  /**
   * The host name of the storage service, including the region, such as s3.us-west-2.amazonaws.com.
   * Secret: must not be shown.
   */
  endpoint: string;
}
