import APIOperations
import BackupDestinations
import JSONText
import SchemaRules
import Testing

/// The statements of the page, written down a second time as one flat table.
@Suite("The declared operation")
struct DeclarationTests {
  static let namePattern = #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#
  static let descriptionPattern = #"^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$"#
  static let prefixPattern = #"^([a-zA-Z0-9-_]+)\/$"#

  /// The rules of a destination below a pointer, as `pointer keyword parameter`.
  static func destination(at place: String) -> [String] {
    [
      "\(place)/name required", "\(place)/name type string", "\(place)/name minLength 3",
      "\(place)/name maxLength 100", "\(place)/name pattern \(namePattern)",
      "\(place)/description type string", "\(place)/description maxLength 200",
      "\(place)/description pattern \(descriptionPattern)",
      "\(place)/type required", "\(place)/type type string", "\(place)/type enum s3",
      "\(place)/prefix required", "\(place)/prefix type string",
      "\(place)/prefix pattern \(prefixPattern)",
      "\(place)/credentials required", "\(place)/credentials type object",
      "\(place)/credentials additionalProperties allow",
    ]
      + ["accessKey", "secretKey", "bucketName", "region", "endpoint"].flatMap {
        ["\(place)/credentials/\($0) required", "\(place)/credentials/\($0) type string"]
      }
  }

  static func lines(_ schema: Schema) -> [String] {
    schema.rules.map { rule in
      let parameter = rule.keyword == .required ? "" : " \(rule.parameter.text)"
      return "\(rule.pointer) \(rule.keyword.rawValue)\(parameter)"
    }
  }

  @Test func requestRules() {
    #expect(
      Self.lines(AddBackupDestination.request)
        == [" type object", " additionalProperties allow"] + Self.destination(at: ""))
  }

  @Test func responseRules() {
    #expect(
      Self.lines(AddBackupDestination.response)
        == [
          " type object", " additionalProperties allow", "/data required", "/data type object",
          "/data additionalProperties allow",
        ] + Self.destination(at: "/data") + [
          "/data/id required", "/data/id type string", "/data/createdAt type string",
          "/data/updatedAt type string",
        ])
  }

  @Test func operation() {
    let operation = AddBackupDestination.operation
    #expect(operation.method == "POST")
    #expect(operation.path == "/v1/backup-destinations")
    #expect(operation.permission == "Account > BackupDestinations > General > Create")
    #expect(
      operation.schemas.map(\.id) == [
        "add-backup-destination.request", "add-backup-destination.response",
      ])
    #expect(operation.source.sha256?.count == 64)
  }

  @Test func declaredSchemasCompile() throws {
    for schema in AddBackupDestination.operation.schemas {
      #expect(try Validator(schema).rules == schema.rules)
    }
    #expect(AddBackupDestination.requestValidator.schema == AddBackupDestination.request)
    #expect(AddBackupDestination.responseValidator.schema == AddBackupDestination.response)
  }

  /// The page marks three fields as required that its examples omit, and does not mention undeclared members.
  @Test func provenance() {
    for schema in AddBackupDestination.operation.schemas {
      for rule in schema.rules {
        let isLeftOut =
          rule.keyword == .required
          && ["type", "prefix", "credentials"].contains(rule.pointer.tokens.last)
        let expected: Provenance.Status =
          isLeftOut ? .contradicted : rule.keyword == .additionalProperties ? .chosen : .documented
        #expect(rule.provenance.status == expected, "\(rule.id)")
      }
    }
  }

  @Test func allCredentialsAreSecret() {
    for schema in AddBackupDestination.operation.schemas {
      for rule in schema.rules {
        #expect(rule.isSecret == rule.pointer.tokens.contains("credentials"), "\(rule.id)")
      }
    }
  }

  /// Both examples of the page violate its rules as their caveats describe.
  @Test func pageExamples() throws {
    let request = AddBackupDestination.requestValidator
      .validate(AddBackupDestination.exampleRequest.json)
    #expect(request.outcome == .invalid)
    #expect(
      request.errors.map(\.description) == [
        "/type is required [required]", "/prefix is required [required]",
        "/credentials is required [required]",
      ])
    let response = AddBackupDestination.responseValidator
      .validate(AddBackupDestination.exampleResponse.json)
    #expect(
      response.errors.map(\.description) == [
        "/data/type is required [required]", "/data/prefix is required [required]",
        "/data/credentials is required [required]",
      ])
    for example in AddBackupDestination.operation.examples { #expect(!example.caveat.isEmpty) }
  }
}
