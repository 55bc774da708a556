import APIOperations
import BackupDestinations
import ExampleOperation
import Foundation
import SchemaExports
import Testing

@Suite("Type declarations")
struct TypeExportTests {
  static let typeScript: [(line: String, why: String)] = [
    ("export interface RegisterParcelRequest {", "the schema's id is the name"),
    ("  to: string;", "required"),
    ("  pieces?: number;", "optional"),
    ("  insured?: boolean;", "optional"),
    (#"  service?: "next-day" | "class" | "a\"bé";"#, "an enumeration is a union"),
    ("  tags?: Array<string>;", "an array of a simple type"),
    ("  items?: Array<RegisterParcelRequestItemsItem>;", "an array of objects"),
    (#"  "<b>|`*`"?: string;"#, "a name that is not an identifier is quoted"),
    (#"  "pass~/word": string;"#, "a name that is not an identifier is quoted"),
  ]

  @Test(arguments: typeScript)
  func lineOfTypeScript(line: String, why: String) {
    let text = Export(.typeScript, of: RegisterParcel.operation).text
    #expect(text.split(separator: "\n").contains(Substring(line)), "\(why)")
  }

  static let swift: [(line: String, why: String)] = [
    (
      "public struct RegisterParcelRequest: DocumentReadable, Hashable, Sendable, Codable {",
      "a structure"
    ),
    ("  public var to: String", "required"),
    ("  public var pieces: Int?", "optional"),
    ("  public var service: RegisterParcelRequestService?", "an enumeration is a type"),
    ("  case `class` = \"class\"", "a keyword in backticks"),
    (#"  case nextDay = "next-day""#, "a value that is not an identifier"),
    ("  public var items: [RegisterParcelRequestItemsItem]?", "an array of objects"),
    (#"    case passWord = "pass~/word""#, "a key that is not an identifier"),
  ]

  @Test(arguments: swift)
  func lineOfSwift(line: String, why: String) {
    let text = Export(.swift, of: RegisterParcel.operation).text
    #expect(text.split(separator: "\n").contains(Substring(line)), "\(why)")
  }

  /// The types of the library equal those rendered from the operation.
  @Test func typesOfTheLibrary() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Sources/BackupDestinations/AddBackupDestinationTypes.swift")
    let committed = try String(contentsOf: file, encoding: .utf8)
    #expect(Export(.swift, of: AddBackupDestination.operation).text == committed)
  }

  /// A pattern may contain `*/`, which ends a comment.
  @Test func patternCannotEndAComment() {
    let text = Export(.typeScript, of: RegisterParcel.operation).text
    for line in text.split(separator: "\n") {
      let trimmed = line.drop { $0 == " " }
      guard trimmed.hasPrefix("* ") else { continue }
      #expect(!trimmed.contains("*/"))
    }
  }
}
