import ArgumentParser
import BackupDestinations
import Foundation
import GRDB
import SchemaRules

/// The backup destinations in an SQLite file.
///
/// After `add` returns, the destination is on disk: it survives the end of the process and of the machine.
final class DestinationStore: Sendable {
  private let pool: DatabasePool

  /// Opens the database, and creates or migrates it.
  ///
  /// - Throws: A `ValidationError` if a newer version of the service created it.
  init(path: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      // Deleted credentials are overwritten.
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    pool = try DatabasePool(path: path, configuration: configuration)
    // Opening sets NORMAL, with which a power failure can lose the last transactions.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    if try pool.read(Self.migrator.hasBeenSuperseded) {
      throw ValidationError("\(path) was made by a newer version of this service")
    }
    try Self.migrator.migrate(pool)
  }

  private static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: destinations") { database in
      try database.create(table: "destination") { table in
        table.autoIncrementedPrimaryKey("sequence")
        table.column("id", .text).notNull().unique()
        table.column("name", .text).notNull()
        table.column("description", .text)
        table.column("type", .text).notNull()
        table.column("prefix", .text).notNull()
        // The only column with secrets: an object with the members of `BackupCredentials`.
        table.column("credentials", .text).notNull()
        table.column("createdAt", .text).notNull()
      }
    }
    return migrator
  }()

  /// Stores a destination. Returns nil if its id is taken and duplicate names are not numbered.
  func add(
    _ request: AddBackupDestinationRequest, _ duplicateNames: DuplicateNames
  ) async throws -> BackupDestination? {
    let slug = Self.slug(request.name)
    let credentials = String(
      decoding: try JSONEncoder().encode(request.credentials), as: UTF8.self)
    let createdAt = Date.now.formatted(.iso8601.time(includingFractionalSeconds: true))
    return try await pool.write { database in
      var id = slug
      var number = 1
      while try Self.isTaken(id, database) {
        guard duplicateNames == .number else { return nil }
        // Greater than every earlier number, because none exceeds that of the last row.
        let last = try Int.fetchOne(database, sql: "SELECT max(sequence) FROM destination") ?? 0
        number = max(number, last) + 1
        id = "\(slug)-\(number)"
      }
      try database.execute(
        sql: """
          INSERT INTO destination (id, name, description, type, prefix, credentials, createdAt)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, request.name, request.description, request.type.rawValue, request.prefix,
          credentials, createdAt,
        ])
      return try Self.destinations(database, "WHERE id = ?", [id]).first?.destination
    }
  }

  /// The destination with an id. Returns nil if there is none.
  func destination(_ id: String) async throws -> BackupDestination? {
    try await pool.read { try Self.destinations($0, "WHERE id = ?", [id]).first?.destination }
  }

  /// Destinations in the order in which they were added, after a sequence number.
  func destinations(after sequence: Int, limit: Int) async throws -> [StoredDestination] {
    try await pool.read {
      try Self.destinations(
        $0, "WHERE sequence > ? ORDER BY sequence LIMIT ?", [sequence, limit])
    }
  }

  /// Deletes the destination with an id. Returns false if there is none.
  func delete(_ id: String) async throws -> Bool {
    try await pool.write { database in
      try database.execute(sql: "DELETE FROM destination WHERE id = ?", arguments: [id])
      return database.changesCount > 0
    }
  }

  /// Checks that the database answers.
  func check() async throws {
    _ = try await pool.read { try Int.fetchOne($0, sql: "SELECT 1") }
  }

  /// Closes the database and merges the write-ahead log into it.
  func close() throws {
    try pool.close()
  }

  private static func isTaken(_ id: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM destination WHERE id = ?)", arguments: [id])
      ?? false
  }

  /// Credentials are not read, because responses contain placeholders.
  private static func destinations(
    _ database: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [StoredDestination] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT sequence, id, name, description, type, prefix, createdAt FROM destination \(condition)
        """, arguments: arguments
    ).map { row in
      StoredDestination(
        sequence: row["sequence"],
        destination: BackupDestination(
          name: row["name"], description: row["description"],
          type: StorageType(rawValue: row["type"]) ?? .s3, prefix: row["prefix"],
          credentials: .redacted, id: row["id"], createdAt: row["createdAt"],
          updatedAt: row["createdAt"]))
    }
  }

  /// The id for a name, as in the page's example: in lower case, with hyphens between the words.
  private static func slug(_ name: String) -> String {
    String(
      name.lowercased().unicodeScalars.map { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          ? Character(scalar) : "-"
      })
  }
}

/// A destination and its position in the list.
struct StoredDestination {
  let sequence: Int
  let destination: BackupDestination
}

/// The treatment of a destination whose name leads to an id that is taken.
enum DuplicateNames: String, CaseIterable, ExpressibleByArgument, Sendable {
  case reject, number
}

extension BackupCredentials {
  /// Placeholders, because a response requires credentials but the sender knows them.
  fileprivate static let redacted: BackupCredentials = {
    let placeholder = Secret(Secret("").description)
    return BackupCredentials(
      accessKey: placeholder, secretKey: placeholder, bucketName: placeholder,
      region: placeholder, endpoint: placeholder)
  }()
}
