import Foundation
import JSONText
import ScratchDirectories
import Testing

/// Secrets in any position of `credentials` must not appear in the output, whatever else is wrong with the document.
@Suite("Secrets")
struct SecretsTests {
  /// No part of it occurs in the tool's own texts.
  private static let canary = "QzXcanaryKjW"
  /// Parts that reveal a shortened or escaped canary.
  private static let traces = ["QzX", "canary", "KjW", "8675309"]

  struct Planting: Identifiable, CustomTestStringConvertible {
    let id: String
    /// Request bodies that contain the canary.
    let documents: [String]

    var testDescription: String { id }
  }

  private static let text = #""\#(canary)""#
  /// The canary with escapes, so a plain search of the document does not find it.
  private static let escaped = #""\u0051zXcanary\u004bjW""#
  private static let number = "8675309.5"

  static let plantings: [Planting] = [
    Planting(
      id: "each field, alone and together with other invalid fields",
      documents: Documents.credentialNames.flatMap { name in
        [text, escaped, number, "[\(text)]", #"{"a":\#(text)}"#, #"{"\#(canary)":1}"#].flatMap {
          let credentials = Documents.credentials(name, $0)
          return [
            Documents.body(credentials: credentials),
            Documents.body(name: "1", type: "2", credentials: credentials),
            Documents.body(name: "", prefix: #""/""#, credentials: credentials, more: #""zz":[]"#),
            Documents.body(name: #""<""#, credentials: #"{"\#(name)":\#($0)}"#),
          ]
        }
      }),
    Planting(
      id: "undeclared members and their names",
      documents: [
        #""more":\#(text)"#, #""more":{"a":[\#(text)]}"#, #""\#(canary)":1"#, #"\#(escaped):{}"#,
        #""\#(canary)":{"\#(canary)":\#(text)}"#, #""more":\#(number)"#,
        #""secretkey":\#(text)"#, #""secretKey ":\#(text)"#,
      ].map { Documents.body(name: "1", credentials: Documents.credentials(more: $0)) }),
    Planting(
      id: "credentials that are not an object",
      documents: [
        text, escaped, number, "[\(text)]", "[[{\"a\":\(text)}]]", "[\(number)]",
        #""{\"secretKey\":\"\#(canary)\"}""#,
      ].map { Documents.body(type: "null", credentials: $0) }),
    Planting(
      id: "a document written as a string",
      documents: [#""{\"credentials\":{\"secretKey\":\"\#(canary)\"}}""#, "[\(text)]", number]),
    Planting(
      id: "duplicate names",
      documents: [
        Documents.credentials(more: #""secretKey":\#(text)"#),
        Documents.credentials("secretKey", text, more: #""secretKey":1"#),
        Documents.credentials(more: #""\#(canary)":1,"\#(canary)":2"#),
        Documents.credentials(more: #"\#(escaped):1,"\#(canary)":2"#),
        #"{"a":{"\#(canary)":1,"\#(canary)":2}}"#,
      ].map { Documents.body(credentials: $0) } + [
        Documents.body(
          credentials: Documents.credentials("secretKey", text), more: #""credentials":\#(text)"#)
      ]),
    Planting(
      id: "documents that are truncated or continued at every byte",
      documents: {
        let credentials = Documents.credentials("secretKey", text, more: #""\#(canary)":\#(text)"#)
        let document = Array(Documents.body(name: "1", credentials: credentials).utf8)
        return document.indices.flatMap { end -> [String] in
          let start = String(decoding: document[..<end], as: UTF8.self)
          return [start, start + canary]
        }
      }()),
    Planting(
      id: "documents that exceed a limit",
      documents: [
        Documents.credentials(
          "secretKey",
          String(repeating: #"{"\#(canary)":"#, count: 600) + text
            + String(repeating: "}", count: 600)),
        String(repeating: "[", count: 600) + text + String(repeating: "]", count: 600),
      ].map { Documents.body(name: "1", credentials: $0) }),
  ]

  @Test("No report of any format contains a planted secret", arguments: plantings)
  func noReport(_ planting: Planting) throws {
    let scratch = try ScratchDirectory()
    for (index, document) in planting.documents.enumerated() {
      try scratch.file("files/\(index).json", document)
    }
    let responses = planting.documents.map { #"{"data":\#($0)}"# }
    let asString = planting.documents.map { document in
      var writer = JSONWriter()
      writer.beginObject()
      writer.name("data")
      writer.string(document)
      writer.endObject()
      return writer.text
    }
    try scratch.file("requests.ndjson", planting.documents.joined(separator: "\n"))
    try scratch.file("responses.ndjson", (responses + asString).joined(separator: "\n"))

    for policy in ["allow", "report", "reject"] {
      for format in [
        ["text"], ["text", "--color", "always"], ["json"], ["ndjson"], ["text", "--summary"],
        ["json", "--summary"], ["sarif"], ["github"], ["junit"],
      ] {
        // Users sometimes choose the wrong schema for a document.
        for schema in ["add-backup-destination.request", "add-backup-destination.response"] {
          let sources = ["files", "requests.ndjson", "responses.ndjson", "--schema", schema]
          let arguments = ["check", "--unknown-fields", policy, "--format"] + format + sources
          let run = try ConformProcess.run(arguments, input: "", in: scratch.url)
          #expect(run.status != 2)
          #expect(!run.output.isEmpty)
          for trace in Self.traces {
            #expect(!contains(run.output, trace), "\(arguments)")
            #expect(!contains(run.errorOutput, trace), "\(arguments)")
          }
        }
      }
    }
  }

  @Test(
    "A misspelled name in a secret object is recognized but never shown")
  func misspeltName() throws {
    let document = Documents.body(credentials: Documents.credentials(more: #""secretkeyy":"x""#))
    for format in ["text", "json", "ndjson", "sarif", "github", "junit"] {
      let run = try ConformProcess.run(
        ["check", "--unknown-fields", "reject", "--format", format], input: document)
      let quoted = ["text", "github"].contains(format) ? #""secretKey""# : "secretKey"
      #expect(run.text.contains("its name is withheld; did you mean "), "\(format): \(run.text)")
      #expect(run.text.contains(quoted))
      #expect(!contains(run.output, "secretkeyy"))
    }
  }

  /// Compares bytes, because searching megabytes of `String` takes seconds.
  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    Data(bytes).range(of: Data(text.utf8)) != nil
  }

  @Test("The documents with secrets are validated, so a leak would be possible")
  func outcomes() throws {
    let scratch = try ScratchDirectory()
    let all = Self.plantings.flatMap(\.documents)
    try scratch.file("all.ndjson", all.joined(separator: "\n"))
    let run = try ConformProcess.run(
      ["check", "--unknown-fields", "reject", "all.ndjson", "--format", "json"], input: "",
      in: scratch.url)
    let summary = try JSONValue(parsing: run.output)["summary"]
    for outcome in ["valid", "invalid", "malformed", "indeterminate"] {
      #expect((summary?[outcome]?.integerValue ?? 0) > 0, "\(outcome)")
    }
  }
}
